import { expect, test } from 'vitest';
import { writtenAmount, writtenNumber } from '../../../src/app/cards/acting/written-number.ts';

test.each([
  ['1250.50', 'usd', '1250.50'],
  ['1250,50', 'eur', '1250.50'],
  [' 7 ', 'usd', '7'],
  ['0,5', 'eur', '0.5'],
  ['500', 'jpy', '500'],
  ['1.250', 'kwd', '1.250'],
])('%j of %s is %s', (text, currency, written) => {
  expect(writtenAmount(text, currency)).toBe(written);
});

// In Italy 1.250 is a thousand and more, and in the United States 1,250 is.
test.each([
  ['1.250', 'eur'],
  ['1,250', 'usd'],
  ['1.250,50', 'eur'],
  ['1,250.50', 'usd'],
  ["1'250", 'chf'],
  ['5.0', 'jpy'],
  ['5.', 'usd'],
  ['.5', 'usd'],
  ['-5', 'usd'],
  ['1e3', 'usd'],
  ['1234567890123456', 'usd'],
  ['', 'usd'],
])('%j of %s is no amount', (text, currency) => {
  expect(writtenAmount(text, currency)).toBeUndefined();
});

test('a percentage has as many decimals as it may', () => {
  expect([writtenNumber('12,5', 6), writtenNumber('12,1234567', 6)]).toEqual(['12.5', undefined]);
});
