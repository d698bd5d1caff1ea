import { Hono } from 'hono';
import { formatBatch } from '../formatters/batch.ts';
import type { Access } from '../http/authentication.ts';
import { objectScope, requireAnyScope } from '../http/authentication.ts';
import type { HubSpotContext, HubSpotEnvironment } from '../http/environment.ts';
import { readObjectType } from '../http/object-type-parameter.ts';
import { readFlag } from '../http/query-parameters.ts';
import { readBody } from '../http/request-body.ts';
import { checkBatchSize } from './batch-rules.ts';
import type { BatchOutcome } from './object-batch-actions.ts';
import { createBatch, readBatch, updateBatch } from './object-batch-actions.ts';
import type { RouteParts } from './route-parts.ts';
import {
  batchCreateSchema,
  batchIdSchema,
  batchReadSchema,
  batchUpdateSchema,
} from './write-schemas.ts';

function accessible(context: HubSpotContext, objectTypeText: string, access: Access) {
  const objectType = readObjectType(objectTypeText);
  requireAnyScope(context, [objectScope(objectType, access)]);
  return objectType;
}

export function createObjectBatchRoutes({ store, clock }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  const path = '/crm/v3/objects/:objectType/batch';
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
    const objectType = accessible(context, context.req.param('objectType'), 'read');
    const body = await readBody(context, batchReadSchema);
    const outcome = readBatch(store, objectType, body, readFlag(context, 'archived'));
    return answer(context, outcome, 200);
  });
  routes.post(`${path}/update`, async (context) => {
    const objectType = accessible(context, context.req.param('objectType'), 'write');
    const { inputs } = await readBody(context, batchUpdateSchema);
    return answer(context, updateBatch(store, objectType, inputs), 200);
  });
  routes.post(`${path}/create`, async (context) => {
    const objectType = accessible(context, context.req.param('objectType'), 'write');
    const { inputs } = await readBody(context, batchCreateSchema);
    return answer(context, createBatch(store, objectType, inputs), 201);
  });
  routes.post(`${path}/archive`, async (context) => {
    const objectType = accessible(context, context.req.param('objectType'), 'write');
    const { inputs } = await readBody(context, batchIdSchema);
    checkBatchSize(inputs);
    for (const { id } of inputs) {
      if (store.findObject(objectType, id) !== undefined) store.records.archive(objectType, id);
    }
    return context.body(null, 204);
  });
  return routes;
}
