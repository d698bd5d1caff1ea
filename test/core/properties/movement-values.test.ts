import type { Language, ShownMovement } from '@stripe-payments/core';
import { money, propertyValues, shownMovement } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { summaryOf } from '../../builders/summary.ts';

// 2026-11-03T02:30:00Z, the evening before in New York.
const ON = 1_793_673_000;

const CANCELLATION = {
  reason: 'cancellation_requested',
  feedback: 'too_expensive',
  comment: '  Season\nis over.\u202e ',
};

function valuesOf(movement: ShownMovement | null | undefined, language: Language = 'en') {
  const { stripe_mrr_movement, ...values } = propertyValues(summaryOf([]), {
    mode: 'live',
    asOfMs: 0,
    timeZone: 'America/New_York',
    language,
    ...(movement === undefined ? {} : { movement }),
  });
  return [
    stripe_mrr_movement,
    values.stripe_mrr_movement_currency,
    values.stripe_mrr_movement_amount,
    values.stripe_mrr_movement_date,
    values.stripe_mrr_movement_reason,
  ];
}

const churn = (changes: object = {}): ShownMovement | null =>
  shownMovement({
    kind: 'churn',
    amount: money(-2_000, 'usd'),
    on: ON,
    cancellation: CANCELLATION,
    ...changes,
  });

test('a movement is its kind, signed amount, day in the account and reason', () => {
  expect(valuesOf(churn())).toEqual([
    'churn',
    'USD',
    '-20.00',
    '2026-11-02',
    'Cancellation requested. Too expensive. “Season is over.”',
  ]);
});

test('the reason is in the language of the account', () => {
  expect(valuesOf(churn(), 'it').at(-1)).toBe(
    'Annullamento richiesto. Troppo costoso. «Season is over.»',
  );
});

test.each([
  [
    'one that Stripe added later',
    { reason: 'left_the_planet', feedback: null, comment: null },
    'left the planet',
  ],
  ['blank', { reason: null, feedback: null, comment: ' \u200b ' }, ''],
  ['long', { reason: null, feedback: null, comment: 'x'.repeat(5_000) }, `“${'x'.repeat(299)}…”`],
])('a reason that is %s', (_, cancellation, reason) => {
  expect(valuesOf(churn({ cancellation })).at(-1)).toBe(reason);
});

test('a movement without a date has none', () => {
  expect(valuesOf(churn({ on: null }))[3]).toBe('');
  expect(churn({ on: null })?.texts['en']?.line).not.toContain('{day}');
});

test('an amount without a currency that HubSpot knows is left out, with the currency', () => {
  expect(valuesOf(churn({ amount: money(-2_000, 'zzz') })).slice(0, 3)).toEqual(['churn', '', '']);
});

test('nothing ever is none, what is not known is empty, and a deal has no value at all', () => {
  expect(valuesOf(shownMovement('none'))).toEqual(['none', '', '', '', '']);
  expect(valuesOf(shownMovement(null))).toEqual(['', '', '', '', '']);
  expect(valuesOf(undefined)).toEqual(Array(5).fill(undefined));
});
