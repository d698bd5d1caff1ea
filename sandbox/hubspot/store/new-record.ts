import type { CrmRecord, ObjectTypeName } from '../entities.ts';
import { objectTypeInfo } from '../object-types.ts';
import type { PropertyValues } from '../values/check-values.ts';
import { formatDateTime, parseDateTimeMs } from '../values/date-values.ts';
import type { WriteStamp } from './record-values.ts';
import { withValues } from './record-values.ts';

/** What HubSpot fills in itself; a value that was given wins. */
function filledIn(objectType: ObjectTypeName, id: string, stamp: WriteStamp): PropertyValues {
  const now = formatDateTime(stamp.nowMs);
  return {
    createdate: now,
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

export function newRecord(
  objectType: ObjectTypeName,
  id: string,
  given: PropertyValues,
  stamp: WriteStamp,
): CrmRecord {
  const values = { ...filledIn(objectType, id, stamp), ...given, hs_object_id: id };
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
