import { Hono } from 'hono';
import { z } from 'zod';
import type { Associations, CrmRecord } from '../record-page/api/wire.ts';
import type { HubSpotGateway } from './hubspot-gateway.ts';
import { UpstreamError } from './upstream-error.ts';

const updateSchema = z.strictObject({ properties: z.record(z.string(), z.string()) });
const namesSchema = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((name) => name !== ''));
const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(10),
  after: z.string().optional(),
});

async function readOne(
  gateway: HubSpotGateway,
  objectType: string,
  id: string,
  names: readonly string[],
): Promise<CrmRecord> {
  const [record] = await gateway.readRecords(objectType, [id], names);
  if (record === undefined) throw new UpstreamError(404, `There is no ${objectType} record ${id}.`);
  return record;
}

async function readAssociated(
  gateway: HubSpotGateway,
  from: { readonly objectType: string; readonly id: string },
  toObjectType: string,
  query: Readonly<Record<string, string>>,
): Promise<Associations> {
  const page = await gateway.associations(from, toObjectType, pageSchema.parse(query));
  const names = namesSchema.parse(query['properties']);
  const ids = page.results.map(({ toObjectId }) => toObjectId);
  const records = await gateway.readRecords(toObjectType, ids, names);
  const propertiesById = new Map(records.map(({ id, properties }) => [id, properties]));
  const after = page.paging?.next?.after;
  return {
    results: page.results.map(({ toObjectId, associationTypes }) => ({
      toObjectId: Number(toObjectId),
      associationTypes: associationTypes.map((type) => ({ ...type, label: type.label ?? '' })),
      properties: propertiesById.get(toObjectId) ?? {},
    })),
    hasMore: after !== undefined,
    nextOffset: after === undefined ? 0 : Number(after),
  };
}

/** CRM records for the page. */
export function createRecordRoutes(gateway: HubSpotGateway): Hono {
  const routes = new Hono();
  routes.get('/:objectType', async (context) => {
    const names = namesSchema.parse(context.req.query('properties'));
    const records = await gateway.listRecords(context.req.param('objectType'), names);
    return context.json({ records });
  });
  routes.get('/:objectType/:id', async (context) => {
    const { objectType, id } = context.req.param();
    const names = namesSchema.parse(context.req.query('properties'));
    return context.json(await readOne(gateway, objectType, id, names));
  });
  routes.patch('/:objectType/:id', async (context) => {
    const { objectType, id } = context.req.param();
    const { properties } = updateSchema.parse(await context.req.json());
    await gateway.updateRecord(objectType, id, properties);
    return context.json(await readOne(gateway, objectType, id, Object.keys(properties)));
  });
  routes.get('/:objectType/:id/associations/:toObjectType', async (context) => {
    const { objectType, id, toObjectType } = context.req.param();
    const query = context.req.query();
    return context.json(await readAssociated(gateway, { objectType, id }, toObjectType, query));
  });
  return routes;
}
