import { Hono } from 'hono';
import { z } from 'zod';
import { requireAnyScope } from '../http/authentication.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readBody, readLimit } from '../http/request.ts';
import { HubSpotApiError, validationError } from '../model/api-error.ts';
import { objectTypeInfo } from '../model/object-types.ts';
import { formatDateTime } from '../values/property-value.ts';
import type { ManualList } from '../store/lists.ts';
import type { RouteParts } from './route-parts.ts';

const unknownList = (listId: string): HubSpotApiError =>
  new HubSpotApiError(404, {
    message: `List does not exist with ID ${listId}.`,
    category: 'OBJECT_NOT_FOUND',
    subCategory: 'ILS.LIST_NOT_FOUND',
  });

/** The cursor is a text of HubSpot's own; here, the last record. */
const cursorOf = (recordId: string): string => Buffer.from(recordId).toString('base64');

function afterIn(cursor: string | undefined): bigint {
  const recordId = Buffer.from(cursor ?? cursorOf('0'), 'base64').toString();
  if (!/^\d+$/.test(recordId)) throw validationError(`Invalid after: ${cursor ?? ''}`);
  return BigInt(recordId);
}

const wireList = (listId: string, { name, objectType, createdAtMs }: ManualList) => ({
  listId,
  listVersion: 1,
  name,
  objectTypeId: objectTypeInfo(objectType).typeId,
  processingType: 'MANUAL',
  processingStatus: 'COMPLETE',
  createdAt: formatDateTime(createdAtMs),
});

/** Strict, and with the arrays that HubSpot's reference calls required. */
const searchSchema = z.strictObject({
  query: z.string().default(''),
  offset: z.int().min(0),
  count: z.int().min(1).max(500).default(20),
  listIds: z.array(z.string()),
  processingTypes: z.array(z.string()),
  additionalProperties: z.array(z.string()),
});

/** Lists that people made by hand, and who is in them (crm.lists.read). */
export function createListRoutes({ store }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  routes.get('/:listId', (context) => {
    requireAnyScope(context, ['crm.lists.read']);
    const listId = context.req.param('listId');
    const list = store.lists.find(listId);
    if (list === undefined) throw unknownList(listId);
    return context.json({ list: wireList(listId, list) });
  });
  routes.post('/search', async (context) => {
    requireAnyScope(context, ['crm.lists.read']);
    const { query, offset, count, listIds, processingTypes } = await readBody(
      context,
      searchSchema,
    );
    const found = store.lists
      .all()
      .map(([listId, list]) => wireList(listId, list))
      .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
      .filter(({ listId }) => listIds.length === 0 || listIds.includes(listId))
      .filter(
        ({ processingType }) =>
          processingTypes.length === 0 || processingTypes.includes(processingType),
      );
    const lists = found.slice(offset, offset + count);
    const end = offset + lists.length;
    return context.json({ lists, offset: end, total: found.length, hasMore: end < found.length });
  });
  routes.get('/:listId/memberships', (context) => {
    requireAnyScope(context, ['crm.lists.read']);
    const listId = context.req.param('listId');
    const list = store.lists.find(listId);
    if (list === undefined) throw unknownList(listId);
    const limit = readLimit(context, 100, 250);
    const after = afterIn(context.req.query('after'));
    const members = list.recordIds
      .filter((id) => store.findObject(list.objectType, id) !== undefined)
      .toSorted((one, other) => Number(BigInt(one) - BigInt(other)));
    const left = members.filter((id) => BigInt(id) > after);
    const results = left.slice(0, limit).map((recordId) => ({
      recordId,
      membershipTimestamp: formatDateTime(list.createdAtMs),
    }));
    const last = results.at(-1)?.recordId;
    const hasMore = left.length > results.length && last !== undefined;
    return context.json({
      results,
      total: members.length,
      ...(hasMore && { paging: { next: { after: cursorOf(last), link: '' } } }),
    });
  });
  return routes;
}
