import type { BalanceTransaction, Charge } from '../payment/charge.ts';
import { isoDateFromEpochMs } from '../time/iso.ts';
import type { Payout } from '../payment/payout.ts';
import type { PayoutsByTransaction } from './payment-facts.ts';

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
  charge: Charge,
  payouts: PayoutsByTransaction,
): Readonly<Partial<Record<PayoutPropertyName, string>>> {
  if (payouts === 'unknown') return {};
  if (charge.balanceTransaction === null) return NO_PAYOUT;
  if (payouts === 'not-itemized') return { ...NO_PAYOUT, stripe_payout_status: 'not_itemized' };
  const found = [charge.balanceTransaction, ...charge.furtherBalanceTransactions].map(({ id }) =>
    payouts.get(id),
  );
  const all = found.filter((payout) => payout !== undefined);
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

/** What is paid out of captured money. Refunds and disputes are taken off whatever payout is next. */
const paidOutOf = (charge: Charge): readonly BalanceTransaction[] =>
  [charge.balanceTransaction, ...charge.furtherBalanceTransactions]
    .filter((transaction) => transaction !== null)
    .filter(({ netMinor }) => netMinor > 0);

/** True where something of a payment is to be paid out. */
export const bringsMoney = (charge: Charge): boolean => paidOutOf(charge).length > 0;

/** True where all of it is available: a payout can have it. */
export function isPaidOutAlready(charge: Charge, nowSeconds: number): boolean {
  return (
    bringsMoney(charge) && paidOutOf(charge).every(({ availableOn }) => availableOn <= nowSeconds)
  );
}

/** What is known of payouts, by charge. */
interface KnownPayouts {
  /** When the money arrived, in seconds since the epoch, where that cannot change any more. */
  readonly final: ReadonlyMap<string, number | 'not-itemized'>;
  readonly asked: ReadonlyMap<string, PayoutsByTransaction>;
}

function arrivalOf(charge: Charge, { final, asked }: KnownPayouts): number | null {
  const known = final.get(charge.id);
  if (known !== undefined) return known === 'not-itemized' ? null : known;
  const payouts = asked.get(charge.id);
  if (payouts === undefined || typeof payouts === 'string') return null;
  const arrivals = paidOutOf(charge).map(({ id }) => {
    const payout = payouts.get(id);
    return payout?.status === 'paid' ? payout.arrivalOn : null;
  });
  return arrivals.reduce<number | null>(
    (latest, each) => (latest === null || each === null ? null : Math.max(latest, each)),
    arrivals.length === 0 ? null : 0,
  );
}

const DAY_SECONDS = 86_400;

const utcDayOf = (seconds: number): number => Math.floor(seconds / DAY_SECONDS);

/**
 * When the last of the money of captured payments reached the bank, in seconds since the epoch; null while
 * any of it has not, or that is not known. Money that came back later, as of a dispute that was won, is in a payout
 * that is not known.
 * @param fundsAvailableOn when the last of it was available; null where that is not known.
 */
export function payoutArrival(
  charges: readonly Charge[],
  known: KnownPayouts,
  fundsAvailableOn: number | null,
): number | null {
  const paying = charges.filter(bringsMoney);
  const arrival = paying
    .map((charge) => arrivalOf(charge, known))
    .reduce<number | null>(
      (latest, each) => (latest === null || each === null ? null : Math.max(latest, each)),
      paying.length === 0 ? null : 0,
    );
  const isAll =
    arrival !== null &&
    fundsAvailableOn !== null &&
    utcDayOf(arrival) >= utcDayOf(fundsAvailableOn);
  return isAll ? arrival : null;
}
