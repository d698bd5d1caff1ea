import { Hono } from 'hono';
import { requireAnyScope } from '../http/authentication.ts';
import type { HubSpotEnvironment } from '../http/environment.ts';
import { readLimit } from '../http/request.ts';
import { HubSpotApiError, validationError } from '../model/api-error.ts';
import { objectTypeInfo } from '../model/object-types.ts';
import { formatDateTime } from '../values/property-value.ts';
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

/** Lists that people made by hand, and who is in them (crm.lists.read). */
export function createListRoutes({ store }: RouteParts): Hono<HubSpotEnvironment> {
  const routes = new Hono<HubSpotEnvironment>();
  routes.get('/:listId', (context) => {
    requireAnyScope(context, ['crm.lists.read']);
    const listId = context.req.param('listId');
    const list = store.lists.find(listId);
    if (list === undefined) throw unknownList(listId);
    const { name, objectType, createdAtMs } = list;
    return context.json({
      list: {
        listId,
        listVersion: 1,
        name,
        objectTypeId: objectTypeInfo(objectType).typeId,
        processingType: 'MANUAL',
        processingStatus: 'COMPLETE',
        createdAt: formatDateTime(createdAtMs),
      },
    });
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
