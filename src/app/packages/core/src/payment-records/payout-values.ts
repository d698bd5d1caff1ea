import { isoDateFromEpochMs } from '../time/iso.ts';
import type { Payout } from '../payment/payout.ts';
import type { PayoutsByTransaction } from './payment-facts.ts';
import type { SettledCharge } from '../ledger/payout-parts.ts';

/** The values of `stripe_payout_status`, but for the last in the order in which one of them holds for several. */
export const PAYOUT_STATUSES = [
  'failed',
  'canceled',
  'pending',
  'in_transit',
  'paid',
  'not_itemized',
] as const;

type PayoutStatus = (typeof PAYOUT_STATUSES)[number];

const NO_PAYOUT = {
  stripe_payout_id: '',
  stripe_payout_status: '',
  stripe_payout_date: '',
  stripe_payout_trace_id: '',
};

/** Of several payouts the one that a person has to know of first; undefined for a status that Stripe added later. */
function statusOf(payouts: readonly Payout[]): PayoutStatus | undefined {
  const isKnown = payouts.every(({ status }) => PAYOUT_STATUSES.some((known) => known === status));
  if (!isKnown) return undefined;
  return PAYOUT_STATUSES.find((known) => payouts.some(({ status }) => status === known));
}

const joined = (texts: readonly (string | null)[]): string =>
  [...new Set(texts.filter((text) => text !== null))].join(', ');

export type PayoutPropertyName = keyof typeof NO_PAYOUT;

/** Left out of values where payouts were not read. */
export const PAYOUT_NAMES = Object.keys(NO_PAYOUT);

/**
 * With which payouts the captured money left Stripe; all empty until each part of it is in one. None of
 * them where payouts were not read: what HubSpot has stays.
 */
export function payoutValues(
  charge: SettledCharge,
  payouts: PayoutsByTransaction,
): Readonly<Partial<Record<PayoutPropertyName, string>>> {
  if (payouts === 'unknown') return {};
  // A debit that failed later brought nothing.
  const { balanceTransaction, failureBalanceTransaction: failure } = charge;
  if (balanceTransaction === null || failure !== null) return NO_PAYOUT;
  if (payouts === 'not-itemized') return { ...NO_PAYOUT, stripe_payout_status: 'not_itemized' };
  const found = [balanceTransaction, ...charge.furtherBalanceTransactions].map(({ id }) =>
    payouts.get(id),
  );
  const all = found.filter((payout) => payout !== undefined && payout !== null);
  if (all.length < found.length) return NO_PAYOUT;
  const status = statusOf(all);
  const isArriving = status !== undefined && status !== 'failed' && status !== 'canceled';
  const last = Math.max(...all.map(({ arrivalOn }) => arrivalOn));
  return {
    stripe_payout_id: joined(all.map(({ id }) => id)),
    stripe_payout_status: status ?? '',
    // Stripe gives the day at midnight UTC.
    stripe_payout_date: isArriving ? isoDateFromEpochMs(last * 1_000) : '',
    stripe_payout_trace_id: joined(all.map(({ traceId }) => traceId)),
  };
}
