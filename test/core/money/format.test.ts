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
  [200_000, 'usd', 'en-US', '$2,000.00'],
  [200_000, 'cad', 'en-US', 'CA$2,000.00'],
  [200_000, 'usd', 'en-CA', 'US$2,000.00'],
  [125_050, 'eur', 'it-IT', '1.250,50 €'],
  [1_234_567, 'eur', 'it-IT', '12.345,67 €'],
  [125_050, 'usd', 'it-IT', '1.250,50 USD'],
  [-88, 'usd', 'en-US', '-$0.88'],
  [-88, 'eur', 'it-IT', '-0,88 €'],
  [0, 'usd', 'en-US', '$0.00'],
  [5_000, 'jpy', 'en-US', '¥5,000'],
  [5_120, 'kwd', 'en-US', 'KWD 5.120'],
  [500, 'isk', 'en-US', 'ISK 5'],
  [517, 'isk', 'en-US', 'ISK 5.17'],
  [1_234, 'usdc', 'en-US', '12.34 USDC'],
  [Number.MAX_SAFE_INTEGER, 'usd', 'en-US', '$90,071,992,547,409.91'],
  [-Number.MAX_SAFE_INTEGER, 'jpy', 'en-US', '\u2011¥9,007,199,254,740,991'],
])('%d minor units of %s read in %s as %s', (minor, currency, locale, text) => {
  expect(formatMoney(money(minor, currency), locale)).toBe(text.replace(' ', '\u00a0'));
});

test.each([
  'en-US',
  'en-CA',
  'en-AU',
  'en-GB',
  'it-IT',
  'de-DE',
  'fr-CA',
  'es-MX',
  'ja-JP',
  'zh-TW',
])('no two currencies share a symbol in %s', (locale) => {
  const symbols = Intl.supportedValuesOf('currency').map((code) =>
    formatMoney(money(0, code.toLowerCase()), locale).replaceAll(/[\d.,\s]/g, ''),
  );
  const shared = symbols.filter((symbol, index) => symbols.indexOf(symbol) !== index);
  expect(shared).toEqual([]);
});

test.prop([fc.maxSafeInteger(), someCurrency, someLocale])(
  'no line breaks between an amount, its sign and its currency',
  (minor, currency, locale) => {
    expect(formatMoney(money(minor, currency), locale)).not.toMatch(
      /[ \t\n\u2060\u200b]|-(?![$\d])/u,
    );
  },
);

test('an amount in a right-to-left script keeps its order in a sentence', () => {
  expect(formatMoney(money(-500, 'ils'), 'he-IL')).toMatch(/^\u2068.*\u2069$/u);
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

test.prop([fc.string()])('an amount is shown for any text as the locale', (text) => {
  expect(formatMoney(money(123, 'usd'), text)).toMatch(/\p{Nd}/u);
});
