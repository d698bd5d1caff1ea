import type { ApiParts, Endpoint } from '../api/endpoint.ts';
import { invalidRequest } from '../api/errors.ts';
import { named } from '../api/missing.ts';
import { KINDS } from '../api/wire.ts';
import type { BalanceTransactionRow, PayoutRow } from '../entities/account.ts';
import { CREATED, equals, oneOf, within, type Filter } from './filters.ts';
import { resourceEndpoints } from './resource.ts';

/**
 * The sentence is Stripe's own. What an automatic payout pays out is known once its reconciliation is
 * completed: https://docs.stripe.com/payouts/reconciliation. Until then it has itself only.
 */
export const OF_PAYOUT: Filter<BalanceTransactionRow> = {
  param: 'string',
  matcher: ({ name, params, lookup }) => {
    const row = named(lookup, lookup.store.payouts, 'payout', params.string(name), name);
    if (row === undefined) return undefined;
    if (!row.isAutomatic) {
      throw invalidRequest(
        'Balance transaction history can only be filtered on automatic transfers, not manual.',
        name,
      );
    }
    const items = row.reconciliationStatus === 'completed' ? row.items : [];
    const listed = new Set([row.balanceTransaction, ...items]);
    return ({ id }) => listed.has(id);
  },
};

export const payoutEndpoints = (parts: ApiParts): readonly Endpoint[] =>
  resourceEndpoints<PayoutRow>(parts, {
    object: 'payout',
    path: '/v1/payouts',
    kind: KINDS.payout,
    filters: {
      arrival_date: within((row) => row.arrivalDate),
      created: CREATED,
      destination: equals((row) => row.destination),
      status: oneOf(
        ['canceled', 'failed', 'in_transit', 'paid', 'pending'],
        (row, status) => row.status === status,
      ),
    },
  });
