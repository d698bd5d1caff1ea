import { Hono } from 'hono';
import type { z } from 'zod';
import {
  formatBatch,
  formatRecord,
  type WireBatchError,
  type WireRecord,
} from '../formatters/record.ts';
import { objectScope, requireAnyScope, type Access } from '../http/authentication.ts';
import type { HubSpotContext, HubSpotEnvironment } from '../http/environment.ts';
import { readBody, readFlag, readObjectType } from '../http/request.ts';
import { validationError } from '../model/api-error.ts';
import type { CrmRecord, ObjectTypeName } from '../model/entities.ts';
import { objectTypeInfo } from '../model/object-types.ts';
import { API_SOURCE } from '../model/write-sources.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import {
  checkBatchSize,
  checkNoDuplicates,
  refusals,
  tracedResult,
  unknownIds,
} from './batch-outcome.ts';
import { lookUp, resolveId, writtenAs, type RouteParts } from './route-parts.ts';
import {
  batchCreateSchema,
  batchIdSchema,
  batchReadSchema,
  batchUpdateSchema,
  batchUpsertSchema,
  planAssociations,
} from './write-schemas.ts';

interface BatchOutcome {
  readonly results: readonly WireRecord[];
  readonly errors: readonly WireBatchError[];
}

const MAX_WITH_HISTORY = 50;

/** A record comes once, however often it was asked for, and never with its associations. */
function readBatch(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  body: z.output<typeof batchReadSchema>,
  archived: boolean,
): BatchOutcome {
  const { inputs, idProperty, properties, propertiesWithHistory } = body;
  const hasHistory = propertiesWithHistory.length > 0;
  checkBatchSize(inputs, hasHistory ? MAX_WITH_HISTORY : undefined);
  const records = new Map<string, CrmRecord>();
  const missing: string[] = [];
  for (const { id } of inputs) {
    const record = lookUp(store, objectType, id, idProperty, archived);
    if (record === undefined) missing.push(id);
    else records.set(record.id, record);
  }
  const names = properties.length > 0 || hasHistory ? properties : undefined;
  const view = { properties: names, propertiesWithHistory };
  const { portalId } = store.account;
  return {
    results: [...records.values()].map((record) =>
      formatRecord(record, view, store.properties(objectType), portalId),
    ),
    errors: unknownIds(objectType, missing),
  };
}

type UpdateInput = z.output<typeof batchUpdateSchema>['inputs'][number];

/** @param absent the id of a record that there is none of: empty, or none for one that is made. */
function checkUpdates(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  inputs: readonly UpdateInput[],
  absent: '' | undefined,
) {
  checkBatchSize(inputs);
  checkNoDuplicates(inputs.map((input) => input.id));
  if (new Set(inputs.map((input) => input.idProperty)).size > 1) {
    throw validationError('All inputs must have the same idProperty');
  }
  if (inputs[0]?.idProperty === 'hs_object_id') {
    throw validationError(
      `Unable to perform update/upsert by non-unique ${objectTypeInfo(objectType).typeId} property hs_object_id`,
    );
  }
  const writes = inputs.map(({ id, idProperty, properties }) => ({
    id: resolveId(store, objectType, id, idProperty) ?? absent,
    properties,
  }));
  return store.checkWrites(objectType, writes, 'api').map((checked, index) => ({
    checked,
    traceId: inputs[index]?.objectWriteTraceId,
    givenId: inputs[index]?.id ?? '',
  }));
}

function updateBatch(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  inputs: readonly UpdateInput[],
): BatchOutcome {
  const writes = checkUpdates(store, objectType, inputs, '');
  const failed = refusals(writes);
  const missing: string[] = [];
  const results = writes.flatMap(({ checked, traceId, givenId }) => {
    const { id, values } = checked;
    if (failed.has(checked)) return [];
    if (id === undefined || store.findObject(objectType, id) === undefined) {
      missing.push(givenId);
      return [];
    }
    const record = store.records.update(objectType, id, values, API_SOURCE);
    return [tracedResult(writtenAs(store, record, Object.keys(values)), traceId)];
  });
  return { results, errors: [...failed.values(), ...unknownIds(objectType, missing)] };
}

/** Updates the records that have the unique value, and makes those that are missing. */
function upsertBatch(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  inputs: z.output<typeof batchUpsertSchema>['inputs'],
): BatchOutcome {
  const writes = checkUpdates(store, objectType, inputs, undefined);
  const failed = refusals(writes);
  const results = writes.flatMap(({ checked, traceId }) => {
    const { id, values } = checked;
    if (failed.has(checked)) return [];
    const record =
      id === undefined
        ? store.records.create(objectType, values, API_SOURCE)
        : store.records.update(objectType, id, values, API_SOURCE);
    const written = writtenAs(store, record, Object.keys(values));
    return [{ ...tracedResult(written, traceId), new: id === undefined }];
  });
  return { results, errors: [...failed.values()] };
}

function createBatch(
  store: HubSpotStore,
  objectType: ObjectTypeName,
  inputs: z.output<typeof batchCreateSchema>['inputs'],
): BatchOutcome {
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
  return { results, errors: [...failed.values()] };
}

function accessible(
  store: HubSpotStore,
  context: HubSpotContext,
  objectTypeText: string,
  access: Access,
) {
  const objectType = readObjectType(store, objectTypeText);
  requireAnyScope(context, [objectScope(objectType, access)]);
  return objectType;
}

export function createObjectBatchRoutes({ store, clock }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  const path = '/:objectType/batch';
  const answer = (
    context: HubSpotContext,
    outcome: BatchOutcome,
    complete: 200 | 201,
  ): Response => {
    const { results, errors } = outcome;
    const status = errors.length > 0 ? 207 : complete;
    return context.json(formatBatch(results, errors, clock.nowMs()), status);
  };

  routes.post(`${path}/read`, async (context) => {
    const objectType = accessible(store, context, context.req.param('objectType'), 'read');
    const body = await readBody(context, batchReadSchema);
    const outcome = readBatch(store, objectType, body, readFlag(context, 'archived'));
    return answer(context, outcome, 200);
  });
  routes.post(`${path}/update`, async (context) => {
    const objectType = accessible(store, context, context.req.param('objectType'), 'write');
    const { inputs } = await readBody(context, batchUpdateSchema);
    return answer(context, updateBatch(store, objectType, inputs), 200);
  });
  routes.post(`${path}/upsert`, async (context) => {
    const objectType = accessible(store, context, context.req.param('objectType'), 'write');
    const { inputs } = await readBody(context, batchUpsertSchema);
    return answer(context, upsertBatch(store, objectType, inputs), 200);
  });
  routes.post(`${path}/create`, async (context) => {
    const objectType = accessible(store, context, context.req.param('objectType'), 'write');
    const { inputs } = await readBody(context, batchCreateSchema);
    return answer(context, createBatch(store, objectType, inputs), 201);
  });
  routes.post(`${path}/archive`, async (context) => {
    const objectType = accessible(store, context, context.req.param('objectType'), 'write');
    const { inputs } = await readBody(context, batchIdSchema);
    checkBatchSize(inputs);
    for (const { id } of inputs) store.checkRemoval(objectType, id);
    for (const { id } of inputs) {
      if (store.findObject(objectType, id) !== undefined) store.records.archive(objectType, id);
    }
    return context.body(null, 204);
  });
  return routes;
}
