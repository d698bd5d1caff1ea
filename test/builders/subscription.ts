import type { Discount, Price, Subscription, SubscriptionItem } from '@stripe-payments/core';

/** 10.00 USD a month for a unit. */
export function price(overrides: Partial<Price> = {}): Price {
  return {
    id: 'price_1',
    productId: 'prod_1',
    currency: 'usd',
    name: 'Basic',
    billingScheme: 'per_unit',
    unitAmountDecimal: '1000',
    tiersMode: null,
    tiers: [],
    transformQuantity: null,
    interval: 'month',
    intervalCount: 1,
    usageType: 'licensed',
    ...overrides,
  };
}

/** One unit of a price in its period of 2026-11-15 to 2026-12-15. */
export function subscriptionItem(overrides: Partial<SubscriptionItem> = {}): SubscriptionItem {
  return {
    id: 'si_1',
    quantity: 1,
    price: price(),
    currentPeriodStart: 1_794_700_800,
    currentPeriodEnd: 1_797_292_800,
    discounts: [],
    trialEndsAt: null,
    taxIncluded: null,
    ...overrides,
  };
}

/** An active subscription of 10.00 USD a month that renews on 2026-12-15. */
export function subscription(overrides: Partial<Subscription> = {}): Subscription {
  return {
    id: 'sub_1',
    customerId: 'cus_1',
    created: 1_794_700_800,
    livemode: false,
    status: 'active',
    currency: 'usd',
    items: [subscriptionItem()],
    discounts: [],
    startsOn: null,
    trialEnd: null,
    isCollectionPaused: false,
    cancelAtPeriodEnd: false,
    cancelAt: null,
    endedAt: null,
    pausedAt: null,
    cancellation: null,
    recordClaims: [],
    ...overrides,
  };
}

/** A discount for ever, by a percentage. */
export function percentOff(percent: number, overrides: Partial<Discount> = {}): Discount {
  return {
    id: `di_${String(percent)}`,
    percentOff: percent,
    amountOffMinor: null,
    currency: null,
    duration: 'forever',
    endsAt: null,
    productIds: null,
    ...overrides,
  };
}

/** A discount for ever, by an amount off each bill. */
export function amountOff(amountOffMinor: number, overrides: Partial<Discount> = {}): Discount {
  return percentOff(0, { percentOff: null, amountOffMinor, currency: 'usd', ...overrides });
}
