import type { Discount, Price, Subscription, SubscriptionItem } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { claimsIn, idOf } from './metadata.ts';

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

function mapDiscounts(
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

function mapPrice(price: Stripe.Price, { tiers, productNames }: PriceFacts): Price {
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

function mapItem(item: Stripe.SubscriptionItem, facts: PriceFacts): SubscriptionItem {
  return {
    id: item.id,
    quantity: item.quantity ?? null,
    price: mapPrice(item.price, facts),
    currentPeriodStart: item.current_period_start,
    currentPeriodEnd: item.current_period_end,
    discounts: mapDiscounts(item.discounts, facts),
  };
}

/** @param items all of them: the subscription's own nested list may be cut. */
export function mapSubscription(
  subscription: Stripe.Subscription,
  items: readonly Stripe.SubscriptionItem[],
  facts: PriceFacts,
): Subscription {
  return {
    id: subscription.id,
    customerId: idOf(subscription.customer) ?? '',
    created: subscription.created,
    livemode: subscription.livemode,
    status: subscription.status,
    currency: subscription.currency,
    items: items.map((item) => mapItem(item, facts)),
    discounts: mapDiscounts(subscription.discounts, facts),
    trialEnd: subscription.trial_end,
    isCollectionPaused: subscription.pause_collection !== null,
    cancelAtPeriodEnd: subscription.cancel_at_period_end,
    cancelAt: subscription.cancel_at,
    endedAt: subscription.ended_at,
    recordClaims: claimsIn(subscription.metadata),
  };
}
