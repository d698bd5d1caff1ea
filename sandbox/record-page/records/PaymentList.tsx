import { useCallback, useState } from 'react';
import { readDefinitions, searchCrm } from '../api/client.ts';
import type { CrmSearchReply, PropertyDefinition } from '../api/wire.ts';
import { recordHref } from '../format/hrefs.ts';
import type { PaymentType } from '../format/object-types.ts';
import { PAYMENT_COLUMNS as COLUMNS } from '../format/object-types.ts';
import { currencyPropertyOf, formatProperty } from '../format/property.ts';
import { useFormatSettings, usePage } from '../state/page-context.ts';
import { useLoaded } from '../state/store.ts';
import type { PaymentFilters } from './payment-filters.ts';
import { ALL_PAYMENTS, filtersOf, KEPT } from './payment-filters.ts';
import { SyncDeals } from './SyncDeals.tsx';

const NAME = 'stripe_payment_name';

const MAX_SHOWN = 100;

interface Found {
  readonly reply: CrmSearchReply;
  readonly definitions: readonly PropertyDefinition[];
}

async function find(
  objectType: PaymentType,
  filters: PaymentFilters,
  timeZone: string,
): Promise<Found> {
  const definitions = await readDefinitions(objectType);
  const columns = definitions.filter(({ name }) => COLUMNS.includes(name));
  const currencies = columns.map(currencyPropertyOf);
  const reply = await searchCrm(objectType, {
    filterGroups: [{ filters: [KEPT, ...filtersOf(filters, timeZone)] }],
    sorts: [{ propertyName: 'stripe_created_date', direction: 'DESCENDING' }],
    properties: [...new Set([NAME, ...COLUMNS, ...currencies])],
    limit: MAX_SHOWN,
  });
  return { reply, definitions };
}

interface FilterProps {
  readonly filters: PaymentFilters;
  readonly onChange: (filters: PaymentFilters) => void;
  readonly definitions: readonly PropertyDefinition[];
}

interface ChoiceProps extends FilterProps {
  readonly label: string;
  readonly filter: 'match' | 'status';
  readonly property: string;
}

function Choice({ label, filter, property, filters, onChange, definitions }: ChoiceProps) {
  const options = definitions.find(({ name }) => name === property)?.options ?? [];
  return (
    <label>
      {label}
      <select
        className="control"
        value={filters[filter]}
        onChange={(event) => {
          onChange({ ...filters, [filter]: event.currentTarget.value });
        }}
      >
        <option value="">Any</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface EntryProps extends Omit<FilterProps, 'definitions'> {
  readonly label: string;
  readonly filter: 'from' | 'minFee' | 'to';
}

function Entry({ label, filter, filters, onChange }: EntryProps) {
  const type = filter === 'minFee' ? 'number' : 'date';
  return (
    <label>
      {label}
      <input
        className="control"
        type={type}
        min={type === 'number' ? 0 : undefined}
        step={type === 'number' ? 'any' : undefined}
        value={filters[filter]}
        onChange={(event) => {
          onChange({ ...filters, [filter]: event.currentTarget.value });
        }}
      />
    </label>
  );
}

function Filters(props: FilterProps) {
  const { filters, onChange } = props;
  const entry = { filters, onChange };
  return (
    <div className="payment-filters" role="group" aria-label="Filters">
      <Choice label="Status" filter="status" property="stripe_payment_status" {...props} />
      <Choice label="Matched by" filter="match" property="stripe_match" {...props} />
      <Entry label="Created from" filter="from" {...entry} />
      <Entry label="Created to" filter="to" {...entry} />
      <Entry label="Fees at least" filter="minFee" {...entry} />
      <button
        type="button"
        className="button button-secondary button-sm"
        onClick={() => {
          onChange(ALL_PAYMENTS);
        }}
      >
        Clear filters
      </button>
    </div>
  );
}

function Payments({
  reply,
  definitions,
  objectType,
}: Found & { readonly objectType: PaymentType }) {
  const settings = useFormatSettings();
  const columns = COLUMNS.flatMap((name) => definitions.find((each) => each.name === name) ?? []);
  const align = ({ type }: PropertyDefinition) => (type === 'number' ? 'end' : 'start');
  return (
    <div className="table-scroll table-bordered payment-table" tabIndex={0}>
      <table className="table" data-testid="payment-list">
        <thead>
          <tr>
            <th scope="col">Payment</th>
            {columns.map((column) => (
              <th key={column.name} scope="col" style={{ textAlign: align(column) }}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reply.results.map(({ objectId, properties }) => (
            <tr key={objectId}>
              <td>
                <a href={recordHref({ objectType, id: String(objectId) })}>
                  <bdi>{properties[NAME] ?? `Payment ${String(objectId)}`}</bdi>
                </a>
              </td>
              {columns.map((column) => (
                <td key={column.name} style={{ textAlign: align(column) }}>
                  <bdi>{formatProperty(column, properties, settings) || '--'}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** HubSpot's list of the account's payment records, newest first. */
export function PaymentList({ objectType }: { readonly objectType: PaymentType }) {
  const { account } = usePage();
  const [filters, setFilters] = useState(ALL_PAYMENTS);
  const timeZone = account.timeZone ?? 'UTC';
  const load = useCallback(
    () => find(objectType, filters, timeZone),
    [objectType, filters, timeZone],
  );
  const [loaded, reload] = useLoaded(load);
  const isFiltered = filters !== ALL_PAYMENTS;
  if (loaded.status === 'failed') {
    return (
      <p role="alert" className="page-note">
        Couldn’t load the Stripe payments: {loaded.message}
      </p>
    );
  }
  if (loaded.status === 'loading') return <p className="page-note">Loading…</p>;
  const { reply, definitions } = loaded.value;
  return (
    <main className="list-view payment-view">
      <h1>Stripe payments</h1>
      <Filters {...{ filters, definitions }} onChange={setFilters} />
      <p className="payment-count">
        {reply.total === 1 ? '1 record' : `${String(reply.total)} records`}
        {reply.hasMore && `, the newest ${String(MAX_SHOWN)} are shown`}. HubSpot’s search is
        seconds behind.{' '}
        <button type="button" className="link" onClick={reload}>
          Refresh
        </button>
      </p>
      {reply.results.length > 0 && <Payments {...loaded.value} objectType={objectType} />}
      {reply.results.length === 0 && (
        <p className="payment-none">
          {isFiltered
            ? 'No payment records match these filters.'
            : 'No payment records yet. Each sync writes those of its record: open a deal and sync it.'}
        </p>
      )}
      {reply.total === 0 && !isFiltered && <SyncDeals onDone={reload} />}
    </main>
  );
}
