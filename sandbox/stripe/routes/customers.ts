import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found } from '../api/missing.ts';
import { isWithin } from '../api/params.ts';
import { customerWire, type WireObject } from '../api/wire.ts';
import type { CustomerRow } from '../entities/payments.ts';
import { CUSTOMER_SEARCH } from '../search/fields.ts';
import { SEARCH_PARAMS, searchPage } from '../search/search-page.ts';

function list({ lookup }: ApiParts, { params, view }: ApiRequest): WireObject {
  const email = params.string('email');
  const created = params.range('created');
  return listPage({
    lookup,
    params,
    table: lookup.store.customers,
    object: 'customer',
    url: '/v1/customers',
    matches: (row) =>
      !row.isDeleted &&
      (email === undefined || row.email === email) &&
      isWithin(row.created, created),
    format: (row) => customerWire(row, view),
  });
}

const search = (parts: ApiParts, request: ApiRequest): WireObject =>
  searchPage<CustomerRow>({
    parts,
    request,
    table: {
      ...parts.lookup.store.customers,
      asOf: (atMs) => parts.lookup.store.customers.asOf(atMs).filter((row) => !row.isDeleted),
    },
    spec: CUSTOMER_SEARCH,
    url: '/v1/customers/search',
    format: (row) => customerWire(row, request.view),
  });

function retrieve({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject {
  return customerWire(found(lookup, lookup.store.customers, 'customer', id), view);
}

const emptyAsNull = (text: string): string | null => (text === '' ? null : text);

function update(parts: ApiParts, { id, params, view }: ApiRequest): WireObject {
  const { lookup, world } = parts;
  const before = found(lookup, lookup.store.customers, 'customer', id);
  const text = (name: string): { readonly [field: string]: string | null } => {
    const value = params.string(name);
    return value === undefined ? {} : { [name]: emptyAsNull(value) };
  };
  const row = world.changeCustomer(id, {
    ...text('name'),
    ...text('email'),
    ...text('phone'),
    ...text('description'),
    metadata: changedMetadata(before.metadata, params.map('metadata')),
  });
  return customerWire(row, view);
}

export const customerEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/customers',
    permission: 'customer_read',
    params: { ...LIST_PARAMS, created: 'range', email: 'string' },
    shape: { kind: 'list', object: 'customer' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/customers/search',
    permission: 'customer_read',
    params: SEARCH_PARAMS,
    shape: { kind: 'list', object: 'customer' },
    handle: (request) => search(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/customers/:id',
    permission: 'customer_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'customer' },
    handle: (request) => retrieve(parts, request),
  },
  {
    method: 'POST',
    path: '/v1/customers/:id',
    permission: 'customer_write',
    params: {
      ...RETRIEVE_PARAMS,
      description: 'string',
      email: 'string',
      metadata: 'map',
      name: 'string',
      phone: 'string',
    },
    shape: { kind: 'object', object: 'customer' },
    handle: (request) => update(parts, request),
  },
];
