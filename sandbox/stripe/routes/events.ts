import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { invalidRequest } from '../api/errors.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { found } from '../api/missing.ts';
import { isWithin } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import type { EventRow } from '../entities/account.ts';
import { formatEvent } from '../formatters/account.ts';
import { secondsOf } from '../formatters/view.ts';
import { EVENTS_KEPT_MS } from '../world/events.ts';

const MOST_TYPES = 20;

/** `charge.*` stands for every type below it. */
const isOfType = (row: EventRow, type: string): boolean =>
  type.endsWith('*') ? row.type.startsWith(type.slice(0, -1)) : row.type === type;

function typesOf({ params }: ApiRequest): readonly string[] {
  const type = params.string('type');
  const types = params.strings('types');
  if (type !== undefined && types.length > 0) {
    throw invalidRequest('You may pass either type or types, but not both.', 'type');
  }
  if (types.length > MOST_TYPES) {
    throw invalidRequest(`You may pass at most ${String(MOST_TYPES)} types.`, 'types');
  }
  return type === undefined ? types : [type];
}

function list({ lookup }: ApiParts, request: ApiRequest): WireObject {
  const { params, view } = request;
  const types = typesOf(request);
  const created = params.range('created');
  const isDelivered = params.boolean('delivery_success');
  const oldest = secondsOf(view.nowMs - EVENTS_KEPT_MS);
  return listPage({
    lookup,
    params,
    table: lookup.store.events,
    object: 'event',
    url: '/v1/events',
    matches: (row) =>
      row.created >= oldest &&
      (types.length === 0 || types.some((type) => isOfType(row, type))) &&
      (isDelivered === undefined || row.isDelivered === isDelivered) &&
      isWithin(row.created, created),
    format: (row) => ({ ...formatEvent(row, view) }),
  });
}

const retrieve = ({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject => ({
  ...formatEvent(found(lookup, lookup.store.events, 'event', id), view),
});

export const eventEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/events',
    permission: 'event_read',
    params: {
      ...LIST_PARAMS,
      created: 'range',
      delivery_success: 'boolean',
      type: 'string',
      types: 'strings',
    },
    shape: { kind: 'list', object: 'event' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/events/:id',
    permission: 'event_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'event' },
    handle: (request) => retrieve(parts, request),
  },
];
