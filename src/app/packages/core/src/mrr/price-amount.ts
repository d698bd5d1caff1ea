import type { Ratio } from '../money/ratio.ts';
import { addRatios, multiplyRatios, ratio, ratioFromDecimal, ZERO } from '../money/ratio.ts';
import type { Price, PriceTier, SubscriptionItem } from '../payment/subscription.ts';

/** A missing amount of a tier is none: Stripe writes either of the two, or both. */
function tierAmount(text: string | null): Ratio | undefined {
  return text === null ? ZERO : ratioFromDecimal(text);
}

function amountInTier(tier: PriceTier, units: number): Ratio | undefined {
  const unit = tierAmount(tier.unitAmountDecimal);
  const flat = tierAmount(tier.flatAmountDecimal);
  if (unit === undefined || flat === undefined) return undefined;
  return addRatios(multiplyRatios(unit, ratio(units)), flat);
}

const reaches = (tier: PriceTier, quantity: number): boolean =>
  tier.upTo === null || quantity <= tier.upTo;

/** All units at the price of the one step that the quantity is in. */
function volumeAmount(tiers: readonly PriceTier[], quantity: number): Ratio | undefined {
  const tier = tiers.find((each) => reaches(each, quantity));
  return tier === undefined ? undefined : amountInTier(tier, quantity);
}

/** Each unit at the price of its own step; the flat amount of every step that was entered. */
function graduatedAmount(tiers: readonly PriceTier[], quantity: number): Ratio | undefined {
  let total = ZERO;
  let from = 0;
  for (const tier of tiers) {
    const upTo = Math.min(quantity, tier.upTo ?? quantity);
    const amount = amountInTier(tier, upTo - from);
    if (amount === undefined) return undefined;
    total = addRatios(total, amount);
    if (reaches(tier, quantity)) return total;
    from = upTo;
  }
  return undefined;
}

function pricedQuantity(quantity: number, { transformQuantity }: Price): number | undefined {
  if (transformQuantity === null) return quantity;
  const { divideBy, round } = transformQuantity;
  if (divideBy <= 0) return undefined;
  return round === 'up' ? Math.ceil(quantity / divideBy) : Math.floor(quantity / divideBy);
}

function perUnitAmount(price: Price, quantity: number): Ratio | undefined {
  const units = pricedQuantity(quantity, price);
  const unit =
    price.unitAmountDecimal === null ? undefined : ratioFromDecimal(price.unitAmountDecimal);
  if (units === undefined || unit === undefined) return undefined;
  return multiplyRatios(unit, ratio(units));
}

/**
 * What an item costs each time it is billed, in minor units, before discounts. Undefined where that is
 * not known beforehand: metered usage, a scheme that Stripe added later, tiers that were not read.
 * Rules: docs.stripe.com/products-prices/pricing-models#tiered-pricing and
 * docs.stripe.com/products-prices/pricing-models#package-pricing (2026-10).
 */
export function amountPerPeriod({ price, quantity }: SubscriptionItem): Ratio | undefined {
  if (price.usageType !== 'licensed' || quantity === null) return undefined;
  if (!Number.isSafeInteger(quantity) || quantity < 0) return undefined;
  switch (price.billingScheme) {
    case 'per_unit':
      return perUnitAmount(price, quantity);
    case 'tiered':
      if (price.tiersMode === null) return undefined;
      return price.tiersMode === 'volume'
        ? volumeAmount(price.tiers, quantity)
        : graduatedAmount(price.tiers, quantity);
    case 'unknown':
      return undefined;
  }
}
