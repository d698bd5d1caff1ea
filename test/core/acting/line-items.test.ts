import type { LineItem } from '@stripe-payments/core';
import { isTooSmall, linesOfItems, money, partOf, totalOf } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

const item = (properties: LineItem['properties'], id = '1'): LineItem => ({
  id,
  properties: { name: 'Seat', quantity: '1', price: '10', ...properties },
});

const only = (properties: LineItem['properties'], currency = 'usd') =>
  linesOfItems([item(properties)], currency);

describe('a line item', () => {
  test.each([
    ['a price', {}, 1, 1_000, 0],
    ['a quantity', { quantity: '3' }, 3, 3_000, 0],
    ['an amount off each unit', { quantity: '3', discount: '2.50' }, 3, 2_250, 750],
    ['a percentage off', { quantity: '2', hs_discount_percentage: '12.5' }, 2, 1_750, 250],
    ['a part of a unit', { quantity: '1.5' }, 1, 1_500, 0],
    ['a unit that is no whole amount', { quantity: '3', price: '3.335' }, 1, 1_001, 0],
    ['a number with an exponent', { price: '1.2E3' }, 1, 120_000, 0],
    ['everything off', { hs_discount_percentage: '100' }, 1, 0, 1_000],
    [
      'a discount of zero beside a percentage',
      { discount: '0', hs_discount_percentage: '10' },
      1,
      900,
      100,
    ],
  ])('with %s has that total', (_name, properties, quantity, total, discount) => {
    expect(only(properties).lines).toMatchObject([
      { quantity, total: { minor: total }, discount: { minor: discount } },
    ]);
  });

  test.each([
    ['jpy', '1200', 1_200],
    ['kwd', '1.234', 1_230],
    ['isk', '500', 50_000],
  ])('in %s has the minor units of Stripe', (currency, price, minor) => {
    expect(only({ price }, currency).lines[0]?.total).toEqual(money(minor, currency));
  });

  test.each([
    ['of another currency', { hs_line_item_currency_code: 'EUR' }, 'currency'],
    ['without a price', { price: '' }, 'unreadable'],
    ['without a quantity', { quantity: null }, 'unreadable'],
    ['with a price that is no number', { price: 'ten' }, 'unreadable'],
    ['with two kinds of discount', { discount: '1', hs_discount_percentage: '1' }, 'unreadable'],
    ['with a discount above its price', { discount: '11' }, 'negative'],
    ['with a negative quantity', { quantity: '-1' }, 'negative'],
    ['that HubSpot adds up otherwise', { quantity: '2', amount: '19.50' }, 'differs-from-hubspot'],
  ])('%s is refused', (_name, properties, why) => {
    expect(only(properties)).toEqual({
      lines: [],
      recurring: [],
      refused: [{ label: 'Seat', why, isRecurring: false }],
    });
  });

  test('that HubSpot rounds otherwise by one cent is taken', () => {
    expect(only({ quantity: '3', price: '3.335', amount: '10.005' }).lines).toHaveLength(1);
    expect(only({ quantity: '3', price: '3.335', amount: '10.00' }).lines).toHaveLength(1);
  });

  test('that is billed again and again is apart, whatever HubSpot makes of its terms', () => {
    const { lines, recurring, refused } = only({
      recurringbillingfrequency: 'monthly',
      amount: '120',
    });
    expect(lines).toEqual([]);
    expect(recurring).toMatchObject([{ label: 'Seat', total: { minor: 1_000 } }]);
    expect(refused).toEqual([]);
  });

  test.each([
    [{ quantity: '3', price: '3.335' }, '3 x Seat'],
    [{ quantity: '1.50' }, '1.5 x Seat'],
    [{ quantity: '3' }, 'Seat'],
    [{ quantity: '1.0', price: '3.335' }, 'Seat'],
  ])('of %j that is asked for as one names its quantity: %s', (properties, label) => {
    expect(only(properties).lines[0]?.label).toBe(label);
  });

  test('without a name is called by its id, and a name cannot reorder a sentence', () => {
    expect(only({ name: ' ' }).lines[0]?.label).toBe('Line item 1');
    expect(only({ name: 'A\u202Eb\n c' }).lines[0]?.label).toBe('Ab c');
  });

  test('comes in the order of the quote', () => {
    const items = [
      item({ name: 'Second', hs_position_on_quote: '1' }, '1'),
      item({ name: 'First', hs_position_on_quote: '0' }, '2'),
    ];
    expect(linesOfItems(items, 'usd').lines.map(({ label }) => label)).toEqual(['First', 'Second']);
  });
});

const cents = (value: number): string => (value / 100).toFixed(2);

const items = fc.array(
  fc.record({
    price: fc.integer({ min: 0, max: 9_999_999 }).map(cents),
    quantity: fc.oneof(
      fc.integer({ min: 0, max: 1_000 }).map(String),
      fc.integer({ min: 1, max: 9_999 }).map(cents),
    ),
    hs_discount_percentage: fc.constantFrom('', '0', '5', '12.5', '33.333', '100'),
    recurringbillingfrequency: fc.constantFrom('', '', 'monthly'),
  }),
  { maxLength: 12 },
);

test.prop([items, fc.constantFrom('usd', 'jpy', 'kwd', 'isk')])(
  'the total is the sum of the lines, and each line its quantity times its unit',
  (given, currency) => {
    const { lines, recurring, refused } = linesOfItems(
      given.map((properties, index) => item(properties, String(index))),
      currency,
    );
    expect(lines.length + recurring.length + refused.length).toBe(given.length);
    const sum = lines.reduce((total, line) => total + BigInt(line.total.minor), 0n);
    expect(BigInt(totalOf(lines, currency).minor)).toBe(sum);
    for (const { quantity, unit, total, discount } of [...lines, ...recurring]) {
      expect(BigInt(unit.minor) * BigInt(quantity)).toBe(BigInt(total.minor));
      expect(discount.minor).toBeGreaterThanOrEqual(0);
    }
  },
);

describe('a deposit', () => {
  test.each([
    ['30', 30_000],
    ['33.333', 33_333],
    ['100', 100_000],
    ['0', undefined],
    ['100.01', undefined],
    ['ten', undefined],
  ])('of %s percent', (percent, minor) => {
    expect(partOf(money(100_000, 'usd'), percent)?.minor).toBe(minor);
  });

  test.prop([fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 1, max: 10_000 })])(
    'is never more than the whole',
    (minor, hundredths) => {
      const part = partOf(money(minor, 'usd'), cents(hundredths));
      expect(part?.minor).toBeLessThanOrEqual(minor);
    },
  );
});

test.each([
  [49, 'usd', true],
  [50, 'usd', false],
  [0, 'xyz', true],
  [1, 'xyz', false],
])('%d %s is too small: %s', (minor, currency, expected) => {
  expect(isTooSmall(money(minor, currency))).toBe(expected);
});
