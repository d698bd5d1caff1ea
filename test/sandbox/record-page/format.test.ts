import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { PropertyDefinition, PropertyValues } from '../../../sandbox/record-page/api/wire.ts';
import {
  dateText,
  dayIn,
  formatDate,
  parseDate,
  parseNumber,
} from '../../../sandbox/record-page/format/field-values.ts';
import { formatProperty, formatValues } from '../../../sandbox/record-page/format/property.ts';

const settings = { locale: 'en-us', timeZone: 'US/Eastern', companyCurrency: 'USD' };

function definitionOf(part: Partial<PropertyDefinition>): PropertyDefinition {
  return {
    name: 'x',
    label: 'X',
    type: 'string',
    fieldType: 'text',
    groupName: 'stripe_payments',
    options: [],
    readOnly: false,
    ...part,
  };
}

const inSettlementCurrency = {
  type: 'number',
  showCurrencySymbol: true,
  currencyPropertyName: 'currency',
} as const;

interface Case {
  readonly what: string;
  readonly definition: Partial<PropertyDefinition>;
  readonly values: PropertyValues;
  readonly expected: string;
}

const cases: readonly Case[] = [
  { what: 'nothing for null', definition: {}, values: { x: null }, expected: '' },
  { what: 'nothing for an absent value', definition: {}, values: {}, expected: '' },
  { what: 'text as it is', definition: {}, values: { x: 'cus_1' }, expected: 'cus_1' },
  {
    what: 'a plain number with separators',
    definition: { type: 'number' },
    values: { x: '1234.5' },
    expected: '1,234.5',
  },
  {
    what: 'a number that is none as it is',
    definition: { type: 'number' },
    values: { x: 'many' },
    expected: 'many',
  },
  {
    what: 'an amount in the currency that the property names',
    definition: inSettlementCurrency,
    values: { x: '5.12', currency: 'KWD' },
    expected: 'KWD 5.120',
  },
  {
    what: 'yen without decimals',
    definition: inSettlementCurrency,
    values: { x: '5000', currency: 'jpy' },
    expected: '¥5,000',
  },
  {
    what: 'no currency when the named one is empty',
    definition: inSettlementCurrency,
    values: { x: '5.12', currency: null },
    expected: '5.12',
  },
  {
    what: 'no currency when the code is none',
    definition: inSettlementCurrency,
    values: { x: '5.12', currency: 'EURO' },
    expected: '5.12',
  },
  {
    what: 'a deal amount in the currency of the deal',
    definition: { type: 'number', showCurrencySymbol: true },
    values: { x: '10', deal_currency_code: 'EUR' },
    expected: '€10.00',
  },
  {
    what: 'an amount in the currency of the account otherwise',
    definition: { type: 'number', showCurrencySymbol: true },
    values: { x: '10' },
    expected: '$10.00',
  },
  {
    what: 'a percentage from its fraction',
    definition: { type: 'number', numberDisplayHint: 'percentage' },
    values: { x: '0.0292' },
    expected: '2.92%',
  },
  {
    what: 'a date in UTC',
    definition: { type: 'date' },
    values: { x: '2026-01-02' },
    expected: 'Jan 2, 2026',
  },
  {
    what: 'a datetime in the time zone, from milliseconds',
    definition: { type: 'datetime' },
    values: { x: '1767312000000' },
    expected: 'Jan 1, 2026, 7:00 PM',
  },
  {
    what: 'a datetime in the time zone, from ISO text',
    definition: { type: 'datetime' },
    values: { x: '2026-01-02T00:00:00Z' },
    expected: 'Jan 1, 2026, 7:00 PM',
  },
  {
    what: 'the labels of an enumeration',
    definition: { type: 'enumeration', options: [{ value: 'paid', label: 'Paid' }] },
    values: { x: 'paid;other' },
    expected: 'Paid, other',
  },
  { what: 'a boolean', definition: { type: 'bool' }, values: { x: 'true' }, expected: 'Yes' },
];

describe('formatProperty', () => {
  it.each(cases)('shows $what', ({ definition, values, expected }) => {
    const text = formatProperty(definitionOf(definition), values, settings);
    expect(text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')).toBe(expected);
  });
});

describe('formatValues', () => {
  const definitions = [definitionOf({ name: 'a', type: 'number' }), definitionOf({ name: 'b' })];

  it('formats the named properties only', () => {
    const values = { a: '1000', b: 'x', c: '1000' };
    expect(formatValues(values, definitions, ['a'], settings)).toEqual({ ...values, a: '1,000' });
  });

  it('keeps null, as the SDK takes text or null only', () => {
    expect(formatValues({ a: null }, definitions, 'all', settings)).toEqual({ a: null });
  });
});

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

test.each(['', '2026-1-5', '2026-02-30', '2026-13-01', 'soon'])('"%s" is not a day', (text) => {
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
