import { choiceOf, isWithin, type Params } from '../api/params.ts';
import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { missingParameter } from '../api/errors.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { found, named, type Lookup } from '../api/missing.ts';
import type { WireObject } from '../api/wire.ts';
import type { InvoicePaymentRow } from '../entities/billing.ts';
import { formatInvoicePayment } from '../formatters/invoice-payments.ts';

const STATUSES = ['canceled', 'open', 'paid'] as const;
const TYPES = ['payment_intent', 'payment_record'] as const;

/** No payment here comes from a payment record. */
function paymentFilter(lookup: Lookup, params: Params): (row: InvoicePaymentRow) => boolean {
  if (!params.has('payment')) return () => true;
  const asked = params.nested('payment');
  const type = choiceOf(asked['type'], TYPES, 'payment[type]');
  if (type === undefined) throw missingParameter('payment[type]');
  const { paymentIntents } = lookup.store;
  const id = asked['payment_intent'];
  named(lookup, paymentIntents, 'payment_intent', id, 'payment[payment_intent]');
  return (row) => type === 'payment_intent' && (id === undefined || row.paymentIntent === id);
}

function list({ lookup }: ApiParts, { params, view }: ApiRequest): WireObject {
  const { invoices, invoicePayments } = lookup.store;
  const invoice = named(lookup, invoices, 'invoice', params.string('invoice'), 'invoice');
  const status = choiceOf(params.string('status'), STATUSES, 'status');
  const created = params.range('created');
  const isOfPayment = paymentFilter(lookup, params);
  return listPage({
    lookup,
    params,
    table: invoicePayments,
    object: 'invoice_payment',
    url: '/v1/invoice_payments',
    matches: (row) =>
      (invoice === undefined || row.invoice === invoice.id) &&
      (status === undefined || row.status === status) &&
      isOfPayment(row) &&
      isWithin(row.created, created),
    format: (row) => ({ ...formatInvoicePayment(row, view) }),
  });
}

function retrieve({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject {
  const row = found(lookup, lookup.store.invoicePayments, 'invoice_payment', id);
  return { ...formatInvoicePayment(row, view) };
}

export const invoicePaymentEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/invoice_payments',
    permission: 'invoice_read',
    params: {
      ...LIST_PARAMS,
      created: 'range',
      invoice: 'string',
      payment: ['payment_intent', 'payment_record', 'type'],
      status: 'string',
    },
    shape: { kind: 'list', object: 'invoice_payment' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/invoice_payments/:id',
    permission: 'invoice_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'invoice_payment' },
    handle: (request) => retrieve(parts, request),
  },
];
