import { Hono, type Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { z } from 'zod';
import type {
  Account,
  Associations,
  CrmRecord,
  CrmSearchReply,
  PropertyDefinition,
} from '../record-page/api/wire.ts';
import type { HubSpotGateway } from './hubspot-gateway.ts';
import { UpstreamError } from './request-json.ts';

const detailsSchema = z.object({
  portalId: z.number(),
  timeZone: z.string(),
  companyCurrency: z.string(),
});

/** The account's details need the scope `oauth`; without it the page has none. */
function createAccountRoutes(gateway: HubSpotGateway): Hono {
  const routes = new Hono();
  routes.get('/', async (context) => {
    try {
      const account: Account = detailsSchema.parse(await gateway.accountDetails());
      return context.json(account);
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.status !== 403) throw error;
      const unknown: Account = { portalId: null, timeZone: null, companyCurrency: null };
      return context.json(unknown);
    }
  });
  return routes;
}

const updateSchema = z.strictObject({
  properties: z.record(z.string(), z.string()),
  place: z.enum(['record-page', 'card']).default('record-page'),
});

/** The user of the record page, whom HubSpot knows by the session. */
const userIdOf = (context: Context): number =>
  z.coerce.number().parse(getCookie(context, 'user') ?? 1);

const namesSchema = z
  .string()
  .default('')
  .transform((text) => text.split(',').filter((name) => name !== ''));
const associationPageSchema = z.object({
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
  const page = await gateway.associations(from, toObjectType, associationPageSchema.parse(query));
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
function createRecordRoutes(gateway: HubSpotGateway): Hono {
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
    const edit = updateSchema.parse(await context.req.json());
    await gateway.updateRecord(objectType, id, { ...edit, userId: userIdOf(context) });
    return context.json(await readOne(gateway, objectType, id, Object.keys(edit.properties)));
  });
  routes.get('/:objectType/:id/associations/:toObjectType', async (context) => {
    const { objectType, id, toObjectType } = context.req.param();
    const query = context.req.query();
    return context.json(await readAssociated(gateway, { objectType, id }, toObjectType, query));
  });
  return routes;
}

const searchReplySchema = z.object({
  total: z.number(),
  results: z.array(
    z.object({
      id: z.coerce.number(),
      properties: z.record(z.string(), z.string().nullable()),
    }),
  ),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).nullish(),
});

/** `useCrmSearch` of a card, answered in the shape that the SDK checks. */
function createSearchRoutes(gateway: HubSpotGateway): Hono {
  const routes = new Hono();
  routes.post('/:objectType', async (context) => {
    const body: unknown = await context.req.json();
    const reply = searchReplySchema.parse(
      await gateway.search(context.req.param('objectType'), body),
    );
    const after = reply.paging?.next?.after;
    const found: CrmSearchReply = {
      results: reply.results.map(({ id, properties }) => ({ objectId: id, properties })),
      total: reply.total,
      hasMore: after !== undefined,
      ...(after !== undefined && { after }),
    };
    return context.json(found);
  });
  return routes;
}

const definitionsSchema = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      fieldType: z.string(),
      groupName: z.string().default(''),
      options: z.array(z.object({ value: z.string(), label: z.string() })).default([]),
      currencyPropertyName: z.string().nullish(),
      showCurrencySymbol: z.boolean().nullish(),
      numberDisplayHint: z.string().nullish(),
      hidden: z.boolean().nullish(),
      modificationMetadata: z.object({ readOnlyValue: z.boolean().optional() }).nullish(),
    }),
  ),
});

function createPropertyRoutes(gateway: HubSpotGateway): Hono {
  const routes = new Hono();
  routes.get('/:objectType', async (context) => {
    const reply = await gateway.propertyDefinitions(context.req.param('objectType'));
    const properties: PropertyDefinition[] = [];
    for (const definition of definitionsSchema.parse(reply).results) {
      const { hidden, modificationMetadata, ...shown } = definition;
      if (hidden === true) continue;
      properties.push({ ...shown, readOnly: modificationMetadata?.readOnlyValue ?? false });
    }
    return context.json({ properties });
  });
  return routes;
}

/** HubSpot's records for the page. */
export function createCrmRoutes(gateway: HubSpotGateway): Hono {
  const routes = new Hono();
  routes.route('/account', createAccountRoutes(gateway));
  routes.route('/records', createRecordRoutes(gateway));
  routes.route('/search', createSearchRoutes(gateway));
  routes.route('/properties', createPropertyRoutes(gateway));
  return routes;
}
