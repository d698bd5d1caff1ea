import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import {
  dateText,
  dayIn,
  formatDate,
  parseDate,
} from '../../../sandbox/record-page/components/forms/date-text.ts';
import { parseNumber } from '../../../sandbox/record-page/components/forms/number-text.ts';

test.each([
  { text: '', rules: {}, number: null },
  { text: '  ', rules: {}, number: null },
  { text: '-', rules: {}, number: null },
  { text: '1e400', rules: {}, number: null },
  { text: '2.9', rules: {}, number: 2.9 },
  { text: '2.345', rules: { precision: 2 }, number: 2.35 },
  { text: '-3', rules: { min: 0 }, number: 0 },
  { text: '101', rules: { min: 0, max: 100 }, number: 100 },
  { text: '0', rules: { min: 0, max: 100 }, number: 0 },
])('"$text" with $rules is $number', ({ text, rules, number }) => {
  expect(parseNumber(text, rules)).toBe(number);
});

test.each(['', '2026-1-5', '2026-02-30', '2026-13-01', 'soon'])('"%s" is no day', (text) => {
  expect(parseDate(text)).toBeNull();
});

test.prop({
  time: fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
})('a day is read back from its text', ({ time }) => {
  const day = dayIn(time, 'UTC');
  expect(dateText(day)).toBe(time.toISOString().slice(0, 10));
  expect(parseDate(dateText(day))).toEqual(day);
});

test('a moment has another day in another time zone', () => {
  const time = new Date('2026-11-22T23:30:00Z');
  expect(dayIn(time, 'Asia/Tokyo')).toEqual({ year: 2026, month: 10, date: 23 });
  expect(dayIn(time, 'US/Eastern')).toEqual({ year: 2026, month: 10, date: 22 });
});

test.each([
  { format: 'short', locale: 'en-us', text: '09/04/1986' },
  { format: 'L', locale: 'it-it', text: '04/09/1986' },
  { format: 'long', locale: 'en-us', text: 'September 4, 1986' },
  { format: 'LL', locale: 'it-it', text: '4 settembre 1986' },
  { format: 'medium', locale: 'en-us', text: 'Sep 4, 1986' },
  { format: 'll', locale: 'en-us', text: 'Sep 4, 1986' },
  { format: 'standard', locale: 'en-us', text: '1986-09-04' },
  { format: 'YYYY-MM-DD', locale: 'it-it', text: '1986-09-04' },
] as const)('the format $format reads $text in $locale', ({ format, locale, text }) => {
  expect(formatDate({ year: 1986, month: 8, date: 4 }, format, locale)).toBe(text);
});
