import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found } from '../api/missing.ts';
import { subscriptionWire, type WireObject } from '../api/wire.ts';
import { SUBSCRIPTION_SEARCH } from '../search/fields.ts';
import { SEARCH_PARAMS, searchPage } from '../search/search-page.ts';
import { subscriptionFilter, SUBSCRIPTION_FILTERS } from './subscription-filter.ts';

const list = ({ lookup }: ApiParts, { params, view }: ApiRequest): WireObject =>
  listPage({
    lookup,
    params,
    table: lookup.store.subscriptions,
    object: 'subscription',
    url: '/v1/subscriptions',
    matches: subscriptionFilter(lookup, params),
    format: (row) => subscriptionWire(lookup.store, row, view),
  });

const search = (parts: ApiParts, request: ApiRequest): WireObject =>
  searchPage({
    parts,
    request,
    table: parts.lookup.store.subscriptions,
    spec: SUBSCRIPTION_SEARCH,
    url: '/v1/subscriptions/search',
    format: (row) => subscriptionWire(parts.lookup.store, row, request.view),
  });

function retrieve({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject {
  const row = found(lookup, lookup.store.subscriptions, 'subscription', id);
  return subscriptionWire(lookup.store, row, view);
}

function update({ lookup, world }: ApiParts, { id, params, view }: ApiRequest): WireObject {
  const before = found(lookup, lookup.store.subscriptions, 'subscription', id);
  const metadata = changedMetadata(before.metadata, params.map('metadata'));
  return subscriptionWire(lookup.store, world.changeSubscription(id, { metadata }), view);
}

export const subscriptionEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/subscriptions',
    permission: 'subscription_read',
    params: { ...LIST_PARAMS, ...SUBSCRIPTION_FILTERS },
    shape: { kind: 'list', object: 'subscription' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/subscriptions/search',
    permission: 'subscription_read',
    params: SEARCH_PARAMS,
    shape: { kind: 'list', object: 'subscription' },
    handle: (request) => search(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/subscriptions/:id',
    permission: 'subscription_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'subscription' },
    handle: (request) => retrieve(parts, request),
  },
  {
    method: 'POST',
    path: '/v1/subscriptions/:id',
    permission: 'subscription_write',
    params: { ...RETRIEVE_PARAMS, metadata: 'map' },
    shape: { kind: 'object', object: 'subscription' },
    handle: (request) => update(parts, request),
  },
];
