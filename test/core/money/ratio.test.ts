import { expect } from 'vitest';
import {
  addRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  roundToMoney,
  subtractRatios,
} from '../../../src/app/packages/core/src/money/ratio.ts';
import { fc, test } from '../../builders/laws.ts';

test.each([
  ['0.125', 125n, 1_000n],
  ['-2.5', -25n, 10n],
  ['1000', 1_000n, 1n],
  ['0.000000000001', 1n, 1_000_000_000_000n],
])('%s is %s over %s', (text, numerator, denominator) => {
  expect(ratioFromDecimal(text)).toEqual({ numerator, denominator });
});

test.each(['', '1e3', '.5', '1.', '1,5', 'NaN', ' 1'])('%j is no decimal number', (text) => {
  expect(ratioFromDecimal(text)).toBeUndefined();
});

test.each([0, -1])('division by %s is refused', (denominator) => {
  expect(() => ratio(1, denominator)).toThrow(RangeError);
});

test.each([
  [5, 10, 'usd', 1],
  [-5, 10, 'usd', -1],
  [4, 10, 'usd', 0],
  [-4, 10, 'usd', 0],
  [5, 1, 'kwd', 10],
  [4, 1, 'kwd', 0],
  [50, 1, 'isk', 100],
  [-50, 1, 'ugx', -100],
  [149, 1, 'isk', 100],
])('%s over %s in %s is %s', (numerator, denominator, currency, minor) => {
  expect(roundToMoney(ratio(numerator, denominator), currency)).toEqual({ minor, currency });
});

const someRatio = fc
  .tuple(fc.bigInt({ min: -9_999n, max: 9_999n }), fc.bigInt({ min: 1n, max: 99n }))
  .map(([numerator, denominator]) => ratio(numerator, denominator));

test.prop([someRatio, someRatio, someRatio])('sums and products agree', (a, b, c) => {
  const left = multiplyRatios(subtractRatios(a, b), c);
  const right = addRatios(multiplyRatios(a, c), multiplyRatios(ratio(-1), multiplyRatios(b, c)));
  expect(left.numerator * right.denominator).toBe(right.numerator * left.denominator);
});
