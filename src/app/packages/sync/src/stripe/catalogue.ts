import type { Discount, Price } from '@stripe-payments/core';
import Stripe from 'stripe';
import { idOf } from './metadata.ts';

/** What subscriptions refer to, read beside them. */
export interface PriceFacts {
  /** Tiers of tiered prices, by price id. */
  readonly tiers: ReadonlyMap<string, readonly Stripe.Price.Tier[]>;
  /** By product id; a key that may not read products has none. */
  readonly productNames: ReadonlyMap<string, string>;
  /** Of discounts, by coupon id. */
  readonly coupons: ReadonlyMap<string, Stripe.Coupon>;
}

/** A discount of unknown size: revenue made of it would be wrong. */
class UnknownCouponError extends Error {
  override readonly name = 'UnknownCouponError';
  constructor(discountId: string) {
    super(`The coupon of ${discountId} was not read.`);
  }
}

function couponOf({ id, source }: Stripe.Discount, { coupons }: PriceFacts): Stripe.Coupon {
  const { coupon } = source;
  const found = typeof coupon === 'string' ? coupons.get(coupon) : coupon;
  if (found === null || found === undefined) throw new UnknownCouponError(id);
  return found;
}

function mapDiscount(discount: Stripe.Discount, facts: PriceFacts): Discount {
  const coupon = couponOf(discount, facts);
  return {
    id: discount.id,
    percentOff: coupon.percent_off,
    amountOffMinor: coupon.amount_off,
    currency: coupon.currency,
    duration: coupon.duration,
    endsAt: discount.end,
  };
}

export function mapDiscounts(
  discounts: readonly (string | Stripe.Discount)[],
  facts: PriceFacts,
): readonly Discount[] {
  return discounts.map((discount) => {
    if (typeof discount === 'string') throw new UnknownCouponError(discount);
    return mapDiscount(discount, facts);
  });
}

function billingSchemeOf({ billing_scheme: scheme }: Stripe.Price): Price['billingScheme'] {
  if (scheme === 'per_unit') return 'per_unit';
  return scheme === 'tiered' ? 'tiered' : 'unknown';
}

function tiersModeOf({ tiers_mode: mode }: Stripe.Price): Price['tiersMode'] {
  if (mode === 'graduated') return 'graduated';
  return mode === 'volume' ? 'volume' : null;
}

function transformOf({ transform_quantity: transform }: Stripe.Price): Price['transformQuantity'] {
  if (transform === null) return null;
  return {
    divideBy: transform.divide_by,
    round: transform.round === 'up' ? 'up' : 'down',
  };
}

export function mapPrice(price: Stripe.Price, { tiers, productNames }: PriceFacts): Price {
  return {
    id: price.id,
    currency: price.currency,
    name: price.nickname ?? productNames.get(idOf(price.product) ?? '') ?? null,
    billingScheme: billingSchemeOf(price),
    unitAmountDecimal: price.unit_amount_decimal?.toString() ?? null,
    tiersMode: tiersModeOf(price),
    tiers: (tiers.get(price.id) ?? []).map((tier) => ({
      upTo: tier.up_to,
      unitAmountDecimal: tier.unit_amount_decimal?.toString() ?? null,
      flatAmountDecimal: tier.flat_amount_decimal?.toString() ?? null,
    })),
    transformQuantity: transformOf(price),
    interval: price.recurring?.interval ?? 'unknown',
    intervalCount: price.recurring?.interval_count ?? 1,
    usageType: price.recurring?.usage_type ?? 'unknown',
  };
}

/** What subscriptions refer to and do not carry; each object is read once an invocation. */
export interface Catalogue {
  /** @param items of these subscriptions, all of them. */
  factsFor(
    subscriptions: readonly Stripe.Subscription[],
    items: readonly Stripe.SubscriptionItem[],
  ): Promise<PriceFacts>;
}

const MAX_PRODUCTS = 100;

function distinct(ids: readonly (string | null)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

interface Discounted {
  readonly discounts: readonly (string | Stripe.Discount)[];
}

/** Ids of the coupons behind discounts. */
function couponIds(discounted: readonly Discounted[]): readonly string[] {
  return distinct(
    discounted.flatMap(({ discounts }) =>
      discounts.map((discount) =>
        typeof discount === 'string' ? null : idOf(discount.source.coupon),
      ),
    ),
  );
}

const tieredPriceIds = (items: readonly Stripe.SubscriptionItem[]): readonly string[] =>
  distinct(items.map(({ price }) => (price.billing_scheme === 'tiered' ? price.id : null)));

/** Only where the price has no name of its own. */
const productIds = (items: readonly Stripe.SubscriptionItem[]): readonly string[] =>
  distinct(items.map(({ price }) => (price.nickname === null ? idOf(price.product) : null)));

function remembered<T>(read: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (id) => {
    const reading = known.get(id) ?? read(id);
    known.set(id, reading);
    return reading;
  };
}

async function pairs<T>(
  ids: readonly string[],
  read: (id: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  return new Map(await Promise.all(ids.map(async (id) => [id, await read(id)] as const)));
}

export function createCatalogue(stripe: Stripe): Catalogue {
  const tiersOf = remembered(async (id: string) => {
    const price = await stripe.prices.retrieve(id, { expand: ['tiers'] });
    return price.tiers ?? [];
  });
  const couponWith = remembered((id: string) => stripe.coupons.retrieve(id));
  const names = new Map<string, string>();
  const productNames = async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const unknown = ids.filter((id) => !names.has(id)).slice(0, MAX_PRODUCTS);
    if (unknown.length === 0) return names;
    try {
      const products = await stripe.products.list({ ids: [...unknown], limit: MAX_PRODUCTS });
      for (const { id, name } of products.data) names.set(id, name);
    } catch (error) {
      // Best effort: without the permission a row says what it costs, and not what it is.
      if (!(error instanceof Stripe.errors.StripePermissionError)) throw error;
    }
    return names;
  };
  return {
    async factsFor(subscriptions, items) {
      const [tiers, coupons, namesById] = await Promise.all([
        pairs(tieredPriceIds(items), tiersOf),
        pairs(couponIds([...subscriptions, ...items]), couponWith),
        productNames(productIds(items)),
      ]);
      return { tiers, coupons, productNames: namesById };
    },
  };
}
