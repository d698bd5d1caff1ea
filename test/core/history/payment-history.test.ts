import type { Charge, HistoryPayouts } from '@stripe-payments/core';
import { historyTextsIn, LANGUAGES, paymentHistory } from '@stripe-payments/core';
import { describe, expect } from 'vitest';
import { someCharge } from '../../builders/arbitraries.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import {
  authorization,
  charge,
  declined,
  failedDebit,
  pendingDebit,
} from '../../builders/charge.ts';
import { dispute, reversal, withdrawal } from '../../builders/dispute.ts';
import { fc, test } from '../../builders/laws.ts';
import { refund } from '../../builders/refund.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

const historyOf = (shown: Charge, isComplete = true, payouts: HistoryPayouts = 'unknown') =>
  paymentHistory(
    shown,
    { nowSeconds: NOW_SECONDS, isComplete, payouts, hubSpot: null },
    { locale: 'en-US', timeZone: 'Europe/Rome', texts: historyTextsIn('en') },
  );

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** Each line as `when | what | how much`. */
const linesOf = (shown: Charge): readonly string[] =>
  historyOf(shown).lines.map(({ when, text, amount }) =>
    plain([when ?? '–', text, amount ?? '–'].join(' | ')),
  );

const notesOf = (shown: Charge): readonly string[] => historyOf(shown).notes.map(plain);

const PAID = [
  'Nov 22, 2026, 6:05 PM | Paid | $20.00',
  'Nov 22, 2026, 6:05 PM | Stripe fee | -$0.88',
];
const AVAILABLE = 'Nov 24, 2026 | Expected in your Stripe balance | $19.12';

test('a card payment: paid, fee, available', () => {
  expect(linesOf(charge())).toEqual([...PAID, AVAILABLE]);
  expect(notesOf(charge())).toEqual(['Times are in the time zone Europe/Rome.']);
});

test('what is available already is not expected', () => {
  const settled = balanceTransaction({ availableOn: NOW_SECONDS - 1 });
  expect(linesOf(charge({ balanceTransaction: settled })).join()).toContain(
    'Available in your Stripe balance',
  );
});

test('a fee that Stripe has not written is pending', () => {
  expect(linesOf(charge({ balanceTransaction: null }))).toEqual([
    PAID[0],
    '– | Stripe fee pending | –',
  ]);
});

// 2026-11-23T17:05:09Z
const DAY_AFTER = 1_795_453_509;

test.each<[string, Charge, readonly string[]]>([
  [
    'a capture a day later',
    charge({
      isCapturedLater: true,
      amountMinor: 3_000,
      amountCapturedMinor: 2_000,
      balanceTransaction: balanceTransaction({ created: DAY_AFTER }),
    }),
    [
      'Nov 22, 2026, 6:05 PM | Authorized | $30.00',
      'Nov 23, 2026, 6:05 PM | Captured | $20.00',
      'Nov 23, 2026, 6:05 PM | Stripe fee | -$0.88',
      AVAILABLE,
    ],
  ],
  [
    'an authorization',
    authorization({ captureBefore: DAY_AFTER }),
    [
      'Nov 22, 2026, 6:05 PM | Authorized | $20.00',
      'Nov 23, 2026, 6:05 PM | Last day to capture | –',
    ],
  ],
  [
    'a canceled authorization',
    authorization({ paymentIntentStatus: 'canceled' }),
    [
      'Nov 22, 2026, 6:05 PM | Authorized | $20.00',
      '– | Authorization expired or canceled. No money moved | –',
    ],
  ],
  ['a decline', declined(), ['Nov 22, 2026, 6:05 PM | Failed: Insufficient funds | $20.00']],
  ['a debit on its way', pendingDebit(), ['Nov 22, 2026, 6:05 PM | Payment started | $20.00']],
  [
    'a debit that arrived',
    pendingDebit({ status: 'succeeded' }),
    [
      'Nov 22, 2026, 6:05 PM | Payment started | $20.00',
      '– | Paid. Stripe keeps no time of when the bank confirmed it | $20.00',
      PAID[1] ?? '',
      AVAILABLE,
    ],
  ],
  [
    'a debit that came back',
    failedDebit({
      failureBalanceTransaction: balanceTransaction({
        created: DAY_AFTER,
        reportingCategory: 'charge_failure',
        amountMinor: -2_000,
        feeMinor: 400,
      }),
    }),
    [
      'Nov 22, 2026, 6:05 PM | Payment started | $20.00',
      'Nov 23, 2026, 6:05 PM | Failed: Insufficient funds | –',
      '– | Stripe fee | -$4.00',
    ],
  ],
])('%s', (_, shown, lines) => {
  expect(linesOf(shown)).toEqual(lines);
});

