import {
  LANGUAGES,
  propertiesIn,
  propertyGroupIn,
  propertyInput,
  propertyValues,
  valueTextsIn,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { amountsByCurrency } from '../../../src/app/packages/core/src/properties/amounts-by-currency.ts';
import { charge, declined } from '../../builders/charge.ts';
import { refund } from '../../builders/refund.ts';
import { summaryOf } from '../../builders/summary.ts';

const italian = valueTextsIn('it');
const facts = { mode: 'test', asOfMs: 1_795_367_109_000, timeZone: 'UTC' } as const;

test("stored texts have the account's language, independent of the user", () => {
  const values = propertyValues(summaryOf([declined()]), facts, valueTextsIn('en'));
  expect(values.stripe_failure_reason).toBe('Insufficient funds');
  expect(propertyGroupIn('en').label).toBe(valueTextsIn('en').propertyGroup);
  expect(propertyGroupIn('it')).toEqual({ ...propertyGroupIn('en'), label: 'Pagamenti Stripe' });
});

test('an Italian account stores Italian words and the same figures', () => {
  const summary = summaryOf([charge({ refunds: [refund()] }), declined({ id: 'ch_2' })]);
  expect(propertyValues(summary, facts, italian)).toEqual({
    ...propertyValues(summary, facts),
    stripe_amounts_by_currency:
      'USD: pagato 20.00, rimborsato 5.00, lordo 20.00, commissioni 0.88, netto 14.12',
    stripe_failure_reason: 'Fondi insufficienti',
  });
});

test('the last line of an Italian account says when fees are pending', () => {
  expect(
    amountsByCurrency(summaryOf([charge({ balanceTransaction: null })]), italian.amountsByCurrency),
  ).toBe('USD: pagato 20.00\nCommissioni in sospeso: il netto può ancora cambiare.');
});

test('the properties are the same in every language, except for their texts', () => {
  const shapes = LANGUAGES.map((language) =>
    propertiesIn(language).map(({ name, type, fieldType, options, isEditable }) => ({
      name,
      type,
      fieldType,
      isEditable,
      values: options.map(({ value }) => value),
    })),
  );
  for (const shape of shapes) expect(shape).toEqual(shapes[0]);
});

test('an Italian account gets Italian labels', () => {
  const inputs = propertiesIn('it').map(propertyInput);
  const status = inputs.find(({ name }) => name === 'stripe_payment_status');
  expect(status?.label).toBe('Stato del pagamento');
  expect(status?.options?.map(({ label }) => label)).toContain('Rimborsato parzialmente');
});

test.each(LANGUAGES)(
  'in %s no two properties, and no two options of one, share a label',
  (language) => {
    const definitions = propertiesIn(language);
    const lists = [
      definitions.map(({ label }) => label),
      ...definitions.map(({ options }) => options.map(({ label }) => label)),
    ];
    for (const labels of lists) expect(new Set(labels).size).toBe(labels.length);
  },
);
