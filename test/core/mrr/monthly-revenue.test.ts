import type { Discount, Price, Subscription, SubscriptionItem } from '@stripe-payments/core';
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

const ofPrice = (overrides: Partial<Price>, quantity = 1): Subscription =>
  ofItems({ quantity, price: price(overrides) });

test.each<[string, Partial<Price>, number]>([
  ['10.00 a month', {}, 1_000],
  ['1,200.00 a year', { unitAmountDecimal: '120000', interval: 'year' }, 10_000],
  [
    '100.00 a year, a third of a cent cut off',
    { unitAmountDecimal: '10000', interval: 'year' },
    833,
  ],
  ['0.06 a year, half a cent rounded up', { unitAmountDecimal: '6', interval: 'year' }, 1],
  ['10.00 a week', { interval: 'week' }, 4_333],
  ['10.00 every two weeks', { interval: 'week', intervalCount: 2 }, 2_167],
  ['1.00 a day', { unitAmountDecimal: '100', interval: 'day' }, 3_042],
  ['99.00 every three months', { unitAmountDecimal: '9900', intervalCount: 3 }, 3_300],
  [
    '1,000.00 every two years',
    { unitAmountDecimal: '100000', interval: 'year', intervalCount: 2 },
    4_167,
  ],
  ['nothing', { unitAmountDecimal: '0' }, 0],
])('%s', (_name, overrides, expected) => {
  expect(mrrOf(ofPrice(overrides))).toBe(expected);
});

const fonts = { billingScheme: 'tiered', unitAmountDecimal: null } as const;
const tier = (upTo: number | null, unit: string | null, flat: string | null = null) => ({
  upTo,
  unitAmountDecimal: unit,
  flatAmountDecimal: flat,
});
/** The example of Stripe's own documentation: docs.stripe.com/products-prices/pricing-models#tiered-pricing. */
const documented = { ...fonts, tiers: [tier(5, '700'), tier(10, '650'), tier(null, '600')] };
const flat = { ...fonts, tiers: [tier(5, null, '1000'), tier(null, '200', '500')] };

test.each<[string, Partial<Price>, number, number]>([
  ['three units', {}, 3, 3_000],
  ['no unit', {}, 0, 0],
  ['a thousand units of an eighth of a cent', { unitAmountDecimal: '0.125' }, 1_000, 125],
  [
    '11 units in packs of 5, rounded up',
    { transformQuantity: { divideBy: 5, round: 'up' } },
    11,
    3_000,
  ],
  [
    '11 units in packs of 5, rounded down',
    { transformQuantity: { divideBy: 5, round: 'down' } },
    11,
    2_000,
  ],
  ['the last unit of a volume step', { ...documented, tiersMode: 'volume' }, 5, 3_500],
  ['the first unit of the next volume step', { ...documented, tiersMode: 'volume' }, 6, 3_900],
  ['the highest volume step', { ...documented, tiersMode: 'volume' }, 20, 12_000],
  ['a graduated step', { ...documented, tiersMode: 'graduated' }, 6, 4_150],
  ['the highest graduated step', { ...documented, tiersMode: 'graduated' }, 20, 12_750],
  ['a flat amount alone', { ...flat, tiersMode: 'graduated' }, 5, 1_000],
  ['flat amounts of both graduated steps', { ...flat, tiersMode: 'graduated' }, 7, 1_900],
  ['the flat amount of one volume step', { ...flat, tiersMode: 'volume' }, 7, 1_900],
])('%s', (_name, overrides, quantity, expected) => {
  expect(mrrOf(ofPrice(overrides, quantity))).toBe(expected);
});

const yearly = price({ unitAmountDecimal: '120000', interval: 'year' });
const later = NOW_SECONDS + 1;
const once = percentOff(50, { duration: 'once' });
const running = percentOff(50, { duration: 'repeating', endsAt: later });
const over = percentOff(50, { duration: 'repeating', endsAt: NOW_SECONDS });

