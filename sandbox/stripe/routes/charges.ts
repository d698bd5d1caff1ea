import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found, named } from '../api/missing.ts';
import { isWithin } from '../api/params.ts';
import { chargeWire, type WireObject } from '../api/wire.ts';
import { CHARGE_SEARCH } from '../search/fields.ts';
import { SEARCH_PARAMS, searchPage } from '../search/search-page.ts';

function list({ lookup }: ApiParts, { params, view }: ApiRequest): WireObject {
  const { store } = lookup;
  const created = params.range('created');
  const transferGroup = params.string('transfer_group');
  const customer = named(
    lookup,
    store.customers,
    'customer',
    params.string('customer'),
    'customer',
  );
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
    table: store.charges,
    object: 'charge',
    url: '/v1/charges',
    matches: (row) =>
      (customer === undefined || row.customer === customer.id) &&
      (intent === undefined || row.paymentIntent === intent.id) &&
      (transferGroup === undefined || row.transferGroup === transferGroup) &&
      isWithin(row.created, created),
    format: (row) => chargeWire(row, view),
  });
}

const search = (parts: ApiParts, request: ApiRequest): WireObject =>
  searchPage({
    parts,
    request,
    table: parts.lookup.store.charges,
    spec: CHARGE_SEARCH,
    url: '/v1/charges/search',
    format: (row) => chargeWire(row, request.view),
  });

function retrieve({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject {
  return chargeWire(found(lookup, lookup.store.charges, 'charge', id), view);
}

function update(parts: ApiParts, { id, params, view }: ApiRequest): WireObject {
  const { lookup, world } = parts;
  const before = found(lookup, lookup.store.charges, 'charge', id);
  const row = world.changeCharge(id, {
    description: params.string('description') ?? before.description,
    metadata: changedMetadata(before.metadata, params.map('metadata')),
  });
  return chargeWire(row, view);
}

export const chargeEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/charges',
    permission: 'charge_read',
    params: {
      ...LIST_PARAMS,
      created: 'range',
      customer: 'string',
      payment_intent: 'string',
      transfer_group: 'string',
    },
    shape: { kind: 'list', object: 'charge' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/charges/search',
    permission: 'charge_read',
    params: SEARCH_PARAMS,
    shape: { kind: 'list', object: 'charge' },
    handle: (request) => search(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/charges/:id',
    permission: 'charge_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'charge' },
    handle: (request) => retrieve(parts, request),
  },
  {
    method: 'POST',
    path: '/v1/charges/:id',
    permission: 'charge_write',
    params: { ...RETRIEVE_PARAMS, description: 'string', metadata: 'map' },
    shape: { kind: 'object', object: 'charge' },
    handle: (request) => update(parts, request),
  },
];
