import type { Money } from '../money/money.ts';
import { add, money } from '../money/money.ts';
import { toDecimal } from '../money/decimal.ts';
import type { PropertyValues } from '../properties/values.ts';
import { utcDateValue } from '../properties/values.ts';
import type { PayoutsByTransaction } from './payment-facts.ts';
import type { PayoutPart, SettledCharge } from '../ledger/payout-parts.ts';
import { laterParts, payoutParts } from '../ledger/payout-parts.ts';

/** What is known of payouts, by charge. */
interface KnownPayouts {
  /**
   * When captured money arrived, in seconds since the epoch, where that cannot change any more. Of a payment of which
   * something was taken later it says too little.
   */
  readonly final: ReadonlyMap<string, number | 'not-itemized'>;
  readonly asked: ReadonlyMap<string, PayoutsByTransaction>;
}

/** True where nothing is left to ask of a payment. */
export const isFinalArrival = (charge: SettledCharge, final: KnownPayouts['final']): boolean =>
  final.get(charge.id) === 'not-itemized' ||
  (final.has(charge.id) && laterParts(charge).length === 0);

/** When the net of payments is in the bank, in seconds since the epoch; all null while that is not known. */
export interface PayoutArrival {
  /** When the last part of the net was paid out, where all of it was: what was taken is off a payout, too. */
  readonly arrivedOn: number | null;
  /** When Stripe expects the last of it there, where a part is still on its way. */
  readonly expectedOn: number | null;
  /** When the last payout with a part of it arrived. */
  readonly lastOn: number | null;
  /** What payouts have brought of the net by then, less what was taken off them; an amount a currency. */
  readonly paidOut: readonly Money[] | null;
}

const UNKNOWN_ARRIVAL: PayoutArrival = {
  arrivedOn: null,
  expectedOn: null,
  lastOn: null,
  paidOut: null,
};

const ON_THEIR_WAY: ReadonlySet<string> = new Set(['pending', 'in_transit']);

/** Where a part of the net is: `on` is null in the Stripe balance. */
interface PlacedPart {
  readonly part: PayoutPart;
  readonly on: number | null;
  readonly isThere: boolean;
}

/** Null where it is in no payout that is known, or in one that failed: a later one has it, and does not say so. */
function placeOf(
  part: PayoutPart,
  payouts: PayoutsByTransaction | undefined,
  nowSeconds: number,
): PlacedPart | null {
  const inBalance = { part, on: null, isThere: false };
  if (part.availableOn > nowSeconds) return inBalance;
  if (payouts === undefined || typeof payouts === 'string') return null;
  const payout = payouts.get(part.id);
  if (payout === undefined) return null;
  if (payout === null) return inBalance;
  const isThere = payout.status === 'paid';
  if (!isThere && !ON_THEIR_WAY.has(payout.status)) return null;
  return { part, on: payout.arrivalOn, isThere };
}

function placesOf(
  charge: SettledCharge,
  { final, asked }: KnownPayouts,
  nowSeconds: number,
): readonly (PlacedPart | null)[] {
  const on = final.get(charge.id);
  if (typeof on === 'number' && isFinalArrival(charge, final)) {
    return payoutParts(charge).map((part) => ({ part, on, isThere: true }));
  }
  const payouts = asked.get(charge.id);
  return payoutParts(charge).map((part) => placeOf(part, payouts, nowSeconds));
}

function sumsOf(parts: readonly PayoutPart[]): readonly Money[] {
  const sums = new Map<string, Money>();
  for (const { currency, netMinor } of parts) {
    const amount = money(netMinor, currency);
    const before = sums.get(currency);
    sums.set(currency, before === undefined ? amount : add(before, amount));
  }
  return [...sums.values()];
}

const lastOf = (places: readonly PlacedPart[]): number | null =>
  places.reduce<number | null>(
    (last, { on }) => (on === null ? last : Math.max(last ?? on, on)),
    null,
  );

/**
 * When the net of payments reached the bank, or reaches it, from the payout of each of its balance transactions: captured,
 * refunded, disputed and returned.
 */
export function payoutArrival(
  charges: readonly SettledCharge[],
  known: KnownPayouts,
  nowSeconds: number,
): PayoutArrival {
  const places = charges.flatMap((charge) => placesOf(charge, known, nowSeconds));
  const all = places.filter((place) => place !== null);
  if (all.length === 0 || all.length < places.length) return UNKNOWN_ARRIVAL;
  const there = all.filter(({ isThere }) => isThere);
  const isWaiting = all.some(({ on, part }) => on === null && part.netMinor > 0);
  const isComing = all.some(({ on, isThere }) => on !== null && !isThere);
  return {
    arrivedOn: there.length === all.length ? lastOf(there) : null,
    expectedOn: isComing && !isWaiting ? lastOf(all) : null,
    lastOn: lastOf(there),
    paidOut: there.length > 0 ? sumsOf(there.map(({ part }) => part)) : nothingOf(all),
  };
}

const nothingOf = (places: readonly PlacedPart[]): readonly Money[] =>
  [...new Set(places.map(({ part }) => part.currency))].map((currency) => money(0, currency));

type PayoutDateName = Extract<
  keyof PropertyValues,
  | 'stripe_payout_date'
  | 'stripe_payout_expected_date'
  | 'stripe_last_payout_date'
  | 'stripe_net_paid_out'
>;

/** What a sync saves of it; an amount only of a net in one currency. */
export function payoutArrivalValues(
  { arrivedOn, expectedOn, lastOn, paidOut }: PayoutArrival,
  currencies: ReadonlySet<string>,
): Readonly<Record<PayoutDateName, string>> {
  const [only] = currencies.size === 1 ? (paidOut ?? []) : [];
  return {
    stripe_payout_date: utcDateValue(arrivedOn),
    stripe_payout_expected_date: utcDateValue(expectedOn),
    stripe_last_payout_date: utcDateValue(lastOn),
    stripe_net_paid_out: only === undefined ? '' : toDecimal(only),
  };
}
