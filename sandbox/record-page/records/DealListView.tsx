import { useState } from 'react';
import { listRecords } from '../api/client.ts';
import type { CrmRecord } from '../api/wire.ts';
import { Glyph } from '../components/Glyph.tsx';
import { formatProperty } from '../format/format-property.ts';
import type { FormatSettings } from '../format/format-property.ts';
import { useFormatSettings, usePage } from '../page/page-context.ts';
import { recordHref } from '../page/route.ts';
import { useLoaded } from '../page/use-loaded.ts';
import { amountDefinition } from './amount-definition.ts';

const loadDeals = (): Promise<readonly CrmRecord[]> =>
  listRecords('deals', ['dealname', 'amount', 'deal_currency_code', 'dealstage']);

interface DealItemProps {
  readonly deal: CrmRecord;
  readonly story: string;
  readonly settings: FormatSettings;
}

function DealItem({ deal, story, settings }: DealItemProps) {
  const amount = formatProperty(amountDefinition, deal.properties, settings);
  return (
    <li>
      <a href={recordHref({ objectType: 'deals', id: deal.id })} className="deal-item">
        <span className="deal-name">
          <bdi>{deal.properties['dealname'] ?? 'Unnamed deal'}</bdi>
        </span>
        <span className="deal-amount">{amount === '' ? '--' : amount}</span>
        <span className="deal-story">
          <bdi>{story}</bdi>
        </span>
      </a>
    </li>
  );
}

function matches(text: string, deal: CrmRecord, story: string): boolean {
  const haystack = `${deal.properties['dealname'] ?? ''} ${story} ${deal.id}`.toLowerCase();
  return haystack.includes(text.trim().toLowerCase());
}

interface DealsProps {
  readonly deals: readonly CrmRecord[];
  readonly search: string;
}

function Deals({ deals, search }: DealsProps) {
  const { stories } = usePage().world;
  const settings = useFormatSettings();
  const storyOf = (deal: CrmRecord): string => stories[deal.id] ?? '';
  const found = deals.filter((deal) => matches(search, deal, storyOf(deal)));
  const id = search.trim();
  if (found.length > 0) {
    return (
      <ul className="deal-list" data-testid="deal-list">
        {found.map((deal) => (
          <DealItem key={deal.id} deal={deal} story={storyOf(deal)} settings={settings} />
        ))}
      </ul>
    );
  }
  return (
    <p className="page-note" data-testid="deal-list">
      No deal here matches.{' '}
      {/^\d+$/.test(id) && <a href={recordHref({ objectType: 'deals', id })}>Open deal {id}</a>}
    </p>
  );
}

export function DealListView() {
  const [loaded] = useLoaded(loadDeals);
  const [search, setSearch] = useState('');
  return (
    <main className="list-view">
      <h1>Deals</h1>
      <label className="list-search">
        <span className="visually-hidden">Search deals</span>
        <Glyph name="search" />
        <input
          type="search"
          placeholder="Search a name, a story or an id"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
          }}
        />
      </label>
      {loaded.status === 'loading' && <p className="page-note">Loading…</p>}
      {loaded.status === 'failed' && (
        <p role="alert" className="page-note">
          The deals could not be read: {loaded.message}
        </p>
      )}
      {loaded.status === 'ready' && <Deals deals={loaded.value} search={search} />}
    </main>
  );
}
