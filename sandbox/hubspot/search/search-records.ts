import type { CrmRecord, ObjectTypeName } from '../model/entities.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import type { PropertyStore } from '../store/property-store.ts';
import { compareIds } from '../store/record-store.ts';
import { indexedValue, SEARCH_INDEX_LAG_MS } from '../store/record-values.ts';
import {
  comparableOf,
  compare,
  compileFilter,
  compileQuery,
  type ReadValue,
  type RecordTest,
} from './filter-match.ts';
import type { SearchBody, SearchSort } from './search-request.ts';
import { searchRefused } from './search-request.ts';

function isIndexed(record: CrmRecord, nowMs: number): boolean {
  const { archivedAtMs } = record;
  if (archivedAtMs !== undefined && archivedAtMs + SEARCH_INDEX_LAG_MS <= nowMs) return false;
  // The history of a record that two became begins with the ids that they had.
  return indexedValue(record, 'hs_object_id', nowMs) === record.id;
}

/** Oldest first unless a sort is asked for; records without the sorted value come last. */
function ordering(
  sort: SearchSort | undefined,
  properties: PropertyStore,
  readValue: ReadValue,
): (left: CrmRecord, right: CrmRecord) => number {
  const byAge = (left: CrmRecord, right: CrmRecord): number =>
    left.createdAtMs - right.createdAtMs || compareIds(left.id, right.id);
  if (sort === undefined) return byAge;
  const definition = properties.find(sort.propertyName);
  if (definition === undefined || definition.archived) {
    throw searchRefused(`Property "${sort.propertyName}" does not exist`);
  }
  const keyOf = (record: CrmRecord) =>
    comparableOf(definition, readValue(record, sort.propertyName) ?? '');
  return (left, right) => {
    const leftKey = keyOf(left);
    const rightKey = keyOf(right);
    const leftIsEmpty = leftKey === undefined || leftKey === '';
    const rightIsEmpty = rightKey === undefined || rightKey === '';
    if (leftIsEmpty || rightIsEmpty) return Number(leftIsEmpty) - Number(rightIsEmpty);
    const order = compare(leftKey, rightKey);
    return (sort.isDescending ? -order : order) || byAge(left, right);
  };
}

/** All records that match, in order, as the search index knew the account at `nowMs`. */
export function searchRecords(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  body: SearchBody,
  nowMs: number,
): readonly CrmRecord[] {
  const properties = store.properties(objectType);
  const readValue: ReadValue = (record, name) => indexedValue(record, name, nowMs);
  const groups: readonly (readonly RecordTest[])[] = body.filterGroups.map((group) =>
    group.filters.map((filter) => compileFilter(filter, properties, readValue)),
  );
  const query = compileQuery(body.query, store.searchedByQuery(objectType), readValue);
  const matches: RecordTest = (record) =>
    query(record) &&
    (groups.length === 0 || groups.some((tests) => tests.every((test) => test(record))));
  return store.records
    .searchable(objectType)
    .filter((record) => isIndexed(record, nowMs) && matches(record))
    .sort(ordering(body.sorts[0], properties, readValue));
}
