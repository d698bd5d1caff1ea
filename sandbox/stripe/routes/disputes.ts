import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { found, named } from '../api/missing.ts';
import { isWithin } from '../api/params.ts';
import { disputeWire, type WireObject } from '../api/wire.ts';

function list({ lookup }: ApiParts, { params, view }: ApiRequest): WireObject {
  const { store } = lookup;
  const created = params.range('created');
  const charge = named(lookup, store.charges, 'charge', params.string('charge'), 'charge');
  const intent = named(
    lookup,
    store.paymentIntents,
    'payment_intent',
    params.string('payment_intent'),
    'payment_intent',
  );
  return listPage({
    lookup,
    params,
    table: store.disputes,
    object: 'dispute',
    url: '/v1/disputes',
    matches: (row) =>
      (charge === undefined || row.charge === charge.id) &&
      (intent === undefined || row.paymentIntent === intent.id) &&
      isWithin(row.created, created),
    format: (row) => disputeWire(store, row, view),
  });
}

function retrieve({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject {
  const row = found(lookup, lookup.store.disputes, 'dispute', id);
  return disputeWire(lookup.store, row, view);
}

export const disputeEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/disputes',
    permission: 'dispute_read',
    params: { ...LIST_PARAMS, charge: 'string', created: 'range', payment_intent: 'string' },
    shape: { kind: 'list', object: 'dispute' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/disputes/:id',
    permission: 'dispute_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'dispute' },
    handle: (request) => retrieve(parts, request),
  },
];
