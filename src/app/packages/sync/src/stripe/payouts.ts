import type { Payout } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { WrongAnswerError } from '../http/answer.ts';
import type { PayoutPage } from '../stripe-ports.ts';
import { PAGE_SIZE } from './lists.ts';

/** The balance transaction that brought the money of a payout back, where it was read with it. */
export const returnOf = (payout: Stripe.Payout): Stripe.BalanceTransaction | null =>
  typeof payout.failure_balance_transaction === 'string'
    ? null
    : payout.failure_balance_transaction;

export function mapPayout(payout: Stripe.Payout): Payout {
  const returned = returnOf(payout);
  return {
    id: payout.id,
    status: payout.status,
    arrivalOn: payout.arrival_date,
    traceId: payout.trace_id?.value ?? null,
    failureMessage: payout.failure_message,
    ...(returned !== null && { returnedOn: returned.created }),
  };
}

/**
 * One page of what an automatic payout pays out. Of a payout that a person sent Stripe refuses the list:
 * https://docs.stripe.com/payouts/reconciliation.
 */
export async function itemizedPayout(
  { balanceTransactions }: Pick<Stripe, 'balanceTransactions'>,
  payoutId: string,
  after?: string,
): Promise<PayoutPage> {
  const { data, has_more: hasMore } = await balanceTransactions.list({
    payout: payoutId,
    limit: PAGE_SIZE,
    ...(after === undefined ? {} : { starting_after: after }),
  });
  const last = data.at(-1)?.id ?? null;
  if (hasMore && (last === null || last === after)) {
    throw new WrongAnswerError('A list does not go on.');
  }
  return {
    transactions: data.map(({ id, source, reporting_category: reportingCategory }) => ({
      id,
      chargeId: reportingCategory === 'charge' && typeof source === 'string' ? source : null,
      returnedPayoutId:
        reportingCategory === 'payout_reversal' && typeof source === 'string' ? source : null,
    })),
    next: hasMore ? last : null,
  };
}
