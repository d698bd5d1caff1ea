import { Hono } from 'hono';
import type { ErrorBody } from '../api-error.ts';
import { validationError } from '../api-error.ts';
import type { CrmRecord, ObjectTypeName } from '../entities.ts';
import type { WireBatchError } from '../formatters/batch.ts';
import { batchError, formatBatch } from '../formatters/batch.ts';
import { formatRecord } from '../formatters/record.ts';
import { objectScope, requireAnyScope } from '../http/authentication.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readObjectType } from '../http/object-type-parameter.ts';
import { readFlag } from '../http/query-parameters.ts';
import { readBody } from '../http/request-body.ts';
import { objectTypeInfo } from '../object-types.ts';
import type { CheckedWrite } from '../store/check-writes.ts';
import { valuesRefused } from '../values/check-values.ts';
import { API_SOURCE } from './api-source.ts';
import { checkBatchSize, checkNoDuplicates } from './batch-rules.ts';
import { planAssociations } from './new-associations.ts';
import { writtenAs } from './objects.ts';
import { lookUp, resolveId } from './record-lookup.ts';
import type { RouteParts } from './route-parts.ts';
import {
  batchCreateSchema,
  batchIdSchema,
  batchReadSchema,
  batchUpdateSchema,
} from './write-schemas.ts';

const MOST_WITH_HISTORY = 50;

/** One error for all unknown ids together. */
function unknownIds(objectType: ObjectTypeName, ids: readonly string[]): WireBatchError[] {
  if (ids.length === 0) return [];
  const kind = objectTypeInfo(objectType).singular.toUpperCase();
  return [
    batchError({
      category: 'OBJECT_NOT_FOUND',
      message: `Could not get some ${kind} objects, they may be deleted or not exist. Check that ids are valid.`,
      context: { ids },
    }),
  ];
}

interface TracedWrite {
  readonly traceId: string | undefined;
  readonly checked: CheckedWrite;
}

function refusalOf(checked: CheckedWrite): ErrorBody | undefined {
  if (checked.problems.length > 0) return valuesRefused(checked.problems).body;
  return checked.conflict?.body;
}

/**
 * A wrong value fails the whole batch, except where every input carries an `objectWriteTraceId` of
 * its own: then the good ones are written and the others reported ("Multi-status errors" in
 * HubSpot's error guide).
 */
function refusals(writes: readonly TracedWrite[]): ReadonlyMap<CheckedWrite, WireBatchError> {
  const traceIds = writes.map((write) => write.traceId);
  const isTraced = !traceIds.includes(undefined) && new Set(traceIds).size === traceIds.length;
  if (!isTraced) {
    const problems = writes.flatMap((write) => write.checked.problems);
    if (problems.length > 0) throw valuesRefused(problems);
    const conflict = writes.find((write) => write.checked.conflict !== undefined);
    if (conflict?.checked.conflict !== undefined) throw conflict.checked.conflict;
  }
  const failed = new Map<CheckedWrite, WireBatchError>();
  for (const { checked, traceId } of writes) {
    const body = refusalOf(checked);
    if (body === undefined) continue;
    const context = { objectWriteTraceId: [traceId ?? ''], ...body.context };
    failed.set(checked, batchError({ ...body, context }));
  }
  return failed;
}

const tracedResult = <Result extends object>(
  result: Result,
  traceId: string | undefined,
): Result => (traceId === undefined ? result : { ...result, objectWriteTraceId: traceId });

export function createObjectBatchRoutes({ store, clock }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  const path = '/crm/v3/objects/:objectType/batch';

  routes.post(`${path}/read`, async (context) => {
    const objectType = readObjectType(context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'read')]);
    const body = await readBody(context, batchReadSchema);
    const hasHistory = body.propertiesWithHistory.length > 0;
    checkBatchSize(body.inputs, hasHistory ? MOST_WITH_HISTORY : undefined);
    const archived = readFlag(context, 'archived');
    const records = new Map<string, CrmRecord>();
    const missing: string[] = [];
    for (const { id } of body.inputs) {
      const record = lookUp(store, objectType, id, body.idProperty, archived);
      if (record === undefined) missing.push(id);
      else records.set(record.id, record);
    }
    const { properties, propertiesWithHistory } = body;
    const names = properties.length > 0 || hasHistory ? properties : undefined;
    const results = [...records.values()].map((record) =>
      formatRecord(
        record,
        { properties: names, propertiesWithHistory },
        store.properties(objectType),
        store.account.portalId,
      ),
    );
    const errors = unknownIds(objectType, missing);
    return context.json(formatBatch(results, errors, clock.nowMs()), errors.length > 0 ? 207 : 200);
  });

  routes.post(`${path}/update`, async (context) => {
    const objectType = readObjectType(context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'write')]);
    const { inputs } = await readBody(context, batchUpdateSchema);
    checkBatchSize(inputs);
    checkNoDuplicates(inputs.map((input) => input.id));
    const idProperties = new Set(inputs.map((input) => input.idProperty));
    if (idProperties.size > 1) throw validationError('All inputs must have the same idProperty');
    const resolved = inputs.map((input) => ({
      input,
      id: resolveId(store, objectType, input.id, input.idProperty),
    }));
    const checked = store.checkWrites(
      objectType,
      resolved.map(({ id, input }) => ({ id, properties: input.properties })),
      'api',
    );
    const writes = checked.map((write, index) => ({
      checked: write,
      traceId: inputs[index]?.objectWriteTraceId,
      givenId: inputs[index]?.id ?? '',
    }));
    const failed = refusals(writes);
    const missing: string[] = [];
    const results = writes.flatMap(({ checked: write, traceId, givenId }) => {
      if (failed.has(write)) return [];
      if (write.id === undefined || store.findObject(objectType, write.id) === undefined) {
        missing.push(givenId);
        return [];
      }
      const record = store.records.update(objectType, write.id, write.values, API_SOURCE);
      return [tracedResult(writtenAs(store, record, Object.keys(write.values)), traceId)];
    });
    const errors = [...failed.values(), ...unknownIds(objectType, missing)];
    return context.json(formatBatch(results, errors, clock.nowMs()), errors.length > 0 ? 207 : 200);
  });

  routes.post(`${path}/create`, async (context) => {
    const objectType = readObjectType(context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'write')]);
    const { inputs } = await readBody(context, batchCreateSchema);
    checkBatchSize(inputs);
    const plans = inputs.map((input) => planAssociations(store, objectType, input.associations));
    const writes = store.checkWrites(objectType, inputs, 'api').map((checked, index) => ({
      checked,
      traceId: inputs[index]?.objectWriteTraceId,
      associate: plans[index],
    }));
    const failed = refusals(writes);
    const results = writes.flatMap(({ checked, traceId, associate }) => {
      if (failed.has(checked)) return [];
      const record = store.records.create(objectType, checked.values, API_SOURCE);
      associate?.(record.id);
      return [tracedResult(writtenAs(store, record, Object.keys(checked.values)), traceId)];
    });
    const errors = [...failed.values()];
    return context.json(formatBatch(results, errors, clock.nowMs()), errors.length > 0 ? 207 : 201);
  });

  routes.post(`${path}/archive`, async (context) => {
    const objectType = readObjectType(context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'write')]);
    const { inputs } = await readBody(context, batchIdSchema);
    checkBatchSize(inputs);
    for (const { id } of inputs) {
      if (store.findObject(objectType, id) !== undefined) store.records.archive(objectType, id);
    }
    return context.body(null, 204);
  });
  return routes;
}
