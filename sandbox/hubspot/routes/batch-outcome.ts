import { batchError, type WireBatchError } from '../formatters/record.ts';
import { validationError, type ErrorBody } from '../model/api-error.ts';
import type { ObjectTypeName } from '../model/entities.ts';
import { objectTypeInfo } from '../model/object-types.ts';
import type { CheckedWrite } from '../store/check-writes.ts';
import { valuesRefused } from '../values/check-values.ts';

interface TracedWrite {
  readonly checked: CheckedWrite;
  /** The caller's `objectWriteTraceId`. */
  readonly traceId: string | undefined;
}

/** One error for all unknown ids together, and none without any. */
export function unknownIds(objectType: ObjectTypeName, ids: readonly string[]): WireBatchError[] {
  if (ids.length === 0) return [];
  const kind = objectTypeInfo(objectType).singular.toUpperCase();
  const message = `Could not get some ${kind} objects, they may be deleted or not exist. Check that ids are valid.`;
  return [batchError({ category: 'OBJECT_NOT_FOUND', message, context: { ids } })];
}

function refusalOf(checked: CheckedWrite): ErrorBody | undefined {
  if (checked.problems.length > 0) return valuesRefused(checked.problems).body;
  return checked.conflict?.body;
}

function throwFirstRefusal(writes: readonly TracedWrite[]): void {
  const problems = writes.flatMap((write) => write.checked.problems);
  if (problems.length > 0) throw valuesRefused(problems);
  for (const { checked } of writes) if (checked.conflict !== undefined) throw checked.conflict;
}

/**
 * A wrong value fails the whole batch, except where every input carries an `objectWriteTraceId` of
 * its own: then the good ones are written and the others reported ("Multi-status errors" in
 * HubSpot's error guide).
 */
export function refusals(
  writes: readonly TracedWrite[],
): ReadonlyMap<CheckedWrite, WireBatchError> {
  const traceIds = writes.map((write) => write.traceId);
  const isTraced = !traceIds.includes(undefined) && new Set(traceIds).size === traceIds.length;
  if (!isTraced) throwFirstRefusal(writes);
  const failed = new Map<CheckedWrite, WireBatchError>();
  for (const { checked, traceId } of writes) {
    const body = refusalOf(checked);
    if (body === undefined) continue;
    const context = { objectWriteTraceId: [traceId ?? ''], ...body.context };
    failed.set(checked, batchError({ ...body, context }));
  }
  return failed;
}

export const tracedResult = <Result extends object>(
  result: Result,
  traceId: string | undefined,
): Result => (traceId === undefined ? result : { ...result, objectWriteTraceId: traceId });

const MAX_INPUTS = 100;

export function checkBatchSize(inputs: readonly unknown[], most = MAX_INPUTS): void {
  if (inputs.length === 0) throw validationError('The batch has no inputs');
  if (inputs.length > most) {
    throw validationError(
      `The batch has ${String(inputs.length)} inputs, at most ${String(most)} are allowed`,
    );
  }
}

export function checkNoDuplicates(ids: readonly string[]): void {
  const duplicates = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  if (duplicates.length === 0) return;
  throw validationError(
    `Duplicate IDs found in batch input: [${duplicates.join(', ')}]. IDs must be unique`,
    { context: { ids: duplicates } },
  );
}
