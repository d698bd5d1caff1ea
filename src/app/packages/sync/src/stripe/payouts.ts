import type { Charge, Payout } from '@stripe-payments/core';
import Stripe from 'stripe';
import { WrongAnswerError } from '../http/answer.ts';
import type { PayoutPage, PayoutsFound } from '../stripe-ports.ts';
import { isRefused, PAGE_SIZE } from './lists.ts';

export function mapPayout(payout: Stripe.Payout): Payout {
  return {
    id: payout.id,
    status: payout.status,
    arrivalOn: payout.arrival_date,
    traceId: payout.trace_id?.value ?? null,
    failureMessage: payout.failure_message,
  };
}

/**
 * One page of what an automatic payout pays out. Of a payout that a person sent Stripe refuses the list:
 * https://docs.stripe.com/payouts/reconciliation.
 */
export async function itemizedPayout(
  { balanceTransactions }: Stripe,
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
    })),
    next: hasMore ? last : null,
  };
}

const DAY_SECONDS = 24 * 60 * 60;

/** The longest schedule pays out once a month. */
const MAX_WAIT_SECONDS = 32 * DAY_SECONDS;

/** What is asked for one payment: it is in the first payout after it is available, mostly. */
const MAX_PAYOUTS = 4;
const MAX_PAGES = 3;

/** That both parameters work together is unconfirmed: where they do not, the payout's pages are read. */
async function transactionsIn(
  stripe: Stripe,
  payoutId: string,
  chargeId: string,
): Promise<readonly string[]> {
  try {
    const { data } = await stripe.balanceTransactions.list({
      payout: payoutId,
      source: chargeId,
      limit: PAGE_SIZE,
    });
    return data.map(({ id }) => id);
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
  const found: string[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const { transactions, next } = await itemizedPayout(stripe, payoutId, after);
    found.push(...transactions.flatMap((each) => (each.chargeId === chargeId ? each.id : [])));
    if (next === null) break;
    after = next;
  }
  return found;
}

type Payouts = readonly Stripe.Payout[];

/** Oldest first. */
async function payoutsAfter({ payouts }: Stripe, availableOn: number): Promise<Payouts> {
  const { data } = await payouts.list({
    created: { gte: availableOn - DAY_SECONDS, lte: availableOn + MAX_WAIT_SECONDS },
    limit: PAGE_SIZE,
  });
  return data.toReversed();
}

async function findPayouts(
  stripe: Stripe,
  { id, balanceTransaction }: Charge,
  after: (availableOn: number) => Promise<Payouts>,
): Promise<PayoutsFound> {
  if (balanceTransaction === null) return { status: 'unknown' };
  const around = await after(balanceTransaction.availableOn);
  const ofCurrency = around.filter(({ currency }) => currency === balanceTransaction.currency);
  const automatic = ofCurrency.filter((payout) => payout.automatic);
  if (automatic.length === 0) {
    return { status: ofCurrency.length === 0 ? 'unknown' : 'not-itemized' };
  }
  const payouts = new Map<string, Payout>();
  for (const payout of automatic.slice(0, MAX_PAYOUTS)) {
    for (const transaction of await transactionsIn(stripe, payout.id, id)) {
      payouts.set(transaction, mapPayout(payout));
    }
    const found = payouts.get(balanceTransaction.id);
    // What a failed payout had may be in a later one.
    if (found !== undefined && found.status !== 'failed' && found.status !== 'canceled') break;
  }
  return payouts.has(balanceTransaction.id) ? { status: 'found', payouts } : { status: 'unknown' };
}

/**
 * Finds the payouts that one payment is in. It never fails: no figure depends on it, so what cannot be read is
 * unknown. Payments that became available at the same moment share a list of payouts.
 */
export function createPayoutFinder(stripe: Stripe): (charge: Charge) => Promise<PayoutsFound> {
  const lists = new Map<number, Promise<Payouts>>();
  const after = (availableOn: number): Promise<Payouts> => {
    const known = lists.get(availableOn) ?? payoutsAfter(stripe, availableOn);
    lists.set(availableOn, known);
    known.catch(() => lists.delete(availableOn));
    return known;
  };
  return async (charge) => {
    try {
      return await findPayouts(stripe, charge, after);
    } catch (error) {
      const isForbidden = error instanceof Stripe.errors.StripePermissionError;
      return { status: isForbidden ? 'no-permission' : 'unknown' };
    }
  };
}
