import type {
  CrmRecord,
  HistoryEntry,
  ObjectTypeName,
  PropertyDefinition,
  WriteSource,
} from '../model/entities.ts';
import { objectTypeInfo } from '../model/object-types.ts';
import type { PropertyValues } from '../values/check-values.ts';
import { formatDateTime } from '../values/property-value.ts';

/** How long the search index lags behind any write: a stand-in for "some seconds". */
export const SEARCH_INDEX_LAG_MS = 5_000;

/** Of each property of a record: a run of days would fill the memory otherwise. */
const MAX_HISTORY = 100;

export interface WriteStamp {
  readonly nowMs: number;
  readonly indexedAtMs: number;
  readonly source: WriteSource;
}

const textOf = (entry: HistoryEntry | undefined): string | null =>
  entry === undefined || entry.value === '' ? null : entry.value;

export const currentValue = (record: CrmRecord, name: string): string | null =>
  textOf(record.history.get(name)?.[0]);

/** The value as the search index knows it at that time. */
export const indexedValue = (record: CrmRecord, name: string, nowMs: number): string | null =>
  textOf(record.history.get(name)?.find((entry) => entry.indexedAtMs <= nowMs));

/** The record, of which the search index knows everything from that time on. */
export function indexedBy(record: CrmRecord, nowMs: number): CrmRecord {
  const known = (entry: HistoryEntry): HistoryEntry =>
    entry.indexedAtMs <= nowMs ? entry : { ...entry, indexedAtMs: nowMs };
  return {
    ...record,
    history: new Map([...record.history].map(([name, entries]) => [name, entries.map(known)])),
  };
}

/** The values that differ from what the record holds: writing the rest leaves no trace. */
export const changesOf = (record: CrmRecord, values: PropertyValues): PropertyValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => (currentValue(record, name) ?? '') !== value),
  );

/** The record after a write, its history one entry longer for each value given. */
export function withValues(
  record: CrmRecord,
  values: PropertyValues,
  stamp: WriteStamp,
): CrmRecord {
  const history = new Map(record.history);
  for (const [name, value] of Object.entries(values)) {
    const entry: HistoryEntry = {
      value,
      timestampMs: stamp.nowMs,
      indexedAtMs: stamp.indexedAtMs,
      source: stamp.source,
    };
    history.set(name, [entry, ...(history.get(name) ?? [])].slice(0, MAX_HISTORY));
  }
  return { ...record, history };
}

/** The same, and the modification date with it. */
export function modified(record: CrmRecord, values: PropertyValues, stamp: WriteStamp): CrmRecord {
  const { lastModifiedProperty } = objectTypeInfo(record.objectType);
  const dated = { ...values, [lastModifiedProperty]: formatDateTime(stamp.nowMs) };
  return { ...withValues(record, dated, stamp), updatedAtMs: stamp.nowMs };
}

/** Which record holds a value that only one record may hold. */
export interface UniqueValues {
  ownerOf(objectType: ObjectTypeName, name: string, value: string): string | undefined;
  claim(objectType: ObjectTypeName, name: string, value: string, id: string): void;
  release(objectType: ObjectTypeName, name: string, value: string): void;
}

/** A contact's e-mail address is unique although its definition does not say so. */
export const isUnique = (objectType: ObjectTypeName, definition: PropertyDefinition): boolean =>
  definition.hasUniqueValue || isContactEmail(objectType, definition.name);

export const isContactEmail = (objectType: ObjectTypeName, name: string): boolean =>
  objectType === 'contacts' && name === 'email';

export function createUniqueValues(): UniqueValues {
  const owners = new Map<string, string>();
  const keyOf = (objectType: ObjectTypeName, name: string, value: string): string =>
    `${objectType}/${name}/${value.toLowerCase()}`;
  return {
    ownerOf: (objectType, name, value) => owners.get(keyOf(objectType, name, value)),
    claim: (objectType, name, value, id) => {
      owners.set(keyOf(objectType, name, value), id);
    },
    release: (objectType, name, value) => {
      owners.delete(keyOf(objectType, name, value));
    },
  };
}
