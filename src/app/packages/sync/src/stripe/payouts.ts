import type { Payout, SettledCharge } from '@stripe-payments/core';
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
export const itemizedPayout = (
  stripe: Stripe,
  payoutId: string,
  after?: string,
): Promise<PayoutPage> => pageOf(listsOf(stripe), payoutId, after);

/** The two lists that tell in which payouts a payment is. */
interface PayoutLists {
  readonly payouts: (params: Stripe.PayoutListParams) => Promise<readonly Stripe.Payout[]>;
  readonly transactions: (
    params: Stripe.BalanceTransactionListParams,
  ) => Promise<Pick<Stripe.ApiList<Stripe.BalanceTransaction>, 'data' | 'has_more'>>;
}

/** @param maxCalls after so many both are refused. */
function listsOf(
  { payouts, balanceTransactions }: Stripe,
  maxCalls = Number.POSITIVE_INFINITY,
): PayoutLists {
  let sent = 0;
  const count = (): void => {
    if (sent >= maxCalls) throw new Error('No more calls for payouts.');
    sent += 1;
  };
  return {
    payouts: async (params) => {
      count();
      return (await payouts.list(params)).data;
    },
    transactions: async (params) => {
      count();
      return balanceTransactions.list(params);
    },
  };
}

async function pageOf(
  { transactions }: PayoutLists,
  payoutId: string,
  after?: string,
): Promise<PayoutPage> {
  const { data, has_more: hasMore } = await transactions({
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
  lists: PayoutLists,
  payoutId: string,
  chargeId: string,
): Promise<readonly string[]> {
  try {
    const { data } = await lists.transactions({
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
    const { transactions, next } = await pageOf(lists, payoutId, after);
    found.push(...transactions.flatMap((each) => (each.chargeId === chargeId ? each.id : [])));
    if (next === null) break;
    after = next;
  }
  return found;
}

type Payouts = readonly Stripe.Payout[];

/** Oldest first. */
async function payoutsAfter(
  { payouts }: PayoutLists,
  availableOn: number,
  untilAvailableOn = availableOn,
): Promise<Payouts> {
  const newestFirst = await payouts({
    created: { gte: availableOn - DAY_SECONDS, lte: untilAvailableOn + MAX_WAIT_SECONDS },
    limit: PAGE_SIZE,
  });
  return newestFirst.toReversed();
}

/** The first that is made once the money is available, then one of the day before, then the later ones. */
function likeliestFirst(payouts: Payouts, availableOn: number): Payouts {
  const [first, ...later] = payouts.filter(({ created }) => created >= availableOn);
  const earlier = payouts.filter(({ created }) => created < availableOn);
  return first === undefined ? earlier : [first, ...earlier, ...later];
}

async function findPayouts(
  lists: PayoutLists,
  { id, balanceTransaction }: SettledCharge,
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
  const likely = likeliestFirst(automatic, balanceTransaction.availableOn);
  for (const payout of likely.slice(0, MAX_PAYOUTS)) {
    for (const transaction of await transactionsIn(lists, payout.id, id)) {
      payouts.set(transaction, mapPayout(payout));
    }
    const found = payouts.get(balanceTransaction.id);
    // What a failed payout had may be in a later one.
    if (found !== undefined && found.status !== 'failed' && found.status !== 'canceled') break;
  }
  return payouts.has(balanceTransaction.id) ? { status: 'found', payouts } : { status: 'unknown' };
}

/** What cannot be read is unknown, since no figure depends on it. */
async function tryFind(...asked: Parameters<typeof findPayouts>): Promise<PayoutsFound> {
  try {
    return await findPayouts(...asked);
  } catch (error) {
    const isForbidden = error instanceof Stripe.errors.StripePermissionError;
    return { status: isForbidden ? 'no-permission' : 'unknown' };
  }
}

/**
 * Finds the payouts that one payment is in. It never fails. Payments that became available at the same moment
 * share a list of payouts.
 */
export function createPayoutFinder(
  stripe: Stripe,
): (charge: SettledCharge) => Promise<PayoutsFound> {
  const lists = listsOf(stripe);
  const known = new Map<number, Promise<Payouts>>();
  const after = (availableOn: number): Promise<Payouts> => {
    const listed = known.get(availableOn) ?? payoutsAfter(lists, availableOn);
    known.set(availableOn, listed);
    listed.catch(() => known.delete(availableOn));
    return listed;
  };
  return (charge) => tryFind(lists, charge, after);
}

/**
 * The same of a few payments in a number of calls that is bounded: one list of payouts for all of them, then what
 * is in these, one payment after the other. A payment that was not reached is unknown.
 */
export async function findFewPayouts(
  stripe: Stripe,
  charges: readonly SettledCharge[],
  maxCalls: number,
): Promise<ReadonlyMap<string, PayoutsFound>> {
  const lists = listsOf(stripe, maxCalls);
  const moments = charges.flatMap(
    ({ balanceTransaction }) => balanceTransaction?.availableOn ?? [],
  );
  const all = payoutsAfter(lists, Math.min(...moments), Math.max(...moments));
  const after = async (availableOn: number): Promise<Payouts> =>
    (await all).filter(({ created }) => created >= availableOn - DAY_SECONDS);
  const found = new Map<string, PayoutsFound>();
  for (const charge of charges) found.set(charge.id, await tryFind(lists, charge, after));
  return found;
}
