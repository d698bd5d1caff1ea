import { expect, test } from 'vitest';
import {
  exponentOf,
  hasNoSubunit,
  isCurrency,
} from '../../../src/app/packages/core/src/money/currency.ts';
import { PROPERTY_CURRENCIES } from '../../../src/app/packages/core/src/properties/currencies.ts';

const ZERO_DECIMAL = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ');
const THREE_DECIMAL = 'bhd jod kwd omr tnd'.split(' ');

test.each(ZERO_DECIMAL)('%s has no decimals', (currency) => {
  expect(exponentOf(currency)).toBe(0);
});

test.each(THREE_DECIMAL)('%s has three decimals', (currency) => {
  expect(exponentOf(currency)).toBe(3);
});

test.each(['usd', 'eur', 'isk', 'ugx', 'huf', 'twd', 'zzz'])('%s has two decimals', (currency) => {
  expect(exponentOf(currency)).toBe(2);
});

test('every other currency of the contract has two decimals', () => {
  const others = PROPERTY_CURRENCIES.map((code) => code.toLowerCase()).filter(
    (code) => exponentOf(code) !== 2,
  );
  expect(others.sort()).toEqual([...ZERO_DECIMAL, ...THREE_DECIMAL].sort());
});

test('only Icelandic and Ugandan amounts are hundredths of something without a subunit', () => {
  const without = PROPERTY_CURRENCIES.filter((code) => hasNoSubunit(code.toLowerCase()));
  expect(without).toEqual(['ISK', 'UGX']);
});

test.each(['usd', 'zzz', 'usdc'])('%s can be a currency', (text) => {
  expect(isCurrency(text)).toBe(true);
});

test.each(['', 'us', 'USD', ' usd', 'usd\n', 'u d', '123', 'us-d', 'a'.repeat(9)])(
  '%j cannot be a currency',
  (text) => {
    expect(isCurrency(text)).toBe(false);
  },
);

test('the contract lists each currency once, in alphabetical order and upper case', () => {
  expect(PROPERTY_CURRENCIES).toEqual([...new Set(PROPERTY_CURRENCIES)].sort());
  expect(PROPERTY_CURRENCIES.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
});
