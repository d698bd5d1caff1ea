import { describe, expect, it } from 'vitest';
import type { PropertyDefinition, PropertyValues } from '../../../sandbox/record-page/api/wire.ts';
import {
  formatProperty,
  formatValues,
} from '../../../sandbox/record-page/format/format-property.ts';

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
