import { lineItemAmounts } from '../definitions/line-items.ts';
import { objectNotFound, validationError } from '../model/api-error.ts';
import type {
  ChangeListener,
  CrmRecord,
  ObjectTypeName,
  PropertyDefinition,
  WriteSource,
} from '../model/entities.ts';
import type { Identifiers } from '../model/identifiers.ts';
import { isCustomType, objectTypeInfo } from '../model/object-types.ts';
import type { PropertyValues } from '../values/check-values.ts';
import { formatDateTime, parseDateTimeMs } from '../values/property-value.ts';
import { mergedHistory, mergedValues } from './merged-record.ts';
import type { PropertyStore } from './property-store.ts';
import {
  changesOf,
  currentValue,
  indexedBy,
  isUnique,
  modified,
  SEARCH_INDEX_LAG_MS,
  withValues,
  type UniqueValues,
  type WriteStamp,
} from './record-values.ts';

/** What HubSpot fills in itself; a value that was given wins. */
function filledIn(objectType: ObjectTypeName, id: string, stamp: WriteStamp): PropertyValues {
  const now = formatDateTime(stamp.nowMs);
  return {
    ...(isCustomType(objectType) || objectType === 'notes' ? {} : { createdate: now }),
    [objectTypeInfo(objectType).lastModifiedProperty]: now,
    hs_object_id: id,
    hs_object_source: stamp.source.type,
    hs_object_source_id: stamp.source.id,
    hs_object_source_label: stamp.source.label,
    ...(objectType === 'contacts' ? {} : { hs_createdate: now }),
    ...(objectType === 'deals' ? { pipeline: 'default' } : {}),
  };
}

function instantOf(values: PropertyValues, name: string, otherwiseMs: number): number {
  const text = values[name];
  return (text === undefined ? undefined : parseDateTimeMs(text)) ?? otherwiseMs;
}

function newRecord(
  objectType: ObjectTypeName,
  id: string,
  given: PropertyValues,
  stamp: WriteStamp,
): CrmRecord {
  const calculated = objectType === 'line_items' ? lineItemAmounts(given) : {};
  const values = {
    ...filledIn(objectType, id, stamp),
    ...given,
    ...calculated,
    hs_object_id: id,
  };
  const empty: CrmRecord = {
    objectType,
    id,
    createdAtMs: instantOf(values, 'createdate', stamp.nowMs),
    updatedAtMs: instantOf(values, objectTypeInfo(objectType).lastModifiedProperty, stamp.nowMs),
    archivedAtMs: undefined,
    history: new Map(),
  };
  return withValues(empty, values, stamp);
}

/** What HubSpot calculates again when a record changes. */
function recalculated({ objectType, history }: CrmRecord, changes: PropertyValues): PropertyValues {
  if (objectType !== 'line_items') return {};
  const present = [...history].map(([name, [latest]]) => [name, latest?.value ?? ''] as const);
  return lineItemAmounts({ ...Object.fromEntries(present), ...changes });
}

/** Records and their history. Values must have been checked before they come here. */
export interface RecordStore {
  /** Archived ones too. */
  find(objectType: ObjectTypeName, id: string): CrmRecord | undefined;
  /** In the order of their ids. */
  list(objectType: ObjectTypeName, archived: boolean): readonly CrmRecord[];
  create(
    objectType: ObjectTypeName,
    values: PropertyValues,
    source: WriteSource,
    id?: string,
  ): CrmRecord;
  update(
    objectType: ObjectTypeName,
    id: string,
    values: PropertyValues,
    source: WriteSource,
  ): CrmRecord;
  archive(objectType: ObjectTypeName, id: string): void;
  /**
   * Makes a new record of two, which answers for the ids of both from then on. The primary one's values
   * win; the other's email and domain become additional ones.
   */
  merge(
    objectType: ObjectTypeName,
    primaryId: string,
    otherId: string,
    source: WriteSource,
  ): CrmRecord;
  /** What the search may find: archived records too, and merged ones under the ids that they had. */
  searchable(objectType: ObjectTypeName): readonly CrmRecord[];
  /** The search knows all that was written so far, as in an account that was there before. */
  letSearchKnow(): void;
  onChange(listener: ChangeListener): () => void;
}

interface RecordStoreParts {
  readonly nowMs: () => number;
  readonly identifiers: Identifiers;
  readonly uniqueValues: UniqueValues;
  readonly propertiesOf: (objectType: ObjectTypeName) => PropertyStore;
}

export const compareIds = (left: string, right: string): number =>
  left.length - right.length || (left < right ? -1 : left === right ? 0 : 1);

