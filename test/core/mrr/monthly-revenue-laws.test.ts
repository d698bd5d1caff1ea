import type { Discount, Subscription, SubscriptionItem } from '@stripe-payments/core';
import { monthlyRevenue } from '@stripe-payments/core';
import { expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';
import {
  amountOff,
  percentOff,
  price,
  subscription,
  subscriptionItem,
} from '../../builders/subscription.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

const mrrOf = (each: Subscription): number => monthlyRevenue(each, NOW_SECONDS).mrr.minor;

function ofItems(...items: readonly Partial<SubscriptionItem>[]): Subscription {
  return subscription({ items: items.map((item) => subscriptionItem(item)) });
}

const somePrice = fc
  .record({
    unitAmountDecimal: fc.tuple(fc.nat(100_000), fc.nat(9)).map((parts) => parts.join('.')),
    interval: fc.constantFrom('day', 'week', 'month', 'year'),
    intervalCount: fc.integer({ min: 1, max: 12 }),
  })
  .map(price);

const somePercents = fc.array(
  fc.integer({ min: 0, max: 100 }).map((each) => percentOff(each)),
  {
    maxLength: 3,
  },
);

const someDiscounts = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 100 }).map((each) => percentOff(each)),
    fc.nat(200_000).map((each) => amountOff(each)),
  ),
  { maxLength: 3 },
);

const someItem = (discounts: fc.Arbitrary<Discount[]>): fc.Arbitrary<SubscriptionItem> =>
  fc
    .record({ quantity: fc.nat(1_000), price: somePrice, discounts })
    .map((facts) => subscriptionItem(facts));

test.prop([fc.array(someItem(someDiscounts), { maxLength: 4 }), someDiscounts])(
  'it is never negative, and never more than without discounts',
  (items, discounts) => {
    const mrr = mrrOf(subscription({ items, discounts }));
    const plain = items.map((item) => ({ ...item, discounts: [] }));
    expect(mrr).toBeGreaterThanOrEqual(0);
    expect(mrr).toBeLessThanOrEqual(mrrOf(subscription({ items: plain })));
  },
);

test.prop([
  fc.array(someItem(someDiscounts), { maxLength: 4 }),
  fc.array(someItem(someDiscounts), { maxLength: 4 }),
  somePercents,
])(
  'without amounts off the whole it is the sum of its items, but for the rounding',
  (left, right, discounts) => {
    const [both, first, second] = [[...left, ...right], left, right].map((items) =>
      mrrOf(subscription({ items, discounts })),
    );
    expect(Math.abs((both ?? NaN) - (first ?? NaN) - (second ?? NaN))).toBeLessThanOrEqual(1);
  },
);

test.prop([somePrice, fc.nat(1_000), fc.integer({ min: 1, max: 50 })])(
  'as many times the quantity is as many times the revenue, but for the rounding',
  (each, quantity, times) => {
    const one = mrrOf(ofItems({ price: each, quantity }));
    const many = mrrOf(ofItems({ price: each, quantity: quantity * times }));
    expect(Math.abs(many - one * times)).toBeLessThanOrEqual(Math.ceil(times / 2));
  },
);

test.prop([someItem(someDiscounts), someDiscounts])(
  'a bill each year is a bill every twelve months',
  (item, discounts) => {
    const perYear = { ...item, price: { ...item.price, interval: 'year', intervalCount: 1 } };
    const perDozen = { ...item, price: { ...item.price, interval: 'month', intervalCount: 12 } };
    const ofOne = (each: SubscriptionItem) => mrrOf(subscription({ items: [each], discounts }));
    expect(ofOne(perYear)).toBe(ofOne(perDozen));
  },
);
