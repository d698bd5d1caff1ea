import { Hono } from 'hono';
import { z } from 'zod';
import { HubSpotApiError, objectNotFound } from '../model/api-error.ts';
import type { ObjectTypeName } from '../model/entities.ts';
import { formatAssociation, formatBatch } from '../formatters/record.ts';
import { objectScope, requireAnyScope } from '../http/authentication.ts';
import type { HubSpotContext, HubSpotEnvironment } from '../http/environment.ts';
import { readBody, readLimit, readObjectType } from '../http/request.ts';
import { objectTypeInfo } from '../model/object-types.ts';
import type { RecordKey } from '../store/associations.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { compareIds } from '../store/record-store.ts';
import type { RouteParts } from './route-parts.ts';
import { associationSpecSchema } from './write-schemas.ts';

export const MAX_ON_PAGE = 500;
export interface Direction {
  readonly fromType: ObjectTypeName;
  readonly toType: ObjectTypeName;
}

export function associationPage(
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

export function readDirection(
  store: HubSpotStore,
  context: HubSpotContext,
  from: string,
  to: string,
  access: 'read' | 'write',
) {
  const fromType = readObjectType(store, from);
  const toType = readObjectType(store, to);
  requireAnyScope(context, [objectScope(fromType, access)]);
  requireAnyScope(context, [objectScope(toType, access)]);
  return { fromType, toType };
}

/** Both directions, each with the type that has no label. */
export function associateByDefault(store: HubSpotStore, from: RecordKey, to: RecordKey) {
  const row = (left: RecordKey, right: RecordKey) => {
    const { unlabeled } = store.associationTypes.of(left.objectType, right.objectType);
    return {
      from: { id: left.id },
      to: { id: right.id },
      associationSpec: {
        associationCategory: unlabeled.category,
        associationTypeId: unlabeled.typeId,
      },
    };
  };
  const rows = [row(from, to), row(to, from)];
  store.associations.associate(from, to);
  return rows;
}

function requirePair(store: HubSpotStore, from: RecordKey, to: RecordKey): void {
  for (const { objectType, id } of [from, to]) {
    if (store.findObject(objectType, id) === undefined) throw objectNotFound(id);
  }
}

function registerRead(routes: Hono<HubSpotEnvironment>, { store }: RouteParts): void {
  routes.get('/:fromType/:fromId/associations/:toType', (context) => {
    const { fromType, fromId, toType } = context.req.param();
    const direction = readDirection(store, context, fromType, toType, 'read');
    if (store.findObject(direction.fromType, fromId) === undefined) throw objectNotFound(fromId);
    const limit = readLimit(context, MAX_ON_PAGE, MAX_ON_PAGE);
    const after = context.req.query('after') ?? '';
    const { rows, paging } = associationPage(store, direction, fromId, after, limit);
    return context.json({ results: rows, ...paging });
  });
}

function registerWrites(routes: Hono<HubSpotEnvironment>, { store, clock }: RouteParts): void {
  const pair = '/:fromType/:fromId/associations/:toType/:toId';
  routes.put('/:fromType/:fromId/associations/default/:toType/:toId', (context) => {
    const { fromType, fromId, toType, toId } = context.req.param();
    const direction = readDirection(store, context, fromType, toType, 'write');
    const from = { objectType: direction.fromType, id: fromId };
    const to = { objectType: direction.toType, id: toId };
    requirePair(store, from, to);
    const rows = associateByDefault(store, from, to);
    return context.json(formatBatch(rows, [], clock.nowMs()));
  });
  routes.put(pair, async (context) => {
    const { fromType, fromId, toType, toId } = context.req.param();
    const direction = readDirection(store, context, fromType, toType, 'write');
    const specs = await readBody(context, z.array(associationSpecSchema).min(1));
    const from = { objectType: direction.fromType, id: fromId };
    const to = { objectType: direction.toType, id: toId };
    requirePair(store, from, to);
    const isPrimary = specs.map((spec) =>
      store.associationTypes.isPrimary(direction.fromType, direction.toType, spec),
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
    const direction = readDirection(store, context, fromType, toType, 'write');
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
