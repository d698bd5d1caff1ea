import { roundedDecimal, scaledDecimal } from '../values/currencies.ts';
import type { PriceRow, Recurring, Tier } from '../entities/catalogue.ts';

const scaled = (text: string | null): bigint => (text === null ? 0n : (scaledDecimal(text) ?? 0n));

const tierAmount = (tier: Tier, units: number): bigint =>
  scaled(tier.flatAmountDecimal) + scaled(tier.unitAmountDecimal) * BigInt(units);

/** All units at the price of the tier that the quantity reaches. */
function volumeAmount(tiers: readonly Tier[], quantity: number): bigint {
  const tier = tiers.find((each) => each.upTo === null || quantity <= each.upTo);
  return tier === undefined ? 0n : tierAmount(tier, quantity);
}

/** Each unit at the price of the tier it falls in. */
function graduatedAmount(tiers: readonly Tier[], quantity: number): bigint {
  let from = 0;
  let sum = 0n;
  for (const tier of tiers) {
    if (quantity <= from) break;
    const until = Math.min(tier.upTo ?? quantity, quantity);
    sum += tierAmount(tier, until - from);
    from = until;
  }
  return sum;
}

function billedUnits(price: PriceRow, quantity: number): number {
  if (price.transformQuantity === null) return quantity;
  const { divideBy, round } = price.transformQuantity;
  return round === 'up' ? Math.ceil(quantity / divideBy) : Math.floor(quantity / divideBy);
}

/** The price as it is billed in a currency that it has. */
export const priceIn = (price: PriceRow, currency: string): PriceRow =>
  price.currency === currency
    ? price
    : { ...price, currency, unitAmountDecimal: price.currencyOptions[currency] ?? null };

/** What one period costs, in minor units: https://docs.stripe.com/products-prices/pricing-models. */
export function priceAmount(price: PriceRow, quantity: number): number {
  if (price.tiersMode === 'volume') return roundedDecimal(volumeAmount(price.tiers, quantity));
  if (price.tiersMode === 'graduated')
    return roundedDecimal(graduatedAmount(price.tiers, quantity));
  return roundedDecimal(scaled(price.unitAmountDecimal) * BigInt(billedUnits(price, quantity)));
}

const DAY_SECONDS = 24 * 60 * 60;

/** The 31st becomes the last day of a shorter month. */
function addMonths(seconds: number, months: number): number {
  const date = new Date(seconds * 1000);
  const day = date.getUTCDate();
  const moved = new Date(date);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(
    Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0),
  ).getUTCDate();
  moved.setUTCDate(Math.min(day, lastDay));
  return Math.floor(moved.getTime() / 1000);
}

type Cycle = Pick<Recurring, 'interval' | 'intervalCount'>;

function addInterval(seconds: number, { interval, intervalCount }: Cycle, times: number): number {
  const count = intervalCount * times;
  switch (interval) {
    case 'day':
      return seconds + count * DAY_SECONDS;
    case 'week':
      return seconds + count * 7 * DAY_SECONDS;
    case 'month':
      return addMonths(seconds, count);
    case 'year':
      return addMonths(seconds, count * 12);
  }
}

/** The first end of a cycle after `from`, counted from the anchor so that no day is lost. */
export function periodEnd(anchor: number, from: number, cycle: Cycle): number {
  let times = 1;
  while (addInterval(anchor, cycle, times) <= from) times += 1;
  return addInterval(anchor, cycle, times);
}

export const monthsLater = (seconds: number, months: number): number => addMonths(seconds, months);
