import { choiceOf, isWithin } from '../api/params.ts';
import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { invalidRequest } from '../api/errors.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { found, named } from '../api/missing.ts';
import type { WireObject } from '../api/wire.ts';
import type { PriceRow } from '../entities/billing.ts';
import { formatPrice } from '../formatters/catalogue.ts';
import { PRICE_SEARCH } from '../search/fields.ts';
import { SEARCH_PARAMS, searchPage } from '../search/search-page.ts';

const TYPES = ['one_time', 'recurring'] as const;
const INTERVALS = ['day', 'month', 'week', 'year'] as const;
const USAGE_TYPES = ['licensed', 'metered'] as const;
const MOST_LOOKUP_KEYS = 10;

function recurringMatcher({ params }: ApiRequest): (row: PriceRow) => boolean {
  const asked = params.nested('recurring');
  const interval = choiceOf(asked['interval'], INTERVALS, 'recurring[interval]');
  const usageType = choiceOf(asked['usage_type'], USAGE_TYPES, 'recurring[usage_type]');
  const meter = asked['meter'];
  return ({ recurring }) =>
    (interval === undefined || recurring?.interval === interval) &&
    (usageType === undefined || recurring?.usageType === usageType) &&
    (meter === undefined || recurring?.meter === meter);
}

function lookupKeysOf({ params }: ApiRequest): readonly string[] {
  const keys = params.strings('lookup_keys');
  if (keys.length <= MOST_LOOKUP_KEYS) return keys;
  const message = `You may pass at most ${String(MOST_LOOKUP_KEYS)} lookup_keys.`;
  throw invalidRequest(message, 'lookup_keys');
}

function list({ lookup }: ApiParts, request: ApiRequest): WireObject {
  const { params, view } = request;
  const created = params.range('created');
  const isActive = params.boolean('active');
  const currency = params.string('currency')?.toLowerCase();
  const product = params.string('product');
  const type = choiceOf(params.string('type'), TYPES, 'type');
  const keys = lookupKeysOf(request);
  const isRecurring = recurringMatcher(request);
  named(lookup, lookup.store.products, 'product', product, 'product');
  return listPage({
    lookup,
    params,
    table: lookup.store.prices,
    object: 'price',
    url: '/v1/prices',
    matches: (row) =>
      (isActive === undefined || row.isActive === isActive) &&
      (currency === undefined || row.currency === currency) &&
      (product === undefined || row.product === product) &&
      (type === undefined || (row.recurring === null) === (type === 'one_time')) &&
      (keys.length === 0 || (row.lookupKey !== null && keys.includes(row.lookupKey))) &&
      isRecurring(row) &&
      isWithin(row.created, created),
    format: (row) => ({ ...formatPrice(row, view) }),
  });
}

const search = (parts: ApiParts, request: ApiRequest): WireObject =>
  searchPage({
    parts,
    request,
    table: parts.lookup.store.prices,
    spec: PRICE_SEARCH,
    url: '/v1/prices/search',
    format: (row) => ({ ...formatPrice(row, request.view) }),
  });

const retrieve = ({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject => ({
  ...formatPrice(found(lookup, lookup.store.prices, 'price', id), view),
});

export const priceEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/prices',
    permission: 'plan_read',
    params: {
      ...LIST_PARAMS,
      active: 'boolean',
      created: 'range',
      currency: 'string',
      lookup_keys: 'strings',
      product: 'string',
      recurring: ['interval', 'meter', 'usage_type'],
      type: 'string',
    },
    shape: { kind: 'list', object: 'price' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/prices/search',
    permission: 'plan_read',
    params: SEARCH_PARAMS,
    shape: { kind: 'list', object: 'price' },
    handle: (request) => search(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/prices/:id',
    permission: 'plan_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'price' },
    handle: (request) => retrieve(parts, request),
  },
];