describe('refunds', () => {
  const lineOf = (overrides: Parameters<typeof refund>[0]): string =>
    linesOf(charge({ refunds: [refund(overrides)] })).find((line) => /efund/.test(line)) ?? '';

  test.each([
    [{}, 'Refunded'],
    [{ reason: 'requested_by_customer' }, 'Refunded: requested by the customer'],
    [{ reason: 'a_reason_of_next_year' }, 'Refunded: a reason of next year'],
    [{ status: null }, 'Refunded'],
    [{ status: 'pending' }, 'Refund pending'],
    [{ status: 'canceled' }, 'Refund canceled'],
    [{ status: 'of_next_year' }, 'Refund (of_next_year)'],
    [
      { status: 'failed', failureReason: 'expired_or_canceled_card', reason: 'duplicate' },
      'Refund failed: the card is expired or canceled',
    ],
    [{ status: 'failed', failureReason: 'constructor' }, 'Refund failed: constructor'],
  ])('%j', (overrides, text) => {
    expect(lineOf(overrides)).toBe(`Nov 23, 2026, 6:05 PM | ${text} | -$5.00`);
  });

  test('250 of them are each a line, in the order of time', () => {
    const many = Array.from({ length: 250 }, (_, number) =>
      refund({
        id: `re_${String(number)}`,
        created: DAY_AFTER - number,
        amountMinor: 1,
        balanceTransaction: null,
      }),
    );
    const lines = linesOf(charge({ refunds: many })).filter((line) => line.includes('Refunded'));
    expect(lines).toHaveLength(250);
    expect([...lines].sort()).toEqual(lines);
  });

  test('one that failed comes back, and says what to do', () => {
    const back = balanceTransaction({ created: DAY_AFTER + 60, amountMinor: 500, feeMinor: 0 });
    const shown = charge({
      refunds: [refund({ status: 'failed', failureBalanceTransaction: back })],
    });
    expect(linesOf(shown)).toContain(
      'Nov 23, 2026, 6:06 PM | Failed refund back in your Stripe balance | $5.00',
    );
    expect(notesOf(shown).join(' ')).toContain('Repay the customer in another way');
  });

  test('the rest of an authorization is released, not refunded', () => {
    const reversed = balanceTransaction({ reportingCategory: 'partial_capture_reversal' });
    const shown = charge({ refunds: [refund({ balanceTransaction: reversed })] });
    expect(linesOf(shown).join()).toContain('Rest of the authorization released | $5.00');
    expect(linesOf(shown).join()).not.toContain('Refunded');
  });
});

describe('disputes', () => {
  const lost = dispute({
    status: 'lost',
    balanceTransactions: [withdrawal({ created: DAY_AFTER + 86_400 })],
  });

  test('a lost one has all steps to its end', () => {
    expect(linesOf(charge({ disputes: [lost] })).slice(-4)).toEqual([
      "Nov 24, 2026, 6:05 PM | Dispute opened: The cardholder didn't make the payment | $20.00",
      'Nov 24, 2026, 6:05 PM | Disputed amount withdrawn | -$20.00',
      'Nov 24, 2026, 6:05 PM | Dispute fee | -$15.00',
      '– | Dispute lost | –',
    ]);
  });

  test.each([
    ['needs_response', 'The dispute needs a response in Stripe'],
    ['under_review', 'The bank is reviewing your response'],
    ['won', 'Dispute won'],
    ['prevented', 'Dispute prevented'],
    ['warning_closed', 'Inquiry closed. No money moved'],
    ['of_next_year', 'Dispute status in Stripe: of_next_year'],
  ])('%s', (status, text) => {
    const lines = linesOf(charge({ disputes: [dispute({ status, balanceTransactions: [] })] }));
    expect(lines).toContain(`– | ${text} | –`);
    expect(lines.some((line) => line.includes('Response due'))).toBe(status === 'needs_response');
  });

  test('a response that was due is not said to be due', () => {
    const lines = linesOf(charge({ disputes: [dispute({ evidenceDueBy: 1_795_367_200 })] })).join();
    expect(lines).toContain('Response was due in Stripe');
  });

  test('an inquiry is no dispute, and a won one comes back', () => {
    const inquiry = dispute({ status: 'warning_needs_response', balanceTransactions: [] });
    expect(linesOf(charge({ disputes: [inquiry] })).join()).toContain('Bank inquiry opened');
    const won = dispute({ status: 'won', balanceTransactions: [withdrawal(), reversal()] });
    const lines = linesOf(charge({ disputes: [won] }));
    expect(lines.join()).toContain(
      ', 2026, 6:05 PM | Dispute won. Disputed amount returned | $20.00',
    );
    // The day of the win is that of its money: no line without a day says it again.
    expect(lines.filter((line) => line.includes('Dispute won'))).toHaveLength(1);
  });
});

test.prop([someCharge, fc.constantFrom(...LANGUAGES)])(
  'any payment has a history with all its refunds and disputes',
  (shown, language) => {
    const texts = historyTextsIn(language);
    const { lines } = paymentHistory(
      shown,
      { nowSeconds: NOW_SECONDS, isComplete: true, payouts: 'unknown', hubSpot: null },
      { locale: language, timeZone: 'nowhere', texts },
    );
    expect(lines.length).toBeGreaterThan(shown.refunds.length + shown.disputes.length);
    expect(lines.filter(({ text }) => text.trim() === '')).toEqual([]);
  },
);
