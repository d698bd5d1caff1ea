import { useCallback, useState } from 'react';
import { listRecords } from '../api/client.ts';
import type { BulkActionDescription, CrmRecord, PropertyDefinition } from '../api/wire.ts';
import { Glyph } from '../components/icons.tsx';
import { recordHref } from '../format/hrefs.ts';
import type { ObjectTypeFacts } from '../format/object-types.ts';
import { objectTypeFacts, recordName } from '../format/object-types.ts';
import type { FormatSettings } from '../format/property.ts';
import { formatProperty } from '../format/property.ts';
import { useFormatSettings, usePage } from '../state/page-context.ts';
import type { Loaded } from '../state/store.ts';
import { useLoaded } from '../state/store.ts';
import { BulkActions } from './BulkActions.tsx';

/** A deal's amount is in the deal's own currency. */
const AMOUNT: PropertyDefinition = {
  name: 'amount',
  label: 'Amount',
  type: 'number',
  fieldType: 'number',
  groupName: 'dealinformation',
  options: [],
  showCurrencySymbol: true,
  readOnly: false,
};

interface ListItem {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** Empty for a record without one. */
  readonly story: string;
}

interface ListFrame {
  readonly objectType: string;
  readonly stories: Readonly<Record<string, string>>;
  readonly settings: FormatSettings;
}

function listProperties(objectType: string): readonly string[] {
  const { nameProperties, detailProperty } = objectTypeFacts(objectType);
  const currency = objectType === 'deals' ? ['deal_currency_code'] : [];
  return [...nameProperties, detailProperty, ...currency];
}

function detailOf({ properties }: CrmRecord, { objectType, settings }: ListFrame): string {
  const { detailProperty } = objectTypeFacts(objectType);
  return detailProperty === AMOUNT.name
    ? formatProperty(AMOUNT, properties, settings)
    : (properties[detailProperty] ?? '');
}

/** Records with a story first, otherwise in their own order. */
function listItems(records: readonly CrmRecord[], frame: ListFrame): readonly ListItem[] {
  const facts = objectTypeFacts(frame.objectType);
  const items = records.map((record) => ({
    id: record.id,
    name: recordName(facts, record.properties),
    detail: detailOf(record, frame),
    story: frame.stories[`${frame.objectType}/${record.id}`] ?? '',
  }));
  return [
    ...items.filter(({ story }) => story !== ''),
    ...items.filter(({ story }) => story === ''),
  ];
}

function matchesSearch({ id, name, detail, story }: ListItem, search: string): boolean {
  return `${name} ${detail} ${story} ${id}`.toLowerCase().includes(search.trim().toLowerCase());
}

/** A browser draws hundreds of rows slowly. */
const MAX_SHOWN = 100;

interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

interface RowProps {
  readonly item: ListItem;
  readonly objectType: string;
  readonly selection: Selection;
}

function Row({ item, objectType, selection }: RowProps) {
  const { id, name, detail, story } = item;
  return (
    <li className="record-list-row">
      <input
        type="checkbox"
        aria-label={`Select ${name}`}
        checked={selection.ids.has(id)}
        onChange={() => {
          selection.toggle(id);
        }}
      />
      <a href={recordHref({ objectType, id })} className="record-list-item">
        <span className="record-list-name">
          <bdi>{name}</bdi>
        </span>
        <span className="record-list-detail">
          <bdi>{detail === '' ? '--' : detail}</bdi>
        </span>
        {story !== '' && (
          <span className="record-list-story">
            <bdi>{story}</bdi>
          </span>
        )}
      </a>
    </li>
  );
}

interface RowsProps {
  readonly records: readonly CrmRecord[];
  readonly search: string;
  readonly objectType: string;
  readonly facts: ObjectTypeFacts;
  readonly selection: Selection;
}

function Rows({ records, search, objectType, facts, selection }: RowsProps) {
  const { stories } = usePage().world;
  const settings = useFormatSettings();
  const items = listItems(records, { objectType, stories, settings });
  const found = items.filter((item) => matchesSearch(item, search));
  const id = search.trim();
  if (found.length === 0) {
    return (
      <p className="page-note" data-testid="record-list">
        No {facts.plural.toLowerCase()} match your search.{' '}
        {/^\d+$/.test(id) && (
          <a href={recordHref({ objectType, id })}>
            Open {facts.singular} {id}
          </a>
        )}
      </p>
    );
  }
  const hiddenCount = found.length - MAX_SHOWN;
  return (
    <>
      <ul className="record-list" data-testid="record-list">
        {found.slice(0, MAX_SHOWN).map((item) => (
          <Row key={item.id} {...{ item, objectType, selection }} />
        ))}
      </ul>
      {hiddenCount > 0 && <p className="page-note">{hiddenCount} more. Search to find them.</p>}
    </>
  );
}

const actionsOn = (
  objectType: string,
  actions: Loaded<readonly BulkActionDescription[]>,
): readonly BulkActionDescription[] =>
  actions.status === 'ready'
    ? actions.value.filter(({ objectTypes }) => objectTypes.includes(objectType))
    : [];

interface RecordListProps {
  readonly objectType: string;
  readonly actions: Loaded<readonly BulkActionDescription[]>;
}

function useSelection(): Selection & { readonly clear: () => void } {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    ids,
    toggle: (id) => {
      setIds((before) => {
        const others = [...before].filter((each) => each !== id);
        return new Set(others.length === before.size ? [...before, id] : others);
      });
    },
    clear: () => {
      setIds(new Set());
    },
  };
}

/** The records of a type, those with a story first, and the app's bulk actions on those selected. */
export function RecordList({ objectType, actions }: RecordListProps) {
  const selection = useSelection();
  const facts = objectTypeFacts(objectType);
  const load = useCallback(() => listRecords(objectType, listProperties(objectType)), [objectType]);
  const [loaded] = useLoaded(load);
  const [search, setSearch] = useState('');
  return (
    <main className="list-view">
      <h1>{facts.plural}</h1>
      <label className="list-search">
        <span className="visually-hidden">Search {facts.plural.toLowerCase()}</span>
        <Glyph name="search" />
        <input
          type="search"
          placeholder="Search name, story or ID"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
          }}
        />
      </label>
      {selection.ids.size > 0 && (
        <BulkActions
          actions={actionsOn(objectType, actions)}
          objectTypeId={facts.objectTypeId}
          selectedIds={[...selection.ids]}
          onClear={selection.clear}
        />
      )}
      {loaded.status === 'loading' && <p className="page-note">Loading…</p>}
      {loaded.status === 'failed' && (
        <p role="alert" className="page-note">
          Couldn’t load the {facts.plural.toLowerCase()}: {loaded.message}
        </p>
      )}
      {loaded.status === 'ready' && (
        <Rows records={loaded.value} {...{ search, objectType, facts, selection }} />
      )}
    </main>
  );
}
