import { useCallback, useState } from 'react';
import { listRecords } from '../api/client.ts';
import type { CrmRecord } from '../api/wire.ts';
import { Glyph } from '../components/Glyph.tsx';
import type { ObjectTypeFacts } from '../format/object-types.ts';
import { objectTypeFacts } from '../format/object-types.ts';
import { useFormatSettings, usePage } from '../page/page-context.ts';
import { recordHref } from '../format/hrefs.ts';
import { useLoaded } from '../page/use-loaded.ts';
import type { ListItem } from './list-items.ts';
import { listItems, listProperties, matchesSearch } from './list-items.ts';

/** A browser draws hundreds of rows slowly, and nobody reads them. */
const mostShown = 100;

interface RowProps {
  readonly item: ListItem;
  readonly objectType: string;
}

function Row({ item, objectType }: RowProps) {
  const { id, name, detail, story } = item;
  return (
    <li>
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
}

function Rows({ records, search, objectType, facts }: RowsProps) {
  const { stories } = usePage().world;
  const settings = useFormatSettings();
  const items = listItems(records, { objectType, stories, settings });
  const found = items.filter((item) => matchesSearch(item, search));
  const id = search.trim();
  if (found.length === 0) {
    return (
      <p className="page-note" data-testid="record-list">
        No {facts.singular} here matches.{' '}
        {/^\d+$/.test(id) && (
          <a href={recordHref({ objectType, id })}>
            Open {facts.singular} {id}
          </a>
        )}
      </p>
    );
  }
  const hiddenCount = found.length - mostShown;
  return (
    <>
      <ul className="record-list" data-testid="record-list">
        {found.slice(0, mostShown).map((item) => (
          <Row key={item.id} item={item} objectType={objectType} />
        ))}
      </ul>
      {hiddenCount > 0 && (
        <p className="page-note">And {hiddenCount} more, which a search finds.</p>
      )}
    </>
  );
}

/** All records of a type that the page has read, those with a story first. */
export function RecordListView({ objectType }: { readonly objectType: string }) {
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
          The {facts.plural.toLowerCase()} could not be read: {loaded.message}
        </p>
      )}
      {loaded.status === 'ready' && (
        <Rows records={loaded.value} {...{ search, objectType, facts }} />
      )}
    </main>
  );
}
