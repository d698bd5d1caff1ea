import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatProperty } from '../format/format-property.ts';
import type { ObjectTypeFacts } from '../format/object-types.ts';
import { useFormatSettings } from '../page/page-context.ts';
import type { RecordState } from './record-store.ts';

type ReadyState = Extract<RecordState, { status: 'ready' }>;
type TabName = 'overview' | 'stripe';

const tabs: readonly { readonly name: TabName; readonly title: string }[] = [
  { name: 'overview', title: 'Overview' },
  { name: 'stripe', title: 'Stripe payments' },
];

interface RecordTabsProps {
  readonly state: ReadyState;
  readonly facts: ObjectTypeFacts;
  readonly stripeTab: ReactNode;
}

function Overview({ state, facts }: Omit<RecordTabsProps, 'stripeTab'>) {
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

/** The card's tab stays mounted while another one shows, as its worker would start again. */
export function RecordTabs({ state, facts, stripeTab }: RecordTabsProps) {
  const [selected, setSelected] = useState<TabName>('stripe');
  return (
    <>
      <div role="tablist" className="record-tabs" aria-label="Record">
        {tabs.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`record-tab-${name}`}
            aria-controls={`record-panel-${name}`}
            aria-selected={selected === name}
            onClick={() => {
              setSelected(name);
            }}
          >
            {title}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id="record-panel-overview"
        aria-labelledby="record-tab-overview"
        hidden={selected !== 'overview'}
      >
        <Overview state={state} facts={facts} />
      </div>
      <div
        role="tabpanel"
        id="record-panel-stripe"
        aria-labelledby="record-tab-stripe"
        hidden={selected !== 'stripe'}
      >
        {stripeTab}
      </div>
    </>
  );
}
