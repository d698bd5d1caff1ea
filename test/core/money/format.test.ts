import { formatMoney, money, usableLocale } from '@stripe-payments/core';
import { expect } from 'vitest';
import { someCurrency } from '../../builders/arbitraries.ts';
import { fc, test } from '../../builders/laws.ts';

const someLocale = fc.constantFrom('en-US', 'it-IT', 'de-CH', 'hi-IN', 'ar-EG', 'fa-IR', 'sv-SE');

/** The digits that people read, whatever script the locale writes them in. */
function latinDigits(text: string, locale: string): string {
  const digit = new Intl.NumberFormat(locale, { useGrouping: false });
  const value = new Map(Array.from({ length: 10 }, (_, n) => [digit.format(n), String(n)]));
  return Array.from(text, (character) => value.get(character) ?? '').join('');
}

test.prop([fc.maxSafeInteger(), someCurrency, someLocale], { numRuns: 300 })(
  'every digit of an amount is shown exactly, in any locale',
  (minor, currency, locale) => {
    const shown = latinDigits(formatMoney(money(minor, currency), locale), locale);
    const hidesZeros = currency === 'isk' && minor % 100 === 0;
    const expected = String(Math.abs(minor));
    expect(shown.replace(/^0+/, '')).toBe(
      (hidesZeros ? expected.slice(0, -2) : expected).replace(/^0+/, ''),
    );
  },
);

test.each([
  [200_000, 'usd', 'en-US', '2,000.00 USD'],
  [1_234_567, 'eur', 'it-IT', '12.345,67 EUR'],
  [-88, 'usd', 'en-US', '-0.88 USD'],
  [0, 'usd', 'en-US', '0.00 USD'],
  [5_000, 'jpy', 'en-US', '5,000 JPY'],
  [5_120, 'kwd', 'en-US', '5.120 KWD'],
  [500, 'isk', 'en-US', '5 ISK'],
  [517, 'isk', 'en-US', '5.17 ISK'],
  [Number.MAX_SAFE_INTEGER, 'usd', 'en-US', '90,071,992,547,409.91 USD'],
  [-Number.MAX_SAFE_INTEGER, 'jpy', 'en-US', '-9,007,199,254,740,991 JPY'],
])('%d minor units of %s read in %s as %s', (minor, currency, locale, text) => {
  expect(formatMoney(money(minor, currency), locale)).toBe(text.replace(' ', '\u00a0'));
});

test.each([
  ['en-us', 'en-US'],
  ['it_IT', 'it-IT'],
  ['zh_Hans_CN', 'zh-Hans-CN'],
  ['', 'en-US'],
  [undefined, 'en-US'],
  ['not a locale', 'en-US'],
])('the locale %j is used as %s', (locale, used) => {
  expect(usableLocale(locale)).toBe(used);
});

test.prop([fc.string()])(
  'no text in place of a locale keeps an amount from being shown',
  (text) => {
    expect(formatMoney(money(123, 'usd'), text)).toContain('USD');
  },
);
