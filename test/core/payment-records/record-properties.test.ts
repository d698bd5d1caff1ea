import {
  comparedPaymentProperties,
  PAYMENT_KEY,
  PAYMENT_TITLE,
  paymentPropertiesIn,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { valuesOf } from './facts.ts';

test('every property has a value or is empty, and no value is without a property', () => {
  const names = paymentPropertiesIn('en').map(({ name }) => name);
  expect([...comparedPaymentProperties(valuesOf())].sort()).toEqual([...names].sort());
  expect(names).toContain(PAYMENT_KEY);
  expect(names).toContain(PAYMENT_TITLE);
});

test.each(['en', 'it'] as const)('no two labels are the same in %s', (language) => {
  const labels = paymentPropertiesIn(language).map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});

test('every amount names the property of its currency, which is of the same record', () => {
  const properties = paymentPropertiesIn('en');
  const names = new Set<string>(properties.map(({ name }) => name));
  const currencies = properties.flatMap(({ currencyPropertyName }) => currencyPropertyName ?? []);
  expect(new Set(currencies)).toEqual(new Set(['stripe_currency', 'stripe_settlement_currency']));
  expect(currencies.every((name) => names.has(name))).toBe(true);
});
