import { expect } from 'vitest';
import { CurrencyMismatchError } from '../../../src/app/packages/core/src/money/currency-mismatch-error.ts';
import { add, money, negate, subtract } from '../../../src/app/packages/core/src/money/money.ts';
import { UnsafeAmountError } from '../../../src/app/packages/core/src/money/unsafe-amount-error.ts';
import { noAmount, someAmount, someCurrency } from '../../builders/arbitraries.ts';
import { fc, test } from '../../builders/laws.ts';

test.prop([noAmount, someCurrency])('an invalid amount is refused', (minor, currency) => {
  expect(() => money(minor, currency)).toThrow(UnsafeAmountError);
});

test.each(['', 'USD', 'us', '  '])('an amount in the currency %j is refused', (currency) => {
  expect(() => money(100, currency)).toThrow(UnsafeAmountError);
});

test('minus zero becomes zero', () => {
  expect(Object.is(money(-0, 'usd').minor, 0)).toBe(true);
  expect(Object.is(negate(money(0, 'usd')).minor, 0)).toBe(true);
});

test.prop([someAmount, someAmount, someCurrency])(
  'subtracting what was added gives the amount before',
  (left, right, currency) => {
    const sum = add(money(left, currency), money(right, currency));
    expect(subtract(sum, money(right, currency))).toEqual(money(left, currency));
  },
);

test.prop([someAmount, someAmount, fc.uniqueArray(someCurrency, { minLength: 2, maxLength: 2 })])(
  'two currencies are never combined',
  (left, right, [one = '', other = '']) => {
    expect(() => add(money(left, one), money(right, other))).toThrow(CurrencyMismatchError);
    expect(() => subtract(money(left, one), money(right, other))).toThrow(CurrencyMismatchError);
  },
);

test('a sum beyond the safe integers is refused', () => {
  const most = money(Number.MAX_SAFE_INTEGER, 'usd');
  expect(() => add(most, money(1, 'usd'))).toThrow(UnsafeAmountError);
  expect(() => subtract(negate(most), money(1, 'usd'))).toThrow(UnsafeAmountError);
});

test('the errors say which amount and which currencies', () => {
  expect(new UnsafeAmountError(0.5, 'usd')).toMatchObject({
    name: 'UnsafeAmountError',
    amountMinor: 0.5,
    currency: 'usd',
    message: '0.5 "usd" is not a safe amount in minor units of a currency.',
  });
  expect(new CurrencyMismatchError('usd', 'eur')).toMatchObject({
    name: 'CurrencyMismatchError',
    left: 'usd',
    right: 'eur',
    message: 'Amounts in usd and eur cannot be combined.',
  });
});
