import type { ApiParts, ApiRequest, Endpoint } from '../api/endpoint.ts';
import { RETRIEVE_PARAMS } from '../api/endpoint.ts';
import { invalidRequest } from '../api/errors.ts';
import { LIST_PARAMS, listPage } from '../api/list.ts';
import { found } from '../api/missing.ts';
import { isWithin } from '../api/params.ts';
import type { WireObject } from '../api/wire.ts';
import { formatBalanceTransaction } from '../formatters/account.ts';

function list({ lookup }: ApiParts, { params, view }: ApiRequest): WireObject {
  const created = params.range('created');
  const currency = params.string('currency');
  const source = params.string('source');
  const type = params.string('type');
  const payout = params.string('payout');
  if (payout !== undefined) {
    throw invalidRequest(`No such payout: '${payout}'`, 'payout', 'resource_missing');
  }
  return listPage({
    lookup,
    params,
    table: lookup.store.balanceTransactions,
    object: 'balance_transaction',
    url: '/v1/balance_transactions',
    matches: (row) =>
      (currency === undefined || row.currency === currency.toLowerCase()) &&
      (source === undefined || row.source === source) &&
      (type === undefined || row.type === type) &&
      isWithin(row.created, created),
    format: (row) => ({ ...formatBalanceTransaction(row, view) }),
  });
}

function retrieve({ lookup }: ApiParts, { id, view }: ApiRequest): WireObject {
  const { balanceTransactions } = lookup.store;
  const row = found(lookup, balanceTransactions, 'balance_transaction', id);
  return { ...formatBalanceTransaction(row, view) };
}

export const balanceTransactionEndpoints = (parts: ApiParts): readonly Endpoint[] => [
  {
    method: 'GET',
    path: '/v1/balance_transactions',
    permission: 'balance_transaction_source_read',
    params: {
      ...LIST_PARAMS,
      created: 'range',
      currency: 'string',
      payout: 'string',
      source: 'string',
      type: 'string',
    },
    shape: { kind: 'list', object: 'balance_transaction' },
    handle: (request) => list(parts, request),
  },
  {
    method: 'GET',
    path: '/v1/balance_transactions/:id',
    permission: 'balance_transaction_source_read',
    params: RETRIEVE_PARAMS,
    shape: { kind: 'object', object: 'balance_transaction' },
    handle: (request) => retrieve(parts, request),
  },
];
