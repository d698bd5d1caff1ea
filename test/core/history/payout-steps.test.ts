import type { HistoryPayouts, Language, Payout } from '@stripe-payments/core';
import { historyTextsIn, paymentHistory } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge, declined } from '../../builders/charge.ts';
import { refund } from '../../builders/refund.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

/** Arrives on 2026-11-27. */
const payout = (overrides: Partial<Payout> = {}): Payout => ({
  id: 'po_1',
  status: 'in_transit',
  arrivalOn: 1_795_737_600,
  traceId: null,
  failureMessage: null,
  ...overrides,
});

/** Of the charge's own balance transaction, and of its refund's. */
const within = (first: Payout, later?: Payout | null): HistoryPayouts =>
  new Map([
    [OWN, first],
    ['txn_1', first],
    ...(later === undefined ? [] : [['txn_re', later] as const]),
  ]);

const OWN = charge().balanceTransaction?.id ?? '';

// In New York midnight UTC is the day before.
const historyOf = (
  payouts: HistoryPayouts,
  shown = charge(),
  language: Language = 'en',
  nowSeconds = NOW_SECONDS,
) =>
  paymentHistory(
    shown,
    { nowSeconds, isComplete: true, payouts, hubSpot: null },
    { locale: 'en-US', timeZone: 'America/New_York', texts: historyTextsIn(language) },
  );

const lastOf = (...given: Parameters<typeof historyOf>): string | undefined => {
  const line = historyOf(...given).lines.at(-1);
  return line && [line.when ?? '–', line.text].join(' | ').replaceAll(/[\u2068\u2069]/g, '');
};

test.each<[string, Partial<Payout>, string]>([
  ['on its way', {}, 'Nov 27, 2026 | Reaches the bank (payout po_1)'],
  ['not sent yet', { status: 'pending' }, 'Nov 27, 2026 | Reaches the bank (payout po_1)'],
  ['paid', { status: 'paid' }, 'Nov 27, 2026 | In the bank (payout po_1)'],
  [
    'failed',
    { status: 'failed', failureMessage: 'The bank account has been closed.' },
    '– | Payout po_1 failed. Check your bank details in Stripe. The bank account has been closed.',
  ],
  [
    'failed for a reason that Stripe does not tell',
    { status: 'failed' },
    '– | Payout po_1 failed. Check your bank details in Stripe',
  ],
  [
    'canceled',
    { status: 'canceled' },
    '– | Payout po_1 canceled. The money is back in your Stripe balance',
  ],
  [
    'in a status of next year',
    { status: 'on_a_boat' },
    '– | Payout po_1. Status in Stripe: on_a_boat',
  ],
])('the last step of a payment is its payout: %s', (_case, overrides, expected) => {
  expect(lastOf(within(payout(overrides)))).toBe(expected);
});

test('a payout that failed says when, and what became of the money', () => {
  const failed = payout({ status: 'failed', returnedOn: 1_795_737_600 + 86_400 });
  expect(lastOf(within(failed))).toMatch(/^Nov 27, 2026, .*Payout po_1 failed. Check/);
  const later = { id: 'po_2', status: 'paid', arrivalOn: 1_795_737_600 + 4 * 86_400 };
  const { lines } = historyOf(within(payout({ ...later, before: [failed] })));
  const said = lines
    .slice(-2)
    .map(({ when, text }) => `${when ?? '–'} | ${text}`.replaceAll(/[\u2068\u2069]/g, ''));
  expect(said).toEqual([
    expect.stringMatching(
      /^Nov 27, 2026, .* Payout po_1 failed. The money left with a later payout$/,
    ),
    'Dec 1, 2026 | In the bank (payout po_2)',
  ]);
});

test.each([
  ['on its day', 1_795_737_600 + 86_399, 'Reaches the bank (payout po_1)'],
  ['the day after', 1_795_737_600 + 86_400, 'Was to reach the bank (payout po_1)'],
])('a payout that is still under way %s', (_when, nowSeconds, text) => {
  expect(lastOf(within(payout()), charge(), 'en', nowSeconds)).toBe(`Nov 27, 2026 | ${text}`);
});

test('a refund after the money reached the bank follows it', () => {
  const later = refund({ created: 1_795_737_600 + 3_600 });
  const { lines } = historyOf(within(payout({ status: 'paid' })), charge({ refunds: [later] }));
  const texts = lines.map(({ text }) => text);
  const bank = texts.findIndex((text) => text.startsWith('In the bank'));
  expect(texts.slice(bank + 1)).toContain('Refunded');
});

