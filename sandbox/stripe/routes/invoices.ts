import { choiceOf, isWithin } from '../api/params.ts';
import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { LIST_PARAMS, listPage, rowsAsTable } from '../api/list.ts';
import { changedMetadata } from '../api/metadata.ts';
import { found, named } from '../api/missing.ts';
import type { WireObject } from '../api/wire.ts';
import { formatInvoice, formatInvoiceLine } from '../formatters/invoices.ts';
import { INVOICE_SEARCH } from '../search/fields.ts';
import { SEARCH_PARAMS, searchPage } from '../search/search-page.ts';

const STATUSES = ['draft', 'open', 'paid', 'uncollectible', 'void'] as const;
const COLLECTION_METHODS = ['charge_automatically', 'send_invoice'] as const;

function list({ lookup }: ApiParts, { params, view }: ApiRequest): WireObject {
  const { customers, subscriptions } = lookup.store;
  const text = (name: string): string | undefined => params.string(name);
  const customer = named(lookup, customers, 'customer', text('customer'), 'customer');
  const subscription = text('subscription');
  named(lookup, subscriptions, 'subscription', subscription, 'subscription');
  const status = choiceOf(text('status'), STATUSES, 'status');
  const method = choiceOf(text('collection_method'), COLLECTION_METHODS, 'collection_method');
  const created = params.range('created');
  const due = params.range('due_date');
  return listPage({
    lookup,
    params,
    table: lookup.store.invoices,
    object: 'invoice',
    url: '/v1/invoices',
    matches: (row) =>
      (customer === undefined || row.customer.id === customer.id) &&
      (subscription === undefined || row.subscription === subscription) &&
      (status === undefined || row.status === status) &&
      (method === undefined || row.collectionMethod === method) &&
      (due === undefined || (row.dueDate !== null && isWithin(row.dueDate, due))) &&
      isWithin(row.created, created),
    format: (row) => ({ ...formatInvoice(row, view) }),
  });
}

const search = (parts: ApiParts, request: ApiRequest): WireObject =>
  searchPage({
    parts,
    request,
    table: parts.lookup.store.invoices,
    spec: INVOICE_SEARCH,
    url: '/v1/invoices/search',
    format: (row) => ({ ...formatInvoice(row, request.view) }),
  });

const retrieve = ({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject => ({
  ...formatInvoice(found(lookup, lookup.store.invoices, 'invoice', id), view),
});

function lines({ lookup }: ApiParts, { id, params, view }: ApiRequest): WireObject {
  const invoice = found(lookup, lookup.store.invoices, 'invoice', id);
  return listPage({
    lookup,
    params,
    table: rowsAsTable(invoice.lines),
    object: 'line_item',
    url: `/v1/invoices/${id}/lines`,
    matches: () => true,
    format: (line) => ({ ...formatInvoiceLine(line, invoice, view) }),
  });
}

function update({ lookup, world }: ApiParts, { id, params, view }: ApiRequest): WireObject {
  const before = found(lookup, lookup.store.invoices, 'invoice', id);
  const metadata = changedMetadata(before.metadata, params.map('metadata'));
  return { ...formatInvoice(world.changeInvoice(id, { metadata }), view) };
}

export const invoiceEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/invoices',
    permission: 'invoice_read',
    params: {
      ...LIST_PARAMS,
      collection_method: 'string',
      created: 'range',
      customer: 'string',
      due_date: 'range',
      status: 'string',
      subscription: 'string',
    },
    shape: { kind: 'list', object: 'invoice' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/invoices/search',
    permission: 'invoice_read',
    params: SEARCH_PARAMS,
    shape: { kind: 'list', object: 'invoice' },
    handle: (request) => search(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/invoices/:id',
    permission: 'invoice_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'invoice' },
    handle: (request) => retrieve(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/invoices/:id/lines',
    permission: 'invoice_read',
    params: LIST_PARAMS,
    shape: { kind: 'list', object: 'line_item' },
    handle: (request) => lines(parts, request),
  },
  {
    method: 'POST',
    path: '/v1/invoices/:id',
    permission: 'invoice_write',
    params: { ...RETRIEVE_PARAMS, metadata: 'map' },
    shape: { kind: 'object', object: 'invoice' },
    handle: (request) => update(parts, request),
  },
];
