import { Hono } from 'hono';
import { propertyNotFound } from '../api-error.ts';
import { formatProperty, formatReadProperty } from '../formatters/property.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readFlag, readList } from '../http/query-parameters.ts';
import { readBody } from '../http/request-body.ts';
import { propertyCreateSchema, propertyPatchSchema } from './property-schemas.ts';
import type { RouteParts } from './route-parts.ts';
import { readableSchema, writableSchema } from './schema-access.ts';

export function createPropertyRoutes({ store, behavior }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  const collection = '/crm/v3/properties/:objectType';
  const member = `${collection}/:propertyName`;

  routes.get(collection, (context) => {
    const objectType = readableSchema(context, context.req.param('objectType'));
    const names = readList(context, 'properties');
    const results = store
      .properties(objectType)
      .list(readFlag(context, 'archived'))
      .filter((definition) => names?.includes(definition.name) ?? true)
      .map((definition) => formatReadProperty(definition, behavior.current));
    return context.json({ results });
  });
  routes.post(collection, async (context) => {
    const objectType = writableSchema(context, context.req.param('objectType'));
    const input = await readBody(context, propertyCreateSchema);
    return context.json(formatProperty(store.createProperty(objectType, input)), 201);
  });
  routes.get(member, (context) => {
    const objectType = readableSchema(context, context.req.param('objectType'));
    const name = context.req.param('propertyName');
    const found = store.properties(objectType).find(name);
    if (found?.archived !== readFlag(context, 'archived')) throw propertyNotFound(name);
    return context.json(formatReadProperty(found, behavior.current));
  });
  routes.patch(member, async (context) => {
    const objectType = writableSchema(context, context.req.param('objectType'));
    const patch = await readBody(context, propertyPatchSchema);
    const changed = store.updateProperty(objectType, context.req.param('propertyName'), patch);
    return context.json(formatProperty(changed));
  });
  routes.delete(member, (context) => {
    const objectType = writableSchema(context, context.req.param('objectType'));
    store.properties(objectType).archive(context.req.param('propertyName'));
    return context.body(null, 204);
  });
  return routes;
}
