import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found, named } from '../api/missing.ts';
import { isWithin } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import type { PaymentIntentRow } from '../entities/payments.ts';
import { formatPaymentIntent } from '../formatters/payments.ts';
import type { FormatView } from '../formatters/view.ts';
import { PAYMENT_INTENT_SEARCH } from '../search/fields.ts';
import { SEARCH_PARAMS, searchPage } from '../search/search-page.ts';

const wire = (row: PaymentIntentRow, view: FormatView): WireObject => ({
  ...formatPaymentIntent(row, view),
});

function list({ lookup }: ApiParts, { params, view }: ApiRequest): WireObject {
  const created = params.range('created');
  const { customers } = lookup.store;
  const customer = named(lookup, customers, 'customer', params.string('customer'), 'customer');
  return listPage({
    lookup,
    params,
    table: lookup.store.paymentIntents,
    object: 'payment_intent',
    url: '/v1/payment_intents',
    matches: (row) =>
      (customer === undefined || row.customer === customer.id) && isWithin(row.created, created),
    format: (row) => wire(row, view),
  });
}

const search = (parts: ApiParts, request: ApiRequest): WireObject =>
  searchPage({
    parts,
    request,
    table: parts.lookup.store.paymentIntents,
    spec: PAYMENT_INTENT_SEARCH,
    url: '/v1/payment_intents/search',
    format: (row) => wire(row, request.view),
  });

function retrieve({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject {
  return wire(found(lookup, lookup.store.paymentIntents, 'payment_intent', id), view);
}

function update(parts: ApiParts, { id, params, view }: ApiRequest): WireObject {
  const { lookup, world } = parts;
  const before = found(lookup, lookup.store.paymentIntents, 'payment_intent', id);
  const row = world.changePaymentIntent(id, {
    description: params.string('description') ?? before.description,
    metadata: changedMetadata(before.metadata, params.map('metadata')),
  });
  return wire(row, view);
}

export const paymentIntentEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/payment_intents',
    permission: 'payment_intent_read',
    params: { ...LIST_PARAMS, created: 'range', customer: 'string' },
    shape: { kind: 'list', object: 'payment_intent' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/payment_intents/search',
    permission: 'payment_intent_read',
    params: SEARCH_PARAMS,
    shape: { kind: 'list', object: 'payment_intent' },
    handle: (request) => search(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/payment_intents/:id',
    permission: 'payment_intent_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'payment_intent' },
    handle: (request) => retrieve(parts, request),
  },
  {
    method: 'POST',
    path: '/v1/payment_intents/:id',
    permission: 'payment_intent_write',
    params: { ...RETRIEVE_PARAMS, description: 'string', metadata: 'map' },
    shape: { kind: 'object', object: 'payment_intent' },
    handle: (request) => update(parts, request),
  },
];
