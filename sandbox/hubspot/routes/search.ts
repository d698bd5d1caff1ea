import { Hono } from 'hono';
import { formatRecord } from '../formatters/record.ts';
import { objectScope, requireAnyScope } from '../http/authentication.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readObjectType } from '../http/object-type-parameter.ts';
import { readBody } from '../http/request-body.ts';
import { searchRecords } from '../search/search-records.ts';
import { checkSearch, searchBodySchema } from '../search/search-request.ts';
import { indexedValue } from '../store/record-values.ts';
import type { RouteParts } from './route-parts.ts';

export function createSearchRoutes({ store, clock }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  routes.post('/crm/v3/objects/:objectType/search', async (context) => {
    const objectType = readObjectType(context.req.param('objectType'));
    requireAnyScope(context, [objectScope(objectType, 'read')]);
    const body = await readBody(context, searchBodySchema);
    const offset = checkSearch(body);
    const nowMs = clock.nowMs();
    const found = searchRecords(store, objectType, body, nowMs);
    const view = {
      properties: body.properties.length > 0 ? body.properties : undefined,
      propertiesWithHistory: [],
      readValue: (record: (typeof found)[number], name: string) =>
        indexedValue(record, name, nowMs),
    };
    const end = offset + body.limit;
    const results = found
      .slice(offset, end)
      .map((record) =>
        formatRecord(record, view, store.properties(objectType), store.account.portalId),
      );
    const paging = found.length > end ? { paging: { next: { after: String(end) } } } : {};
    return context.json({ total: found.length, results, ...paging });
  });
  return routes;
}
