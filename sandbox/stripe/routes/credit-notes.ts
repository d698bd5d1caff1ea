import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { found, named } from '../api/missing.ts';
import { isWithin } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import { formatCreditNote } from '../formatters/invoice-payments.ts';

function list({ lookup }: ApiParts, { params, view }: ApiRequest): WireObject {
  const { creditNotes, customers, invoices } = lookup.store;
  const customer = named(lookup, customers, 'customer', params.string('customer'), 'customer');
  const invoice = named(lookup, invoices, 'invoice', params.string('invoice'), 'invoice');
  const created = params.range('created');
  return listPage({
    lookup,
    params,
    table: creditNotes,
    object: 'credit_note',
    url: '/v1/credit_notes',
    matches: (row) =>
      (customer === undefined || row.customer === customer.id) &&
      (invoice === undefined || row.invoice === invoice.id) &&
      isWithin(row.created, created),
    format: (row) => ({ ...formatCreditNote(row, view) }),
  });
}

const retrieve = ({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject => ({
  ...formatCreditNote(found(lookup, lookup.store.creditNotes, 'credit_note', id), view),
});

export const creditNoteEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/credit_notes',
    permission: 'credit_note_read',
    params: { ...LIST_PARAMS, created: 'range', customer: 'string', invoice: 'string' },
    shape: { kind: 'list', object: 'credit_note' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/credit_notes/:id',
    permission: 'credit_note_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'credit_note' },
    handle: (request) => retrieve(parts, request),
  },
];
