import type { BalanceTransaction } from '../payment/charge.ts';
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

/** What of a payment says in which payouts it is. */
export interface SettledCharge {
  readonly id: string;
  readonly balanceTransaction: SettledPart | null;
  readonly furtherBalanceTransactions: readonly SettledPart[];
}

type SettledPart = Pick<BalanceTransaction, 'id' | 'currency' | 'availableOn' | 'netMinor'>;

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
const paidOutOf = (charge: SettledCharge): readonly SettledPart[] =>
  [charge.balanceTransaction, ...charge.furtherBalanceTransactions]
    .filter((transaction) => transaction !== null)
    .filter(({ netMinor }) => netMinor > 0);

/** True where something of a payment is to be paid out. */
export const bringsMoney = (charge: SettledCharge): boolean => paidOutOf(charge).length > 0;

/** True where all of it is available: a payout can have it. */
export function isPaidOutAlready(charge: SettledCharge, nowSeconds: number): boolean {
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

/** When captured money reaches the bank, in seconds since the epoch; both null while that is not known. */
export interface PayoutArrival {
  /** When the last of it did, where all of it has. */
  readonly arrivedOn: number | null;
  /** When Stripe expects the last of it there, where a part is still on its way. */
  readonly expectedOn: number | null;
}

const UNKNOWN_ARRIVAL: PayoutArrival = { arrivedOn: null, expectedOn: null };

const ON_THEIR_WAY: ReadonlySet<string> = new Set(['pending', 'in_transit']);

/** One part of the money: when it is in the bank, and whether it is there. */
interface Part {
  readonly on: number;
  readonly isThere: boolean;
}

/** The parts of a payment; null where one of them is in no payout that is known, or in one that brings nothing. */
function partsOf(charge: SettledCharge, { final, asked }: KnownPayouts): readonly Part[] | null {
  const known = final.get(charge.id);
  if (known !== undefined) return known === 'not-itemized' ? null : [{ on: known, isThere: true }];
  const payouts = asked.get(charge.id);
  if (payouts === undefined || typeof payouts === 'string') return null;
  const parts = paidOutOf(charge).flatMap(({ id }): Part[] => {
    const { status = '', arrivalOn: on = 0 } = payouts.get(id) ?? {};
    const isThere = status === 'paid';
    return isThere || ON_THEIR_WAY.has(status) ? [{ on, isThere }] : [];
  });
  return parts.length === paidOutOf(charge).length ? parts : null;
}

const DAY_SECONDS = 86_400;

const utcDayOf = (seconds: number): number => Math.floor(seconds / DAY_SECONDS);

/**
 * When the last of the money of captured payments reached the bank, or reaches it. Money that came back later,
 * as of a dispute that was won, is in a payout that is not known.
 * @param fundsAvailableOn when the last of it was available; null where that is not known.
 */
export function payoutArrival(
  charges: readonly SettledCharge[],
  known: KnownPayouts,
  fundsAvailableOn: number | null,
): PayoutArrival {
  const parts = charges.filter(bringsMoney).map((charge) => partsOf(charge, known));
  const all = parts.flatMap((each) => each ?? []);
  if (all.length === 0 || parts.includes(null) || fundsAvailableOn === null) return UNKNOWN_ARRIVAL;
  const last = all.reduce((latest, { on }) => Math.max(latest, on), 0);
  if (utcDayOf(last) < utcDayOf(fundsAvailableOn)) return UNKNOWN_ARRIVAL;
  return all.every(({ isThere }) => isThere)
    ? { arrivedOn: last, expectedOn: null }
    : { arrivedOn: null, expectedOn: last };
}
