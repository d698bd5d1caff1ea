import {
  ACTING_ERROR_CODES,
  actingErrorsIn,
  amountMistake,
  exponentOf,
  fieldMistake,
  maximumAmount,
  minimumAmount,
  money,
  REQUEST_LIMITS,
} from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { fc, test } from '../../builders/laws.ts';

describe('an amount', () => {
  test.each([
    [0, 'usd', 'amount-invalid'],
    [49, 'usd', 'amount-too-small'],
    [50, 'usd', undefined],
    [99_999_999, 'usd', undefined],
    [100_000_000, 'usd', 'amount-too-large'],
    [999_999_999_999, 'idr', undefined],
    [1_000_000_000_000, 'idr', 'amount-too-large'],
    [49, 'jpy', 'amount-too-small'],
    [50, 'jpy', undefined],
    [12_340, 'kwd', undefined],
    [12_345, 'kwd', 'amount-too-precise'],
    [500, 'isk', undefined],
    [550, 'isk', 'amount-too-precise'],
  ] as const)('of %i %s is %s', (minor, currency, mistake) => {
    expect(amountMistake(money(minor, currency))).toBe(mistake);
  });

  test.prop([
    fc.integer({ min: -1_000, max: 200_000_000 }),
    fc.constantFrom('usd', 'jpy', 'kwd', 'isk', 'eur', 'huf'),
  ])('that is none is one that Stripe takes', (minor, currency) => {
    if (amountMistake(money(minor, currency)) !== undefined) return;
    expect(minor).toBeGreaterThan(0);
    expect(minor).toBeGreaterThanOrEqual(minimumAmount(currency)?.minor ?? 1);
    expect(minor).toBeLessThanOrEqual(maximumAmount(currency).minor);
    if (exponentOf(currency) === 3) expect(minor % 10).toBe(0);
    if (currency === 'isk') expect(minor % 100).toBe(0);
  });
});

const invoice = {
  subject: { kind: 'amount', description: 'Setup' },
  memo: 'Thank you.',
  poNumber: 'PO-7',
  daysUntilDue: 30,
};

const text = (length: number): string => 'a'.repeat(length);
const described = (length: number) => ({ ...invoice.subject, description: text(length) });
const part = (percent: string) => ({ subject: { kind: 'deposit', percent } });

test.each([
  ['as it is', {}, undefined],
  ['with the longest description', { subject: described(200) }, undefined],
  ['with a longer description', { subject: described(201) }, 'description-too-long'],
  ['with the longest memo', { memo: text(500) }, undefined],
  ['with a longer memo', { memo: text(501) }, 'memo-too-long'],
  ['with the longest PO number', { poNumber: text(140) }, undefined],
  ['with a longer PO number', { poNumber: text(141) }, 'po-number-too-long'],
  ['due at once', { daysUntilDue: 0 }, undefined],
  ['due in a year and a day', { daysUntilDue: 366 }, 'days-invalid'],
  ['due before', { daysUntilDue: -1 }, 'days-invalid'],
  ['due in half a day', { daysUntilDue: 0.5 }, 'days-invalid'],
  ['with the longest trial', { trialDays: 730 }, undefined],
  ['with a longer trial', { trialDays: 731 }, 'trial-invalid'],
  ['with a trial of no days', { trialDays: 0 }, 'trial-invalid'],
  ['of a half', part('50'), undefined],
  ['of all', part('100'), undefined],
  ['of nothing', part('0'), 'percent-invalid'],
  ['of half as much again', part('150'), 'percent-invalid'],
] as const)('a request %s: %s', (_name, fields, mistake) => {
  expect(fieldMistake({ ...invoice, ...fields })).toBe(mistake);
});

test('each mistake has a text, with the limit in it', () => {
  const { message } = actingErrorsIn('en')['description-too-long'];
  expect(message).toContain(String(REQUEST_LIMITS.description));
  const said = [
    ['memo-too-long', REQUEST_LIMITS.memo],
    ['po-number-too-long', REQUEST_LIMITS.poNumber],
    ['days-invalid', REQUEST_LIMITS.daysUntilDue],
    ['trial-invalid', REQUEST_LIMITS.trialDays],
  ] as const;
  for (const [code, limit] of said) {
    expect(ACTING_ERROR_CODES).toContain(code);
    for (const language of ['en', 'it'] as const) {
      expect(actingErrorsIn(language)[code].message).toContain(String(limit));
    }
  }
});