test.each<[HistoryPayouts, string | undefined]>([
  ['not-itemized', 'Your payouts are manual.'],
  ['no-permission', 'read access to Payouts'],
  ['unknown', undefined],
  [within(payout()), undefined],
])('what is known of payouts (%j) is said in a note: %s', (payouts, said) => {
  const notes = historyOf(payouts).notes.join(' ');
  if (said === undefined) expect(notes).not.toMatch(/payout/i);
  else expect(notes).toContain(said);
});

test('payouts are named in Italian', () => {
  expect(lastOf(within(payout()), charge(), 'it')).toContain('Arriva in banca (bonifico po_1)');
});

test.each<[string, HistoryPayouts, string | null]>([
  [
    'in the bank',
    within(payout({ status: 'paid' })),
    'The money reached the bank on Nov 27, 2026.',
  ],
  ['on its way', within(payout()), 'The money reaches the bank on Nov 27, 2026.'],
  [
    'late',
    within(payout({ arrivalOn: NOW_SECONDS - 2 * 86_400 })),
    'The money was expected in the bank on Nov 20, 2026.',
  ],
  ['failed', within(payout({ status: 'failed' })), null],
  ['in a status of next year', within(payout({ status: 'on_a_boat' })), null],
  [
    'not found',
    'unknown',
    'The money reached your Stripe balance on Nov 21, 2026. No payout to the bank found yet.',
  ],
  ['sent by hand', 'not-itemized', 'The money reached your Stripe balance on Nov 21, 2026.'],
])(
  'the first line says when the money is in the bank where its payout is %s',
  (_, payouts, said) => {
    const availableOn = Date.UTC(2026, 10, 21) / 1_000;
    const available = charge({ balanceTransaction: balanceTransaction({ availableOn }) });
    expect(historyOf(payouts, available).arrival?.replaceAll('\u00a0', ' ') ?? null).toBe(said);
  },
);

test('the first line says when the money is in the balance before that, and nothing where none comes', () => {
  const { arrival } = historyOf('unknown');
  expect(arrival?.replaceAll('\u00a0', ' ')).toBe(
    'The money reaches your Stripe balance on Nov 24, 2026, and the bank after that.',
  );
  expect(historyOf('unknown', declined()).arrival).toBeNull();
  expect(historyOf('unknown', charge({ balanceTransaction: null })).arrival).toBeNull();
});

describe('a refund after the payout', () => {
  const availableOn = Date.UTC(2026, 10, 21) / 1_000;
  const refunded = charge({
    balanceTransaction: balanceTransaction({ availableOn }),
    refunds: [
      refund({
        balanceTransaction: balanceTransaction({
          id: 'txn_re',
          reportingCategory: 'refund',
          amountMinor: -500,
          feeMinor: 0,
          availableOn,
        }),
      }),
    ],
  });
  const first = payout({ status: 'paid', arrivalOn: availableOn + 3_600 * 24 });
  const said = (later: Payout | null, language: Language = 'en') => {
    const { arrival, lines } = historyOf(within(first, later), refunded, language);
    const plain = (text: string | null | undefined) =>
      text?.replaceAll('\u00a0', ' ').replaceAll(/[\u2068\u2069]/g, '') ?? null;
    return {
      arrival: plain(arrival),
      last: lines.map(({ text, amount }) => [plain(text), plain(amount)]),
    };
  };

  test('is a step with its amount, and the first line says what was taken off', () => {
    const { arrival, last } = said(payout({ id: 'po_2', status: 'paid' }));
    expect(arrival).toBe(
      '$19.12 reached the bank on Nov 22, 2026. $5.00 was taken off the payout of Nov 27, 2026.',
    );
    expect(last).toContainEqual(['In the bank (payout po_1)', '$19.12']);
    expect(last.at(-1)).toEqual(['Taken off payout po_2', '-$5.00']);
  });

  test('that no payout has yet is taken off the next one', () => {
    expect(said(null).arrival).toBe(
      '$19.12 reached the bank on Nov 22, 2026. $5.00 is taken off your next payout.',
    );
    expect(said(null, 'it').arrival).toMatch(/sono arrivati in banca .* Verranno detratti /);
  });
});
