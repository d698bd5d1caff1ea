import { fromDecimal, money, toDecimal } from '@stripe-payments/core';
import { expect } from 'vitest';
import {
  canonicalDecimal,
  scaledToDecimal,
} from '../../../src/app/packages/core/src/money/decimal.ts';
import { someCurrency } from '../../builders/arbitraries.ts';
import { fc, test } from '../../builders/laws.ts';

const anySafe = fc.maxSafeInteger();

test.each([
  [2_000, 'usd', '20.00'],
  [5, 'usd', '0.05'],
  [-88, 'usd', '-0.88'],
  [0, 'usd', '0.00'],
  [5_000, 'jpy', '5000'],
  [-1, 'jpy', '-1'],
  [5_120, 'kwd', '5.120'],
  [7, 'kwd', '0.007'],
  [500, 'isk', '5.00'],
  [Number.MAX_SAFE_INTEGER, 'usd', '90071992547409.91'],
  [-Number.MAX_SAFE_INTEGER, 'kwd', '-9007199254740.991'],
])('%d minor units of %s are %s', (minor, currency, decimal) => {
  expect(toDecimal(money(minor, currency))).toBe(decimal);
});

test.prop([anySafe, someCurrency])(
  'every safe amount is the same after conversion to a decimal and back',
  (minor, currency) => {
    expect(fromDecimal(toDecimal(money(minor, currency)), currency)).toEqual(
      money(minor, currency),
    );
  },
);

test.prop([anySafe, someCurrency, fc.nat(4), fc.nat(6)])(
  'zeros around a decimal change nothing',
  (minor, currency, before, after) => {
    const decimal = toDecimal(money(minor, currency));
    const padded = decimal
      .replace(/^(-?)/, `$1${'0'.repeat(before)}`)
      .replace(/$/, `${decimal.includes('.') ? '' : '.'}${'0'.repeat(after)}`);
    expect(fromDecimal(padded, currency)).toEqual(money(minor, currency));
    expect(canonicalDecimal(padded)).toBe(canonicalDecimal(decimal));
  },
);

test.prop([anySafe, anySafe, someCurrency])(
  'two amounts have one canonical decimal only where they are equal',
  (left, right, currency) => {
    const [one, other] = [left, right].map((minor) => toDecimal(money(minor, currency)));
    expect(canonicalDecimal(one ?? '') === canonicalDecimal(other ?? '')).toBe(left === right);
  },
);

test.each([
  ['1200', '1200'],
  ['1200.00', '1200'],
  ['01200.50', '1200.5'],
  ['+3', '3'],
  ['-0.00', '0'],
  ['000', '0'],
  ['100', '100'],
  [' 7.10 ', '7.1'],
  ['0.00050', '0.0005'],
  ['-00.500', '-0.5'],
  ['5.', '5'],
  ['1.2E7', '12000000'],
  ['1e3', '1000'],
  ['1.20045E2', '120.045'],
  ['-1.5E-3', '-0.0015'],
  ['0.00E9', '0'],
])('the canonical spelling of %j is %s', (text, canonical) => {
  expect(canonicalDecimal(text)).toBe(canonical);
});

test.each([
  '',
  ' ',
  '-',
  '.',
  '1,200',
  '1e',
  'e3',
  '1e9999',
  'NaN',
  'Infinity',
  '0x10',
  '1 200',
  '١٢',
  '1.2.3',
])('%j is not a decimal number', (text) => {
  expect(canonicalDecimal(text)).toBeUndefined();
  expect(fromDecimal(text, 'usd')).toBeUndefined();
});

test.each([
  ['19.999', 'usd'],
  ['100.335', 'usd'],
  ['5.5', 'jpy'],
  ['1E-3', 'usd'],
  ['1E200', 'usd'],
  ['0.0001', 'kwd'],
  ['90071992547409.92', 'usd'],
  ['9'.repeat(400), 'jpy'],
  ['20.00', 'USD'],
  ['20.00', ''],
])('%s %j is refused, not rounded', (text, currency) => {
  expect(fromDecimal(text, currency)).toBeUndefined();
});

test.each([
  ['1.2E7', 'usd', 1_200_000_000],
  ['1.2E7', 'jpy', 12_000_000],
  ['1.2345678E7', 'kwd', 12_345_678_000],
])('%s %s, as HubSpot stores large numbers, is exactly %i minor units', (text, currency, minor) => {
  expect(fromDecimal(text, currency)).toEqual({ minor, currency });
});

test('minus zero is zero', () => {
  expect(fromDecimal('-0.00', 'usd')).toEqual({ minor: 0, currency: 'usd' });
});

test.prop([fc.string()])('any text is a number or undefined, and nothing throws', (text) => {
  const amount = fromDecimal(text, 'usd');
  expect(amount === undefined || Number.isSafeInteger(amount.minor)).toBe(true);
});

test.each([0.5, NaN, Infinity, 2 ** 53])('%d cannot be written as an exact decimal', (value) => {
  expect(() => scaledToDecimal(value, 2)).toThrow(RangeError);
});
