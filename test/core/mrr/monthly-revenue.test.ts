import type { Discount, Price, Subscription, SubscriptionItem } from '@stripe-payments/core';
import { monthlyRevenue } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { recurringSummary } from '../../../src/app/packages/core/src/mrr/recurring-summary.ts';
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
const ofProduct2 = { productIds: ['prod_2'] };

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
  ['half off the first bill, which does not count', {}, [once], 1_000],
  ['half off for some months, which does not count', {}, [running], 1_000],
  ['a duration of next year', {}, [percentOff(50, { duration: 'a_while' })], 1_000],
  ['half off the item, then 3.00 off all', { discounts: [percentOff(50)] }, [amountOff(300)], 200],
  ['3.00 off the item, then half off all', { discounts: [amountOff(300)] }, [percentOff(50)], 350],
  ['half off another product', {}, [percentOff(50, ofProduct2)], 1_000],
  ['an item in a trial offer', { trialEndsAt: later }, [], 0],
  ['an item whose trial offer is over', { trialEndsAt: NOW_SECONDS }, [], 1_000],
  ['20 % tax included', { taxIncluded: { gross: 120, net: 100 } }, [], 833],
  [
    '3.00 off, then 20 % tax taken out',
    { taxIncluded: { gross: 120, net: 100 } },
    [amountOff(300)],
    583,
  ],
])('10.00 a month, or 1,200.00 a year: %s', (_name, item, discounts, expected) => {
  expect(mrrOf({ ...ofItems(item), discounts })).toBe(expected);
});

const second = { id: 'si_2', price: price({ id: 'price_2', productId: 'prod_2' }) };

test.each<[string, readonly Partial<SubscriptionItem>[], readonly Discount[], number]>([
  ['both in full', [{}, second], [], 2_000],
  ['half off one product', [{}, second], [percentOff(50, ofProduct2)], 1_500],
  ['30.00 off one product', [{}, second], [amountOff(3_000, ofProduct2)], 1_000],
  ['3.00 off both', [{}, second], [amountOff(300)], 1_700],
  ['30.00 off one item', [{ discounts: [amountOff(3_000)] }, second], [], 1_000],
  [
    '4.00 off both, half of it off the one with 100 % tax included',
    [{ taxIncluded: { gross: 2, net: 1 } }, second],
    [amountOff(400)],
    1_200,
  ],
  ['a yearly one beside it', [{}, { ...second, price: yearly }], [], 11_000],
  ['3.00 off each monthly bill', [{}, { ...second, price: yearly }], [amountOff(300)], 10_700],
])('two items of 10.00 a month: %s', (_name, items, discounts, expected) => {
  expect(mrrOf({ ...ofItems(...items), discounts })).toBe(expected);
});

test('a sum is rounded once: three yearly 10.00 are 2.50 a month', () => {
  const each = ofPrice({ unitAmountDecimal: '1000', interval: 'year' });
  const three = ['a', 'b', 'c'].map((id) => ({ ...each, id }));
  const [mrr] = recurringSummary(three, NOW_SECONDS).mrr;
  expect(mrr).toEqual({ minor: 250, currency: 'usd', exact: '250/1' });
});

test.each<[string, Partial<Subscription>, number]>([
  ['active', {}, 1_000],
  ['past due', { status: 'past_due' }, 1_000],
  ['canceled at the end of its period', { cancelAtPeriodEnd: true }, 1_000],
  ['active and not collected', { isCollectionPaused: true }, 1_000],
  ['in its trial', { status: 'trialing', trialEnd: later }, 0],
  ['unpaid', { status: 'unpaid' }, 0],
  ['paused', { status: 'paused' }, 0],
  ['canceled', { status: 'canceled' }, 0],
  ['incomplete', { status: 'incomplete' }, 0],
  ['incomplete and expired', { status: 'incomplete_expired' }, 0],
  ['of a status of next year', { status: 'a_status_of_next_year' }, 0],
])('a subscription that is %s', (_name, overrides, expected) => {
  const { mrr, isMetered } = monthlyRevenue(subscription(overrides), NOW_SECONDS);
  expect({ minor: mrr.minor, isMetered }).toEqual({ minor: expected, isMetered: false });
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
    expect(mrr).toMatchObject({ minor, currency });
  },
);
