import type { CrmRecord, PropertyDefinition } from '../entities.ts';
import { objectTypeInfo } from '../object-types.ts';
import { currentValue } from '../store/record-values.ts';
import type { PropertyStore } from '../store/property-store.ts';
import { formatDateTime } from '../values/date-values.ts';

export interface RecordView {
  /** Undefined means the object's default properties. */
  readonly properties: readonly string[] | undefined;
  readonly propertiesWithHistory: readonly string[];
  /** The search answers with what its index knows; everything else with the current value. */
  readonly readValue?: (record: CrmRecord, name: string) => string | null;
}

interface WireHistoryEntry {
  readonly value: string;
  readonly timestamp: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly sourceLabel: string;
}

export interface WireRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
  readonly propertiesWithHistory?: Readonly<Record<string, readonly WireHistoryEntry[]>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
  readonly archivedAt?: string;
  readonly url: string;
}

const isLive = (definition: PropertyDefinition | undefined): boolean =>
  definition?.archived === false;

/** Unknown names are left out without a word, known ones without a value are null. */
const known = (names: readonly string[], properties: PropertyStore): readonly string[] =>
  [...new Set(names)].filter((name) => isLive(properties.find(name))).sort();

const historyOf = (record: CrmRecord, name: string): readonly WireHistoryEntry[] =>
  (record.history.get(name) ?? []).map(({ value, timestampMs, source }) => ({
    value,
    timestamp: formatDateTime(timestampMs),
    sourceType: source.type,
    sourceId: source.id,
    sourceLabel: source.label,
  }));

export function formatRecord(
  record: CrmRecord,
  view: RecordView,
  properties: PropertyStore,
  portalId: number,
): WireRecord {
  const info = objectTypeInfo(record.objectType);
  const historyNames = known(view.propertiesWithHistory, properties);
  const wanted = [...(view.properties ?? info.defaultProperties), ...historyNames];
  const names = known([...wanted, ...info.alwaysReturned], properties);
  const { archivedAtMs } = record;
  const readValue = view.readValue ?? currentValue;
  return {
    id: record.id,
    properties: Object.fromEntries(names.map((name) => [name, readValue(record, name)])),
    ...(view.propertiesWithHistory.length > 0 && {
      propertiesWithHistory: Object.fromEntries(
        historyNames.map((name) => [name, historyOf(record, name)]),
      ),
    }),
    createdAt: formatDateTime(record.createdAtMs),
    updatedAt: formatDateTime(record.updatedAtMs),
    archived: archivedAtMs !== undefined,
    ...(archivedAtMs !== undefined && { archivedAt: formatDateTime(archivedAtMs) }),
    url: `https://app.hubspot.com/contacts/${String(portalId)}/record/${info.typeId}/${record.id}`,
  };
}
