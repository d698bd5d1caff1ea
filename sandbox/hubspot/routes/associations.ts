import { Hono } from 'hono';
import { z } from 'zod';
import { HubSpotApiError, objectNotFound, validationError } from '../model/api-error.ts';
import type { ObjectTypeName } from '../model/entities.ts';
import { batchError, formatAssociation, formatBatch } from '../formatters/record.ts';
import { objectScope, requireAnyScope } from '../http/authentication.ts';
import type { HubSpotContext, HubSpotEnvironment } from '../http/environment.ts';
import { readBody, readLimit, readObjectType } from '../http/request.ts';
import { objectTypeInfo } from '../model/object-types.ts';
import { associationTypes, isPrimaryTypeId, type RecordKey } from '../store/associations.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { compareIds } from '../store/record-store.ts';
import type { RouteParts } from './route-parts.ts';
import { associationSpecSchema } from './write-schemas.ts';

const MAX_ON_PAGE = 500;
const MAX_INPUTS = 1_000;

const batchReadSchema = z.strictObject({
  inputs: z.array(
    z.strictObject({
      id: z.union([z.string(), z.int()]).transform(String),
      after: z.string().optional(),
    }),
  ),
});

interface Direction {
  readonly fromType: ObjectTypeName;
  readonly toType: ObjectTypeName;
}

function page(
  store: HubSpotStore,
  { fromType, toType }: Direction,
  fromId: string,
  after: string,
  limit: number,
) {
  const rest = store
    .associatedWith(fromType, fromId, toType)
    .filter((associated) => compareIds(associated.id, after) > 0);
  const results = rest.slice(0, limit);
  const last = results.at(-1);
  const hasMore = last !== undefined && rest.length > limit;
  return {
    rows: results.map(formatAssociation),
    paging: hasMore ? { paging: { next: { after: last.id } } } : {},
  };
}

const noneFound = ({ fromType, toType }: Direction, id: string) => {
  const from = objectTypeInfo(fromType).singular;
  const to = objectTypeInfo(toType).singular;
  return batchError({
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
    message: `No ${to} is associated with ${from} ${id}.`,
    context: { fromObjectId: [id], fromObjectType: [from], toObjectType: [to] },
  });
};

function readDirection(
  context: HubSpotContext,
  from: string,
  to: string,
  access: 'read' | 'write',
) {
  const fromType = readObjectType(from);
  const toType = readObjectType(to);
  requireAnyScope(context, [objectScope(fromType, access)]);
  requireAnyScope(context, [objectScope(toType, access)]);
  return { fromType, toType };
}

function requirePair(store: HubSpotStore, from: RecordKey, to: RecordKey): void {
  for (const { objectType, id } of [from, to]) {
    if (store.findObject(objectType, id) === undefined) throw objectNotFound(id);
  }
}

function registerRead(routes: Hono<HubSpotEnvironment>, { store }: RouteParts): void {
  routes.get('/:fromType/:fromId/associations/:toType', (context) => {
    const { fromType, fromId, toType } = context.req.param();
    const direction = readDirection(context, fromType, toType, 'read');
    if (store.findObject(direction.fromType, fromId) === undefined) throw objectNotFound(fromId);
    const limit = readLimit(context, MAX_ON_PAGE, MAX_ON_PAGE);
    const after = context.req.query('after') ?? '';
    const { rows, paging } = page(store, direction, fromId, after, limit);
    return context.json({ results: rows, ...paging });
  });
}

/** The associations of many records, whose paths begin otherwise than those of one. */
export function createAssociationBatchRoutes(parts: RouteParts): Hono<HubSpotEnvironment> {
  const { store, clock } = parts;
  const routes = new Hono<HubSpotEnvironment>();
  routes.post('/:fromType/:toType/batch/read', async (context) => {
    const { fromType, toType } = context.req.param();
    const direction = readDirection(context, fromType, toType, 'read');
    const { inputs } = await readBody(context, batchReadSchema);
    if (inputs.length === 0 || inputs.length > MAX_INPUTS) {
      throw validationError('The batch must have between 1 and 1000 inputs');
    }
    const pages = inputs.map(({ id, after = '' }) => ({
      id,
      ...page(store, direction, id, after, MAX_ON_PAGE),
    }));
    const errors = pages
      .filter(({ rows }) => rows.length === 0)
      .map(({ id }) => noneFound(direction, id));
    const results = pages
      .filter(({ rows }) => rows.length > 0)
      .map(({ id, rows, paging }) => ({ from: { id }, to: rows, ...paging }));
    const status = errors.length > 0 ? 207 : 200;
    return context.json(formatBatch(results, errors, clock.nowMs()), status);
  });
  return routes;
}

function registerWrites(routes: Hono<HubSpotEnvironment>, { store, clock }: RouteParts): void {
  const pair = '/:fromType/:fromId/associations/:toType/:toId';
  routes.put('/:fromType/:fromId/associations/default/:toType/:toId', (context) => {
    const { fromType, fromId, toType, toId } = context.req.param();
    const direction = readDirection(context, fromType, toType, 'write');
    const from = { objectType: direction.fromType, id: fromId };
    const to = { objectType: direction.toType, id: toId };
    requirePair(store, from, to);
    store.associations.associate(from, to);
    const row = (left: RecordKey, right: RecordKey) => ({
      from: { id: left.id },
      to: { id: right.id },
      associationSpec: {
        associationCategory: 'HUBSPOT_DEFINED',
        associationTypeId: associationTypes(left.objectType, right.objectType).unlabeled.typeId,
      },
    });
    return context.json(formatBatch([row(from, to), row(to, from)], [], clock.nowMs()));
  });
  routes.put(pair, async (context) => {
    const { fromType, fromId, toType, toId } = context.req.param();
    const direction = readDirection(context, fromType, toType, 'write');
    const specs = await readBody(context, z.array(associationSpecSchema).min(1));
    const from = { objectType: direction.fromType, id: fromId };
    const to = { objectType: direction.toType, id: toId };
    requirePair(store, from, to);
    const isPrimary = specs.map((spec) =>
      isPrimaryTypeId(direction.fromType, direction.toType, spec.associationTypeId),
    );
    if (isPrimary.includes(undefined)) {
      throw new HubSpotApiError(400, {
        message: 'One or more association types are invalid for this direction',
        category: 'VALIDATION_ERROR',
      });
    }
    store.associations.associate(from, to, isPrimary.includes(true));
    return context.json(
      {
        fromObjectTypeId: objectTypeInfo(direction.fromType).typeId,
        fromObjectId: Number(fromId),
        toObjectTypeId: objectTypeInfo(direction.toType).typeId,
        toObjectId: Number(toId),
        labels: isPrimary.includes(true) ? ['Primary'] : [],
      },
      201,
    );
  });
  routes.delete(pair, (context) => {
    const { fromType, fromId, toType, toId } = context.req.param();
    const direction = readDirection(context, fromType, toType, 'write');
    store.associations.dissociate(
      { objectType: direction.fromType, id: fromId },
      { objectType: direction.toType, id: toId },
    );
    return context.body(null, 204);
  });
}

export function createAssociationRoutes(parts: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  registerRead(routes, parts);
  registerWrites(routes, parts);
  return routes;
}
