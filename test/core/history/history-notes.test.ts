import type { Charge, HistoryPayouts } from '@stripe-payments/core';
import { historyTextsIn, money, paymentHistory } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge } from '../../builders/charge.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

const notesOf = (
  shown: Charge,
  isComplete = true,
  payouts: HistoryPayouts = 'unknown',
): readonly string[] =>
  paymentHistory(
    shown,
    { nowSeconds: NOW_SECONDS, isComplete, payouts, hubSpot: null },
    { locale: 'en-US', timeZone: 'Europe/Rome', texts: historyTextsIn('en') },
  ).notes.map((note) => note.replaceAll('\u00a0', ' '));

test.each([
  ['jpy', 385_000, 254_107, 0.660_017, '¥385,000 = $2,541.07, at 1 JPY = 0.00660017 USD.'],
  ['kwd', 512_250, 164_353, 0.320_845, 'KWD 512.250 = $1,643.53, at 1 KWD = 3.20845 USD.'],
  ['eur', 10_000, 10_942, 1.0942, '€100.00 = $109.42, at 1 EUR = 1.0942 USD.'],
])('a rate is between major units: %s', (currency, amountMinor, gross, rate, text) => {
  const settled = balanceTransaction({ amountMinor: gross, exchangeRate: rate });
  const shown = charge({ currency, amountMinor, balanceTransaction: settled });
  expect(notesOf(shown)).toContain(text);
});

test.each<[Partial<Charge>, string]>([
  [{ customerPaid: money(2_500, 'jpy') }, 'The customer saw and paid ¥2,500.'],
  [
    { passedOnMinor: 1_800 },
    '$18.00 was transferred to a connected account. Net is before this transfer.',
  ],
  [
    { created: 1_780_000_000, balanceTransaction: null },
    'Settled outside Stripe, so its fee and net are not known.',
  ],
  [{ status: 'requires_action', captured: false }, 'The customer has to complete this payment.'],
  [{ status: 'requires_action', unappliedMinor: 700 }, '$7.00 received, not applied yet.'],
])('%j has its note', (overrides, note) => {
  expect(notesOf(charge(overrides))).toContain(note);
});

test('a part that was not read is named first', () => {
  expect(notesOf(charge(), false)[0]).toMatch(/Not everything .* could be read/);
});
