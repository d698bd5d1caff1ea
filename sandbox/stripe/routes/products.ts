import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { invalidRequest } from '../api/errors.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { found } from '../api/missing.ts';
import { isWithin } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import { formatProduct } from '../formatters/catalogue.ts';
import { PRODUCT_SEARCH } from '../search/fields.ts';
import { SEARCH_PARAMS, searchPage } from '../search/search-page.ts';

function idsOf({ params }: ApiRequest): readonly string[] {
  const ids = params.strings('ids');
  if (ids.length > 0 && (params.has('starting_after') || params.has('ending_before'))) {
    throw invalidRequest(
      'You cannot use ids together with starting_after or ending_before.',
      'ids',
    );
  }
  return ids;
}

function list({ lookup }: ApiParts, request: ApiRequest): WireObject {
  const { params, view } = request;
  const ids = idsOf(request);
  const created = params.range('created');
  const isActive = params.boolean('active');
  const url = params.string('url');
  return listPage({
    lookup,
    params,
    table: lookup.store.products,
    object: 'product',
    url: '/v1/products',
    matches: (row) =>
      (ids.length === 0 || ids.includes(row.id)) &&
      (isActive === undefined || row.isActive === isActive) &&
      (url === undefined || row.url === url) &&
      isWithin(row.created, created),
    format: (row) => ({ ...formatProduct(row, view) }),
  });
}

const search = (parts: ApiParts, request: ApiRequest): WireObject =>
  searchPage({
    parts,
    request,
    table: parts.lookup.store.products,
    spec: PRODUCT_SEARCH,
    url: '/v1/products/search',
    format: (row) => ({ ...formatProduct(row, request.view) }),
  });

const retrieve = ({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject => ({
  ...formatProduct(found(lookup, lookup.store.products, 'product', id), view),
});

export const productEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/products',
    permission: 'product_read',
    params: {
      ...LIST_PARAMS,
      active: 'boolean',
      created: 'range',
      ids: 'strings',
      url: 'string',
    },
    shape: { kind: 'list', object: 'product' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/products/search',
    permission: 'product_read',
    params: SEARCH_PARAMS,
    shape: { kind: 'list', object: 'product' },
    handle: (request) => search(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/products/:id',
    permission: 'product_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'product' },
    handle: (request) => retrieve(parts, request),
  },
];
