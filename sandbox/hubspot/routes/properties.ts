import { Hono } from 'hono';
import { formatGroup, formatProperty, formatReadProperty } from '../formatters/property.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readBody, readFlag, readList } from '../http/request.ts';
import { propertyNotFound } from '../model/api-error.ts';
import {
  groupCreateSchema,
  groupPatchSchema,
  propertyCreateSchema,
  propertyPatchSchema,
  readableSchema,
  writableSchema,
} from './property-schemas.ts';
import type { RouteParts } from './route-parts.ts';

export function createPropertyRoutes({ store, behavior }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  const collection = '/:objectType';
  const member = `${collection}/:propertyName`;

  routes.get(collection, (context) => {
    const objectType = readableSchema(store, context, context.req.param('objectType'));
    const names = readList(context, 'properties');
    const results = store
      .properties(objectType)
      .list(readFlag(context, 'archived'))
      .filter((definition) => names?.includes(definition.name) ?? true)
      .map((definition) => formatReadProperty(definition, behavior.current));
    return context.json({ results });
  });
  routes.post(collection, async (context) => {
    const objectType = writableSchema(store, context, context.req.param('objectType'));
    const input = await readBody(context, propertyCreateSchema);
    return context.json(formatProperty(store.createProperty(objectType, input)), 201);
  });
  routes.get(member, (context) => {
    const objectType = readableSchema(store, context, context.req.param('objectType'));
    const name = context.req.param('propertyName');
    const found = store.properties(objectType).find(name);
    if (found?.archived !== readFlag(context, 'archived')) throw propertyNotFound(name);
    return context.json(formatReadProperty(found, behavior.current));
  });
  routes.patch(member, async (context) => {
    const objectType = writableSchema(store, context, context.req.param('objectType'));
    const patch = await readBody(context, propertyPatchSchema);
    const changed = store.updateProperty(objectType, context.req.param('propertyName'), patch);
    return context.json(formatProperty(changed));
  });
  routes.delete(member, (context) => {
    const objectType = writableSchema(store, context, context.req.param('objectType'));
    store.properties(objectType).archive(context.req.param('propertyName'));
    return context.body(null, 204);
  });
  return routes;
}

export function createPropertyGroupRoutes({ store }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  const collection = '/:objectType/groups';
  const member = `${collection}/:groupName`;

  routes.get(collection, (context) => {
    const objectType = readableSchema(store, context, context.req.param('objectType'));
    return context.json({ results: store.groups(objectType).list().map(formatGroup) });
  });
  routes.post(collection, async (context) => {
    const objectType = writableSchema(store, context, context.req.param('objectType'));
    const input = await readBody(context, groupCreateSchema);
    return context.json(formatGroup(store.createGroup(objectType, input)), 201);
  });
  routes.get(member, (context) => {
    const objectType = readableSchema(store, context, context.req.param('objectType'));
    const found = store.groups(objectType).require(context.req.param('groupName'));
    return context.json(formatGroup(found));
  });
  routes.patch(member, async (context) => {
    const objectType = writableSchema(store, context, context.req.param('objectType'));
    const patch = await readBody(context, groupPatchSchema);
    const changed = store.groups(objectType).update(context.req.param('groupName'), patch);
    return context.json(formatGroup(changed));
  });
  routes.delete(member, (context) => {
    const objectType = writableSchema(store, context, context.req.param('objectType'));
    store.removeGroup(objectType, context.req.param('groupName'));
    return context.body(null, 204);
  });
  return routes;
}
