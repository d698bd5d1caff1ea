import type { Currency } from '../money/currency.ts';
import type { Invoice, RecurringLine } from '../payment/invoice.ts';
import type { Price, Subscription } from '../payment/subscription.ts';
import { monthlyRevenue } from './monthly-revenue.ts';

/** A line that bills a subscription, with what its invoice says. */
export interface BilledLine extends RecurringLine {
  readonly currency: Currency;
  /** When the invoice was made, in seconds since the epoch. */
  readonly invoicedOn: number;
  readonly amountMinor: number;
  readonly quantity: number | null;
}

export const billedLines = (invoices: readonly Invoice[]): readonly BilledLine[] =>
  invoices.flatMap(({ lines, currency, created }) =>
    lines.flatMap(({ recurring, amountMinor, quantity }) =>
      recurring === undefined
        ? []
        : [{ ...recurring, currency, invoicedOn: created, amountMinor, quantity }],
    ),
  );

/** What is billed for a quantity of a price: `quantity` units of `price`. */
interface PricedQuantity {
  readonly price: Price;
  readonly quantity: number;
}

/** Prices by what subscriptions have, else by what invoices billed for them. */
export interface PriceBook {
  /** Undefined where it is not known what the quantity costs, or how often. */
  priced(priceId: string, quantity: number, currency: Currency): PricedQuantity | undefined;
  /** True for a price that is no part of MRR: metered, or billed in a way not known here. */
  isUncounted(priceId: string, currency: Currency): boolean;
}

type Interval = Pick<Price, 'interval' | 'intervalCount'>;

const DAY_SECONDS = 24 * 60 * 60;

const dateOf = (seconds: number): Date => new Date(seconds * 1_000);

const isLastOfMonth = (seconds: number): boolean =>
  dateOf(seconds + DAY_SECONDS).getUTCDate() === 1;

/**
 * Whole months of a period; undefined for any other. Stripe bills on the same day at the same time, in
 * UTC, or on the last day of a month that is too short.
 */
function monthsOf({ from, until }: RecurringLine): number | undefined {
  const [start, end] = [dateOf(from), dateOf(until)];
  if (from % DAY_SECONDS !== until % DAY_SECONDS) return undefined;
  const difference = end.getUTCDate() - start.getUTCDate();
  const isSameDay =
    difference === 0 ||
    (difference > 0 && isLastOfMonth(from)) ||
    (difference < 0 && isLastOfMonth(until));
  const months =
    12 * (end.getUTCFullYear() - start.getUTCFullYear()) + end.getUTCMonth() - start.getUTCMonth();
  return isSameDay && months > 0 ? months : undefined;
}

function only<T>(values: readonly (T | undefined)[]): T | undefined {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
}

/** One period that is no month says nothing: it could be the shortened first one. */
function intervalOf(periods: readonly RecurringLine[]): Interval | undefined {
  const months = only(periods.map(monthsOf));
  if (months !== undefined) return { interval: 'month', intervalCount: months };
  const days = only(periods.map(({ from, until }) => (until - from) / DAY_SECONDS));
  const isRepeated = new Set(periods.map(({ from }) => from)).size > 1;
  if (days === undefined || !isRepeated || !Number.isInteger(days)) return undefined;
  return days % 7 === 0
    ? { interval: 'week', intervalCount: days / 7 }
    : { interval: 'day', intervalCount: days };
}

/** Billed when its period was over, as usage is. */
export const isInArrears = ({ kind, until, invoicedOn }: BilledLine): boolean =>
  kind === 'period' && until <= invoicedOn;

const isLinear = ({ unitAmountDecimal, quantity, amountMinor }: BilledLine): boolean =>
  unitAmountDecimal !== null && Number(unitAmountDecimal) * (quantity ?? NaN) === amountMinor;

/** What the whole periods of one price tell of it. */
function pricedByLines(
  periods: readonly BilledLine[],
  quantity: number,
): PricedQuantity | undefined {
  const [first] = periods;
  const interval = intervalOf(periods);
  if (first === undefined || interval === undefined) return undefined;
  const unit = periods.every(isLinear)
    ? only(periods.map(({ unitAmountDecimal }) => unitAmountDecimal))
    : undefined;
  const amount = only(
    periods.filter((line) => line.quantity === quantity).map(({ amountMinor }) => amountMinor),
  );
  const unitAmountDecimal = unit ?? (amount === undefined ? null : String(amount));
  if (unitAmountDecimal === null) return undefined;
  const price: Price = {
    id: first.priceId,
    productId: first.productId,
    currency: first.currency,
    name: null,
    billingScheme: 'per_unit',
    unitAmountDecimal,
    tiersMode: null,
    tiers: [],
    transformQuantity: null,
    ...interval,
    usageType: 'licensed',
  };
  return { price, quantity: unit === undefined ? 1 : quantity };
}

const keyOf = (priceId: string, currency: Currency): string => `${priceId}/${currency}`;

/** @param lines of the same customers as the subscriptions. */
export function priceBook(
  subscriptions: readonly Subscription[],
  lines: readonly BilledLine[],
): PriceBook {
  const prices = new Map<string, Price>();
  const uncounted = new Set<string>();
  for (const subscription of subscriptions) {
    for (const item of subscription.items) {
      const key = keyOf(item.price.id, subscription.currency);
      const { isMetered } = monthlyRevenue({ ...subscription, items: [item] }, 0);
      if (isMetered) uncounted.add(key);
      else prices.set(key, item.price);
    }
  }
  const periods = new Map<string, BilledLine[]>();
  for (const line of lines) {
    // A trial is billed with nothing.
    if (line.kind !== 'period' || line.amountMinor <= 0 || isInArrears(line)) continue;
    const key = keyOf(line.priceId, line.currency);
    periods.set(key, [...(periods.get(key) ?? []), line]);
  }
  return {
    isUncounted: (priceId, currency) => uncounted.has(keyOf(priceId, currency)),
    priced: (priceId, quantity, currency) => {
      const key = keyOf(priceId, currency);
      const price = prices.get(key);
      return price === undefined
        ? pricedByLines(periods.get(key) ?? [], quantity)
        : { price, quantity };
    },
  };
}
