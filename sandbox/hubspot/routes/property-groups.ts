import { Hono } from 'hono';
import { formatGroup } from '../formatters/property.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readBody } from '../http/request-body.ts';
import { groupCreateSchema, groupPatchSchema } from './property-schemas.ts';
import type { RouteParts } from './route-parts.ts';
import { readableSchema, writableSchema } from './schema-access.ts';

export function createPropertyGroupRoutes({ store }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  const collection = '/crm/v3/properties/:objectType/groups';
  const member = `${collection}/:groupName`;

  routes.get(collection, (context) => {
    const objectType = readableSchema(context, context.req.param('objectType'));
    return context.json({ results: store.groups(objectType).list().map(formatGroup) });
  });
  routes.post(collection, async (context) => {
    const objectType = writableSchema(context, context.req.param('objectType'));
    const input = await readBody(context, groupCreateSchema);
    return context.json(formatGroup(store.createGroup(objectType, input)), 201);
  });
  routes.get(member, (context) => {
    const objectType = readableSchema(context, context.req.param('objectType'));
    const found = store.groups(objectType).require(context.req.param('groupName'));
    return context.json(formatGroup(found));
  });
  routes.patch(member, async (context) => {
    const objectType = writableSchema(context, context.req.param('objectType'));
    const patch = await readBody(context, groupPatchSchema);
    const changed = store.groups(objectType).update(context.req.param('groupName'), patch);
    return context.json(formatGroup(changed));
  });
  routes.delete(member, (context) => {
    const objectType = writableSchema(context, context.req.param('objectType'));
    store.removeGroup(objectType, context.req.param('groupName'));
    return context.body(null, 204);
  });
  return routes;
}