export function createRecordStore(parts: RecordStoreParts): RecordStore {
  const byType = new Map<ObjectTypeName, Map<string, CrmRecord>>();
  const recordsOf = (objectType: ObjectTypeName): Map<string, CrmRecord> => {
    const found = byType.get(objectType) ?? new Map<string, CrmRecord>();
    byType.set(objectType, found);
    return found;
  };
  const listeners = new Set<ChangeListener>();

  const stampOf = (source: WriteSource): WriteStamp => {
    const nowMs = parts.nowMs();
    return { nowMs, indexedAtMs: nowMs + SEARCH_INDEX_LAG_MS, source };
  };
  const claimUnique = (record: CrmRecord, values: PropertyValues): void => {
    const { objectType, id } = record;
    for (const [name, value] of Object.entries(values)) {
      const definition = parts.propertiesOf(objectType).find(name);
      if (definition === undefined || !isUnique(objectType, definition)) continue;
      const before = recordsOf(objectType).get(id);
      const held = before === undefined ? null : currentValue(before, name);
      if (held !== null) parts.uniqueValues.release(objectType, name, held);
      if (value !== '') parts.uniqueValues.claim(objectType, name, value, id);
    }
  };
  const keep = (record: CrmRecord, written: PropertyValues, source: WriteSource): CrmRecord => {
    claimUnique(record, written);
    recordsOf(record.objectType).set(record.id, record);
    const properties = Object.fromEntries(
      Object.entries(written).map(([name, value]) => [name, value === '' ? null : value]),
    );
    const { objectType, id } = record;
    for (const listener of listeners) listener({ objectType, id, properties, source });
    return record;
  };
  const uniqueProperties = (objectType: ObjectTypeName): readonly PropertyDefinition[] =>
    parts
      .propertiesOf(objectType)
      .list(false)
      .filter((definition) => isUnique(objectType, definition));
  /** Ids that were merged, and the record that answers for them. */
  const mergedInto = new Map<string, string>();
  /** The records that they were, archived when they were merged: the search finds them a while longer. */
  const merged: CrmRecord[] = [];
  const find = (objectType: ObjectTypeName, id: string): CrmRecord | undefined => {
    const into = mergedInto.get(`${objectType}/${id}`);
    return into === undefined ? recordsOf(objectType).get(id) : find(objectType, into);
  };
  const requireLive = (objectType: ObjectTypeName, id: string): CrmRecord => {
    const found = find(objectType, id);
    if (found === undefined || found.archivedAtMs !== undefined) throw objectNotFound(id);
    return found;
  };
  const releaseUnique = (record: CrmRecord): void => {
    for (const { name } of uniqueProperties(record.objectType)) {
      const held = currentValue(record, name);
      if (held !== null) parts.uniqueValues.release(record.objectType, name, held);
    }
  };

  return {
    find,
    list: (objectType, archived) =>
      [...recordsOf(objectType).values()]
        .filter((record) => (record.archivedAtMs !== undefined) === archived)
        .sort((left, right) => compareIds(left.id, right.id)),
    create(objectType, values, source, id = parts.identifiers.nextRecordId()) {
      if (!/^\d+$/.test(id)) throw validationError(`Record id "${id}" is not numeric`);
      if (recordsOf(objectType).has(id)) throw validationError(`Record id ${id} is taken`);
      return keep(newRecord(objectType, id, values, stampOf(source)), values, source);
    },
    update(objectType, id, values, source) {
      const found = requireLive(objectType, id);
      const changes = changesOf(found, { ...values, ...recalculated(found, values) });
      if (Object.keys(changes).length === 0) return found;
      return keep(modified(found, changes, stampOf(source)), changes, source);
    },
    archive(objectType, id) {
      const found = requireLive(objectType, id);
      releaseUnique(found);
      recordsOf(objectType).set(found.id, { ...found, archivedAtMs: parts.nowMs() });
    },
    merge(objectType, primaryId, otherId, source) {
      const pair = [requireLive(objectType, primaryId), requireLive(objectType, otherId)] as const;
      if (pair[0].id === pair[1].id) throw validationError('A record cannot be merged with itself');
      const values = mergedValues(...pair);
      for (const old of pair) {
        releaseUnique(old);
        recordsOf(objectType).delete(old.id);
        merged.push({ ...old, archivedAtMs: parts.nowMs() });
      }
      const id = parts.identifiers.nextRecordId();
      for (const old of pair) mergedInto.set(`${objectType}/${old.id}`, id);
      const stamp = stampOf(source);
      const made = newRecord(objectType, id, values, stamp);
      return keep({ ...made, history: mergedHistory(made, pair, stamp) }, values, source);
    },
    searchable: (objectType) => [
      ...recordsOf(objectType).values(),
      ...merged.filter((record) => record.objectType === objectType),
    ],
    letSearchKnow() {
      const nowMs = parts.nowMs();
      for (const records of byType.values()) {
        for (const [id, record] of records) records.set(id, indexedBy(record, nowMs));
      }
      merged.length = 0;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
