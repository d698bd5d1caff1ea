import { roundedDecimal, scaledDecimal } from '../decimals.ts';
import type { PriceRow, Tier } from '../entities/price.ts';

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

/** What one period costs, in minor units: https://docs.stripe.com/products-prices/pricing-models. */
export function priceAmount(price: PriceRow, quantity: number): number {
  if (price.tiersMode === 'volume') return roundedDecimal(volumeAmount(price.tiers, quantity));
  if (price.tiersMode === 'graduated')
    return roundedDecimal(graduatedAmount(price.tiers, quantity));
  return roundedDecimal(scaled(price.unitAmountDecimal) * BigInt(billedUnits(price, quantity)));
}
