import { objectNotFound, validationError } from '../api-error.ts';
import type {
  ChangeListener,
  CrmRecord,
  ObjectTypeName,
  PropertyDefinition,
  WriteSource,
} from '../entities.ts';
import type { Identifiers } from '../identifiers.ts';
import type { PropertyValues } from '../values/check-values.ts';
import type { PropertyStore } from './property-store.ts';
import { newRecord } from './new-record.ts';
import type { WriteStamp } from './record-values.ts';
import { SEARCH_INDEX_LAG_MS, changesOf, currentValue, modified } from './record-values.ts';
import type { UniqueValues } from './unique-values.ts';
import { isUnique } from './unique-values.ts';

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
  onChange(listener: ChangeListener): () => void;
}

export interface RecordStoreParts {
  readonly nowMs: () => number;
  readonly identifiers: Identifiers;
  readonly uniqueValues: UniqueValues;
  readonly propertiesOf: (objectType: ObjectTypeName) => PropertyStore;
}

export const compareIds = (left: string, right: string): number =>
  left.length - right.length || (left < right ? -1 : left === right ? 0 : 1);

export function createRecordStore(parts: RecordStoreParts): RecordStore {
  const records: Readonly<Record<ObjectTypeName, Map<string, CrmRecord>>> = {
    deals: new Map(),
    contacts: new Map(),
    companies: new Map(),
  };
  const listeners = new Set<ChangeListener>();

  const stampOf = (source: WriteSource): WriteStamp => {
    const nowMs = parts.nowMs();
    const lagMs = source.type === 'INTEGRATION' ? SEARCH_INDEX_LAG_MS : 0;
    return { nowMs, indexedAtMs: nowMs + lagMs, source };
  };
  const claimUnique = (record: CrmRecord, values: PropertyValues): void => {
    const { objectType, id } = record;
    for (const [name, value] of Object.entries(values)) {
      const definition = parts.propertiesOf(objectType).find(name);
      if (definition === undefined || !isUnique(objectType, definition)) continue;
      const before = records[objectType].get(id);
      const held = before === undefined ? null : currentValue(before, name);
      if (held !== null) parts.uniqueValues.release(objectType, name, held);
      if (value !== '') parts.uniqueValues.claim(objectType, name, value, id);
    }
  };
  const keep = (record: CrmRecord, written: PropertyValues, source: WriteSource): CrmRecord => {
    claimUnique(record, written);
    records[record.objectType].set(record.id, record);
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
  const requireLive = (objectType: ObjectTypeName, id: string): CrmRecord => {
    const found = records[objectType].get(id);
    if (found === undefined || found.archivedAtMs !== undefined) throw objectNotFound(id);
    return found;
  };

  return {
    find: (objectType, id) => records[objectType].get(id),
    list: (objectType, archived) =>
      [...records[objectType].values()]
        .filter((record) => (record.archivedAtMs !== undefined) === archived)
        .sort((left, right) => compareIds(left.id, right.id)),
    create(objectType, values, source, id = parts.identifiers.nextRecordId()) {
      if (!/^\d+$/.test(id)) throw validationError(`Record id "${id}" is not numeric`);
      if (records[objectType].has(id)) throw validationError(`Record id ${id} is taken`);
      return keep(newRecord(objectType, id, values, stampOf(source)), values, source);
    },
    update(objectType, id, values, source) {
      const found = requireLive(objectType, id);
      const changes = changesOf(found, values);
      if (Object.keys(changes).length === 0) return found;
      return keep(modified(found, changes, stampOf(source)), changes, source);
    },
    archive(objectType, id) {
      const found = requireLive(objectType, id);
      for (const { name } of uniqueProperties(objectType)) {
        const held = currentValue(found, name);
        if (held !== null) parts.uniqueValues.release(objectType, name, held);
      }
      records[objectType].set(id, { ...found, archivedAtMs: parts.nowMs() });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