test.each<[string, Partial<SubscriptionItem>, readonly Discount[], number]>([
  ['25 % off', {}, [percentOff(25)], 750],
  ['33.33 % off', {}, [percentOff(33.33)], 667],
  ['all off', {}, [percentOff(100)], 0],
  ['half off, twice', {}, [percentOff(50), percentOff(50)], 250],
  ['3.00 off', {}, [amountOff(300)], 700],
  ['3.00 off, then half', {}, [amountOff(300), percentOff(50)], 350],
  ['half off, then 3.00', {}, [percentOff(50), amountOff(300)], 200],
  ['more off than it costs', {}, [amountOff(3_000)], 0],
  ['120.00 off each yearly bill', { price: yearly }, [amountOff(12_000)], 9_000],
  ['euros off a price in dollars', {}, [amountOff(300, { currency: 'eur' })], 1_000],
  ['half off the first bill', {}, [once], 1_000],
  ['half off while it runs', {}, [running], 500],
  ['half off until it ran out', {}, [over], 1_000],
  ['a duration of next year', {}, [percentOff(50, { duration: 'a_while' })], 1_000],
  ['half off the item, then 3.00 off all', { discounts: [percentOff(50)] }, [amountOff(300)], 200],
  ['3.00 off the item, then half off all', { discounts: [amountOff(300)] }, [percentOff(50)], 350],
])('10.00 a month, or 1,200.00 a year: %s', (_name, item, discounts, expected) => {
  expect(mrrOf({ ...ofItems(item), discounts })).toBe(expected);
});

test('an amount off a monthly and a yearly item comes off each monthly bill', () => {
  const items = ofItems({}, { id: 'si_2', price: yearly });
  expect(mrrOf(items)).toBe(11_000);
  expect(mrrOf({ ...items, discounts: [amountOff(300)] })).toBe(10_700);
});

test('a discount of one item leaves the others as they are', () => {
  expect(mrrOf(ofItems({ discounts: [amountOff(3_000)] }, { id: 'si_2' }))).toBe(1_000);
});

test.each<[string, Partial<Subscription>, number]>([
  ['active', {}, 1_000],
  ['past due', { status: 'past_due' }, 1_000],
  ['canceled at the end of its period', { cancelAtPeriodEnd: true }, 1_000],
  ['in its trial', { status: 'trialing', trialEnd: later }, 0],
  ['unpaid', { status: 'unpaid' }, 0],
  ['paused', { status: 'paused' }, 0],
  ['not collected', { isCollectionPaused: true }, 0],
  ['canceled', { status: 'canceled' }, 0],
  ['incomplete', { status: 'incomplete' }, 0],
  ['incomplete and expired', { status: 'incomplete_expired' }, 0],
  ['of a status of next year', { status: 'a_status_of_next_year' }, 0],
])('a subscription that is %s', (_name, overrides, expected) => {
  expect(monthlyRevenue(subscription(overrides), NOW_SECONDS)).toEqual({
    mrr: { minor: expected, currency: 'usd' },
    isMetered: false,
  });
});

test.each<[string, Partial<SubscriptionItem>]>([
  ['a metered price', { quantity: null, price: price({ usageType: 'metered' }) }],
  ['a usage of next year', { price: price({ usageType: 'a_usage_of_next_year' }) }],
  ['an interval of next year', { price: price({ interval: 'fortnight' }) }],
  ['an interval of no length', { price: price({ intervalCount: 0 }) }],
  ['a scheme of next year', { price: price({ billingScheme: 'unknown' }) }],
  ['tiers that were not read', { price: price({ ...fonts, tiersMode: 'volume' }) }],
  ['tiers that end', { price: price({ ...fonts, tiersMode: 'graduated', tiers: [tier(0, '1')] }) }],
  ['tiers of no mode', { price: price({ ...documented }) }],
  ['an amount that was not read', { price: price({ unitAmountDecimal: null }) }],
  ['an amount that is none', { price: price({ unitAmountDecimal: '1e3' }) }],
  ['a price in another currency', { price: price({ currency: 'eur' }) }],
  ['packs of nothing', { price: price({ transformQuantity: { divideBy: 0, round: 'up' } }) }],
  ['no quantity', { quantity: null }],
])('%s has no monthly value, is reported so, and the rest counts', (_name, item) => {
  const { mrr, isMetered } = monthlyRevenue(ofItems(item, { id: 'si_2' }), NOW_SECONDS);
  expect({ minor: mrr.minor, isMetered }).toEqual({ minor: 1_000, isMetered: true });
});

test.each([
  ['jpy', '1000', 83],
  ['kwd', '5000', 420],
  ['isk', '500000', 41_700],
  ['ugx', '600', 100],
  ['eur', '1000', 83],
])(
  'a yearly price in %s is rounded to what the currency has',
  (currency, unitAmountDecimal, minor) => {
    const item = { price: price({ currency, unitAmountDecimal, interval: 'year' }) };
    const { mrr } = monthlyRevenue({ ...ofItems(item), currency }, NOW_SECONDS);
    expect(mrr).toEqual({ minor, currency });
  },
);

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
