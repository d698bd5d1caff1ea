import * as Ariakit from '@ariakit/react';
import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { CardDescription } from '../api/wire.ts';
import { CardFrame } from '../extension-host/ExtensionFrame.tsx';
import { listHref } from '../format/hrefs.ts';
import type { ObjectTypeFacts } from '../format/object-types.ts';
import { isPaymentType, objectTypeFacts, recordName } from '../format/object-types.ts';
import { formatProperty } from '../format/property.ts';
import { useFormatSettings, usePage } from '../state/page-context.ts';
import type { ReadyRecord, RecordStore } from '../state/record-store.ts';
import { createRecordStore } from '../state/record-store.ts';
import type { Loaded } from '../state/store.ts';
import { useStore } from '../state/store.ts';
import { AssociationTiles } from './AssociationTiles.tsx';
import { ClampedText } from './ClampedText.tsx';
import { PropertyPanel } from './PropertyPanel.tsx';
import { WorkflowButton } from './WorkflowButton.tsx';

interface ReadyRecordProps {
  readonly record: RecordStore;
  readonly state: ReadyRecord;
  readonly facts: ObjectTypeFacts;
  readonly cards: Loaded<readonly CardDescription[]>;
}

function Overview({ state, facts }: Pick<ReadyRecordProps, 'facts' | 'state'>) {
  const settings = useFormatSettings();
  const shown = state.definitions.filter(({ name }) => facts.aboutProperties.includes(name));
  return (
    <section className="frame">
      <h2 className="frame-title">Data highlights</h2>
      <dl className="highlights">
        {shown.map((definition) => (
          <div key={definition.name}>
            <dt>{definition.label}</dt>
            <dd>
              <bdi>{formatProperty(definition, state.values, settings) || '--'}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface RecordTabsProps extends Pick<ReadyRecordProps, 'facts' | 'state'> {
  readonly stripeTab: ReactNode;
}

/** The cards stay mounted while the other tab shows: their workers would start again. */
function RecordTabs({ state, facts, stripeTab }: RecordTabsProps) {
  return (
    <Ariakit.TabProvider defaultSelectedId="record-tab-stripe">
      <Ariakit.TabList className="tab-list" aria-label="Record">
        <Ariakit.Tab id="record-tab-overview">Overview</Ariakit.Tab>
        <Ariakit.Tab id="record-tab-stripe">Stripe payments</Ariakit.Tab>
      </Ariakit.TabList>
      <Ariakit.TabPanel tabId="record-tab-overview" focusable={false}>
        <Overview state={state} facts={facts} />
      </Ariakit.TabPanel>
      <Ariakit.TabPanel tabId="record-tab-stripe" focusable={false}>
        {stripeTab}
      </Ariakit.TabPanel>
    </Ariakit.TabProvider>
  );
}

function RecordHeading({ record, state, facts }: Omit<ReadyRecordProps, 'cards'>) {
  const { world } = usePage();
  const story = world.stories[`${record.objectType}/${record.id}`];
  return (
    <div className="record-heading">
      <a href={listHref(record.objectType)}>‹ {facts.plural}</a>
      <h1>
        <ClampedText of="name" text={recordName(facts, state.values)} />
      </h1>
      {story !== undefined && (
        <p className="record-story">
          <bdi>{story}</bdi>
        </p>
      )}
    </div>
  );
}

function cardsAt(
  cards: Loaded<readonly CardDescription[]>,
  location: string,
  record: RecordStore,
): readonly CardDescription[] {
  if (cards.status !== 'ready') return [];
  return cards.value.filter(
    (card) => card.location === location && card.objectTypes.includes(record.objectType),
  );
}

function ReadyRecordView({ record, state, facts, cards }: ReadyRecordProps) {
  const frame = (card: CardDescription) => (
    <CardFrame key={card.uid} card={card} record={record} objectTypeId={facts.objectTypeId} />
  );
  // HubSpot has no card on it: its figures are its properties.
  const isPayment = isPaymentType(record.objectType);
  return (
    <main className="record-view">
      <aside className="record-left" aria-label="Properties">
        <RecordHeading {...{ record, state, facts }} />
        {!isPayment && <WorkflowButton record={record} />}
        <PropertyPanel record={record} state={state} facts={facts} />
      </aside>
      <section className="record-middle">
        {isPayment ? (
          <Overview state={state} facts={facts} />
        ) : (
          <RecordTabs
            state={state}
            facts={facts}
            stripeTab={
              <>
                {cards.status === 'failed' && (
                  <p role="alert">Couldn’t load the cards: {cards.message}</p>
                )}
                {cardsAt(cards, 'crm.record.tab', record).map(frame)}
              </>
            }
          />
        )}
      </section>
      <aside className="record-right" aria-label="Associations">
        {cardsAt(cards, 'crm.record.sidebar', record).map(frame)}
        <AssociationTiles record={record} />
      </aside>
    </main>
  );
}

interface RecordViewProps {
  readonly objectType: string;
  readonly id: string;
  readonly cards: Loaded<readonly CardDescription[]>;
}

export function RecordView({ objectType, id, cards }: RecordViewProps) {
  const facts = objectTypeFacts(objectType);
  const record = useMemo(() => createRecordStore({ objectType, id }), [objectType, id]);
  const state = useStore(record.state);
  useEffect(() => {
    void record.refresh();
  }, [record]);
  if (state.status === 'loading') return <p className="page-note">Loading the {facts.singular}…</p>;
  if (state.status === 'failed') {
    return (
      <p role="alert" className="page-note">
        Couldn’t load this {facts.singular}: {state.message}{' '}
        <a href={listHref(objectType)}>All {facts.plural.toLowerCase()}</a>
      </p>
    );
  }
  return <ReadyRecordView {...{ record, state, facts, cards }} />;
}
