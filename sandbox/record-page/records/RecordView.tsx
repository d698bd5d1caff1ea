import { useEffect, useMemo } from 'react';
import type { CardDescription } from '../api/wire.ts';
import { CardFrame } from '../extension-host/CardFrame.tsx';
import { objectTypeFacts, recordName } from '../format/object-types.ts';
import type { ObjectTypeFacts } from '../format/object-types.ts';
import { usePage } from '../page/page-context.ts';
import { listHref } from '../format/hrefs.ts';
import { useStore } from '../page/store.ts';
import type { Loaded } from '../page/use-loaded.ts';
import { AssociationTiles } from './AssociationTiles.tsx';
import { PropertyPanel } from './PropertyPanel.tsx';
import { createRecordStore } from './record-store.ts';
import type { RecordState, RecordStore } from './record-store.ts';
import { RecordTabs } from './RecordTabs.tsx';

interface RecordViewProps {
  readonly objectType: string;
  readonly id: string;
  readonly cards: Loaded<readonly CardDescription[]>;
}

type ReadyState = Extract<RecordState, { status: 'ready' }>;

interface ReadyRecordProps extends Pick<RecordViewProps, 'cards'> {
  readonly record: RecordStore;
  readonly state: ReadyState;
  readonly facts: ObjectTypeFacts;
}

function RecordHeading({ record, state, facts }: Omit<ReadyRecordProps, 'cards'>) {
  const { world } = usePage();
  const story = world.stories[`${record.objectType}/${record.id}`];
  return (
    <div className="record-heading">
      <a href={listHref(record.objectType)}>‹ {facts.plural}</a>
      <h1>
        <bdi>{recordName(facts, state.values)}</bdi>
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

function ReadyRecord({ record, state, facts, cards }: ReadyRecordProps) {
  const frame = (card: CardDescription) => (
    <CardFrame key={card.uid} card={card} record={record} objectTypeId={facts.objectTypeId} />
  );
  return (
    <main className="record-view">
      <aside className="record-left" aria-label="Properties">
        <RecordHeading {...{ record, state, facts }} />
        <PropertyPanel record={record} state={state} facts={facts} />
      </aside>
      <section className="record-middle">
        <RecordTabs
          state={state}
          facts={facts}
          stripeTab={
            <>
              {cards.status === 'failed' && <p role="alert">No cards: {cards.message}</p>}
              {cardsAt(cards, 'crm.record.tab', record).map(frame)}
            </>
          }
        />
      </section>
      <aside className="record-right" aria-label="Associations">
        {cardsAt(cards, 'crm.record.sidebar', record).map(frame)}
        <AssociationTiles objectType={record.objectType} id={record.id} />
      </aside>
    </main>
  );
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
        This {facts.singular} could not be read: {state.message}{' '}
        <a href={listHref(objectType)}>All {facts.plural.toLowerCase()}</a>
      </p>
    );
  }
  return <ReadyRecord {...{ record, state, facts, cards }} />;
}
