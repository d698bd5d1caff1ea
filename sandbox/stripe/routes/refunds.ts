import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { found, named } from '../api/missing.ts';
import { isWithin } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import { formatRefund } from '../formatters/payments.ts';
import { createRefund } from './refund-creation.ts';

function list({ lookup }: ApiParts, { params }: ApiRequest): WireObject {
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
    table: store.refunds,
    object: 'refund',
    url: '/v1/refunds',
    matches: (row) =>
      row.origin !== 'failed-debit' &&
      (charge === undefined || row.charge === charge.id) &&
      (intent === undefined || row.paymentIntent === intent.id) &&
      isWithin(row.created, created),
    format: (row) => ({ ...formatRefund(row) }),
  });
}

function listOfCharge({ lookup }: ApiParts, { params, id }: ApiRequest): WireObject {
  const charge = found(lookup, lookup.store.charges, 'charge', id);
  return listPage({
    lookup,
    params,
    table: lookup.store.refunds,
    object: 'refund',
    url: `/v1/charges/${charge.id}/refunds`,
    matches: (row) => row.origin !== 'failed-debit' && row.charge === charge.id,
    format: (row) => ({ ...formatRefund(row) }),
  });
}

const retrieve = ({ lookup }: ApiParts, { id }: ApiRequest): WireObject => ({
  ...formatRefund(found(lookup, lookup.store.refunds, 'refund', id)),
});

export const refundEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/refunds',
    permission: 'charge_read',
    params: { ...LIST_PARAMS, charge: 'string', created: 'range', payment_intent: 'string' },
    shape: { kind: 'list', object: 'refund' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/charges/:id/refunds',
    permission: 'charge_read',
    params: LIST_PARAMS,
    shape: { kind: 'list', object: 'refund' },
    handle: (request) => listOfCharge(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/refunds/:id',
    permission: 'charge_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'refund' },
    handle: (request) => retrieve(parts, request),
  },
  {
    method: 'POST',
    path: '/v1/refunds',
    permission: 'charge_write',
    params: {
      ...RETRIEVE_PARAMS,
      amount: 'integer',
      charge: 'string',
      metadata: 'map',
      payment_intent: 'string',
      reason: 'string',
    },
    shape: { kind: 'object', object: 'refund' },
    handle: (request) => createRefund(parts, request),
  },
];
