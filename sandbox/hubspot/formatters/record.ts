import type { ErrorBody } from '../model/api-error.ts';
import type { CrmRecord, ObjectTypeName, PropertyDefinition } from '../model/entities.ts';
import { objectTypeInfo } from '../model/object-types.ts';
import type { AssociationCategory } from '../store/association-types.ts';
import type { AssociatedRecord } from '../store/associations.ts';
import type { PropertyStore } from '../store/property-store.ts';
import { currentValue } from '../store/record-values.ts';
import { formatDateTime } from '../values/property-value.ts';

interface RecordView {
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
  /** Absent where a user wrote. */
  readonly sourceLabel?: string;
  readonly updatedByUserId?: number;
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
    ...(source.type === 'INTEGRATION' && { sourceLabel: source.label }),
    ...(source.userId !== undefined && { updatedByUserId: source.userId }),
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

interface WireAssociation {
  readonly toObjectId: number;
  readonly associationTypes: readonly {
    readonly category: AssociationCategory;
    readonly typeId: number;
    readonly label: string | null;
  }[];
}

/** v4 sends the id as a JSON number, although the client's types say string. */
export const formatAssociation = ({ id, types }: AssociatedRecord): WireAssociation => ({
  toObjectId: Number(id),
  associationTypes: types.map(({ category, typeId, label }) => ({
    category,
    typeId,
    label,
  })),
});

export interface WireRecordAssociations {
  readonly results: readonly { readonly id: string; readonly type: string }[];
  readonly paging?: { readonly next: { readonly after: string; readonly link: string } };
}

/** A record read with `associations` carries at most these many rows of each type. */
const MAX_ROWS = 100;

/** The v3 form beside a record: one row for each label. */
export function formatRecordAssociations(
  fromType: ObjectTypeName,
  fromId: string,
  toType: ObjectTypeName,
  associated: readonly AssociatedRecord[],
): WireRecordAssociations {
  const rows = associated.flatMap(({ id, types }) =>
    types.map(({ v3Name }) => ({ id, type: v3Name })),
  );
  const results = rows.slice(0, MAX_ROWS);
  const next = rows[MAX_ROWS];
  if (next === undefined) return { results };
  const path = `/crm/objects/2026-03/${fromType}/${fromId}/associations/${toType}`;
  const link = `https://api.hubapi.com${path}?after=${next.id}`;
  return { results, paging: { next: { after: next.id, link } } };
}

/** One failed input of a batch: the error envelope without a correlation id. */
export type WireBatchError = { readonly status: 'error' } & ErrorBody;

interface WireBatch<Result> {
  readonly completedAt: string;
  readonly status: 'COMPLETE';
  readonly startedAt: string;
  readonly results: readonly Result[];
  readonly errors?: readonly WireBatchError[];
  readonly numErrors?: number;
}

export const batchError = (body: ErrorBody): WireBatchError => ({ status: 'error', ...body });

export function formatBatch<Result>(
  results: readonly Result[],
  errors: readonly WireBatchError[],
  nowMs: number,
): WireBatch<Result> {
  return {
    completedAt: formatDateTime(nowMs),
    status: 'COMPLETE',
    startedAt: formatDateTime(nowMs),
    results,
    ...(errors.length > 0 && { errors, numErrors: errors.length }),
  };
}
