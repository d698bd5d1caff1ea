import { Hono } from 'hono';
import { z } from 'zod';
import { formatProperty } from '../formatters/property.ts';
import { requireAnyScope, type Access } from '../http/authentication.ts';
import type { HubSpotContext, HubSpotEnvironment } from '../http/environment.ts';
import { readBody, readFlag } from '../http/request.ts';
import { qualifiedName, type CustomObject } from '../model/custom-object.ts';
import type { HubSpotStore } from '../store/hubspot-store.ts';
import { formatDateTime } from '../values/property-value.ts';
import { propertyCreateSchema } from './property-schemas.ts';
import type { RouteParts } from './route-parts.ts';

const labelsSchema = z.strictObject({ singular: z.string(), plural: z.string() });
const namesSchema = z.array(z.string());

const patchSchema = z.strictObject({
  labels: labelsSchema.optional(),
  description: z.string().optional(),
  primaryDisplayProperty: z.string().optional(),
  secondaryDisplayProperties: namesSchema.optional(),
  requiredProperties: namesSchema.optional(),
  searchableProperties: namesSchema.optional(),
});

/** The body that defines an object. */
export const customObjectSchema = patchSchema.extend({
  name: z.string(),
  labels: labelsSchema,
  primaryDisplayProperty: z.string(),
  requiredProperties: namesSchema,
  associatedObjects: namesSchema,
  properties: z.array(propertyCreateSchema.partial({ groupName: true })).min(1),
});

const associationSchema = z.strictObject({
  fromObjectTypeId: z.string(),
  toObjectTypeId: z.string(),
  name: z.string().optional(),
});

function requireScope(context: HubSpotContext, access: Access): void {
  requireAnyScope(context, [`crm.schemas.custom.${access}`]);
}

function format(store: HubSpotStore, object: CustomObject): Readonly<Record<string, unknown>> {
  const { typeId, createdAtMs, updatedAtMs, ...rest } = object;
  const properties = store.properties(typeId).list(false);
  return {
    ...rest,
    id: typeId.slice(2),
    objectTypeId: typeId,
    fullyQualifiedName: qualifiedName(store.account.portalId, object.name),
    properties: properties.map(formatProperty),
    createdAt: formatDateTime(createdAtMs),
    updatedAt: formatDateTime(updatedAtMs),
  };
}

const COLLECTION = '/';
const MEMBER = '/:objectType';

function registerDefinition(routes: Hono<HubSpotEnvironment>, store: HubSpotStore): void {
  const { customObjects } = store;
  routes.get(COLLECTION, (context) => {
    requireScope(context, 'read');
    const found = customObjects.list(readFlag(context, 'archived'));
    return context.json({ results: found.map((object) => format(store, object)) });
  });
  routes.post(COLLECTION, async (context) => {
    requireScope(context, 'write');
    const created = customObjects.create(await readBody(context, customObjectSchema));
    return context.json(format(store, created), 201);
  });
  routes.get(MEMBER, (context) => {
    requireScope(context, 'read');
    return context.json(format(store, customObjects.require(context.req.param('objectType'))));
  });
  routes.patch(MEMBER, async (context) => {
    requireScope(context, 'write');
    const { typeId } = customObjects.require(context.req.param('objectType'));
    const changed = customObjects.update(typeId, await readBody(context, patchSchema));
    return context.json(format(store, changed));
  });
  routes.delete(MEMBER, (context) => {
    requireScope(context, 'write');
    const isPurge = readFlag(context, 'archived');
    const { typeId } = customObjects.require(context.req.param('objectType'), isPurge);
    if (isPurge) customObjects.purge(typeId);
    else customObjects.archive(typeId);
    return context.body(null, 204);
  });
}

/** The definitions of an account's own objects. */
export function createCustomObjectRoutes({ store }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  registerDefinition(routes, store);
  routes.post(`${MEMBER}/associations`, async (context) => {
    requireScope(context, 'write');
    const { typeId } = store.customObjects.require(context.req.param('objectType'));
    const { toObjectTypeId, name } = await readBody(context, associationSchema);
    return context.json(store.customObjects.associate(typeId, toObjectTypeId, name), 201);
  });
  return routes;
}

const percentage = (usage: number, limit: number): number =>
  limit === 0 ? 100 : (usage / limit) * 100;

/** Which scope HubSpot asks for here is not documented: one that custom objects need anyway. */
const LIMIT_SCOPES = ['crm.schemas.custom.read', 'crm.objects.custom.read'];

/** How many definitions and records the account may have, and has. */
export function createLimitsRoutes({ store, behavior }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  routes.get('/custom-object-types', (context) => {
    requireAnyScope(context, LIMIT_SCOPES);
    const limit = behavior.current.customObjectLimit;
    const usage = store.customObjects.list(false).length;
    return context.json({ limit, usage, percentage: percentage(usage, limit) });
  });
  routes.get('/records', (context) => {
    requireAnyScope(context, LIMIT_SCOPES);
    const overallLimit = behavior.current.customRecordLimit;
    const byObjectType = store.customObjects.list(false).map(({ typeId, labels }) => ({
      objectTypeId: typeId,
      singularLabel: labels.singular,
      pluralLabel: labels.plural,
      usage: store.listObjects(typeId).length,
    }));
    const overallUsage = byObjectType.reduce((sum, { usage }) => sum + usage, 0);
    return context.json({
      customObjectTypes: {
        byObjectType,
        overallLimit,
        overallUsage,
        overallPercentage: percentage(overallUsage, overallLimit),
      },
      hubspotDefinedObjectTypes: [],
    });
  });
  return routes;
}
