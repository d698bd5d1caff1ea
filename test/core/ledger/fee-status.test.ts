import type { Charge, ChargeFeeStatus, UnsettledAmount } from '@stripe-payments/core';
import { isFeeStatus, ledgerOf } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import {
  FEE_STATUSES,
  feeStatusOfCharge,
  SETTLED_OUTSIDE_AFTER_DAYS,
} from '../../../src/app/packages/core/src/ledger/fee-status.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import {
  authorization,
  charge,
  declined,
  failedDebit,
  pendingDebit,
} from '../../builders/charge.ts';
import { dispute, reversal, withdrawal } from '../../builders/dispute.ts';
import { refund } from '../../builders/refund.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

const withRefund = (overrides: Parameters<typeof refund>[0]): Charge =>
  charge({ refunds: [refund(overrides)] });
const withDispute = (overrides: Parameters<typeof dispute>[0]): Charge =>
  charge({ disputes: [dispute(overrides)] });

const returned = balanceTransaction({
  id: 'txn_returned',
  reportingCategory: 'refund_failure',
  amountMinor: 500,
  feeMinor: 0,
});

const awaiting = { balanceTransaction: null };
const unmoved = { balanceTransactions: [] };
const old = { created: NOW_SECONDS - SETTLED_OUTSIDE_AFTER_DAYS * 86_400 - 1 };
const captures = { amountMinor: 3_000, balanceTransaction: balanceTransaction() };

/** A kind of what is not settled, with its amount in USD. */
type Beside = readonly [kind: UnsettledAmount['kind'], amountMinor: number];

const cases: readonly (readonly [string, Charge, ChargeFeeStatus, Beside?])[] = [
  ['a settled payment', charge(), 'final'],
  ['a payment without its balance transaction', charge(awaiting), 'pending'],
  ['the same after days', charge({ ...awaiting, ...old }), 'outside', ['settled-outside', 2_000]],
  [
    'a payment settled outside, with a refund and an open dispute',
    charge({
      ...awaiting,
      ...old,
      refunds: [refund(awaiting)],
      disputes: [dispute(unmoved)],
    }),
    'outside',
    ['settled-outside', 2_000],
  ],
  ['one of two captures', charge(captures), 'pending'],
  ['the same after days', charge({ ...captures, ...old }), 'final', ['settled-outside', 1_000]],
  [
    'both captures',
    charge({
      ...captures,
      furtherBalanceTransactions: [balanceTransaction({ id: 'txn_2', amountMinor: 1_000 })],
    }),
    'final',
  ],
  [
    'one of two captures, converted',
    charge({
      amountMinor: 3_000,
      balanceTransaction: balanceTransaction({
        currency: 'eur',
        amountMinor: 1_840,
        exchangeRate: 0.92,
      }),
    }),
    'pending',
  ],
  [
    'a converted payment, rounded',
    charge({
      amountMinor: 3_333,
      balanceTransaction: balanceTransaction({
        currency: 'eur',
        amountMinor: 3_066,
        exchangeRate: 0.92,
      }),
    }),
    'final',
  ],
  ['an authorization', authorization(), 'none'],
  ['a released authorization', authorization({ refunds: [refund(awaiting)] }), 'none'],
  ['a declined card', declined(), 'none'],
  ['a bank debit on its way, although it has a balance transaction', pendingDebit(), 'none'],
  ['a failed debit with both balance transactions', failedDebit(), 'final'],
  ['a debit that failed halfway', failedDebit({ failureBalanceTransaction: null }), 'pending'],
  ['the same after days', failedDebit({ failureBalanceTransaction: null, ...old }), 'none'],
  ['a refund with its balance transaction', withRefund({}), 'final'],
  ['a succeeded refund without one', withRefund(awaiting), 'final', ['refund-pending', 500]],
  [
    'a refund that waits for weeks',
    withRefund({ ...awaiting, status: 'requires_action' }),
    'final',
    ['refund-pending', 500],
  ],
  ['an old refund without status', withRefund({ ...awaiting, status: null }), 'final'],
  ['a failed refund that never left', withRefund({ ...awaiting, status: 'failed' }), 'final'],
  [
    'a failed refund that left and is not back',
    withRefund({ status: 'failed' }),
    'final',
    ['refund-returning', 500],
  ],
  [
    'a failed refund that is back',
    withRefund({ status: 'failed', failureBalanceTransaction: returned }),
    'final',
  ],
  ['an open dispute with its withdrawal', withDispute({}), 'final'],
  ['an open dispute without it', withDispute(unmoved), 'pending'],
  ['an answered one without it', withDispute({ ...unmoved, status: 'under_review' }), 'pending'],
  ['a lost dispute', withDispute({ status: 'lost' }), 'final'],
  [
    'a won dispute whose money is not back',
    withDispute({ status: 'won' }),
    'final',
    ['dispute-returning', 2_000],
  ],
  [
    'a won dispute whose money is back at another rate',
    withDispute({
      status: 'won',
      balanceTransactions: [withdrawal(), reversal({ amountMinor: 1_999 })],
    }),
    'final',
  ],
  ['an inquiry', withDispute({ ...unmoved, status: 'warning_needs_response' }), 'final'],
  ['a prevented dispute', withDispute({ ...unmoved, status: 'prevented' }), 'final'],
  ['a destination charge', charge({ passedOnMinor: 1_800 }), 'final', ['passed-on', 1_800]],
];

const allCases = cases.map(
  ([name, each, expected, beside = null]) => [name, each, expected, beside] as const,
);

test.each(allCases)('only what brings a fee is waited for: %s', (_name, each, expected, beside) => {
  expect(feeStatusOfCharge(each, NOW_SECONDS)).toBe(expected);
  const { unsettled } = ledgerOf([each], NOW_SECONDS);
  expect(unsettled).toEqual(
    beside === null ? [] : [{ kind: beside[0], currency: 'usd', amountMinor: beside[1], count: 1 }],
  );
});

test('a payment settled outside Stripe leaves the other figures of the record', () => {
  const ledger = ledgerOf([charge(), charge({ id: 'ch_2', ...awaiting, ...old })], NOW_SECONDS);
  expect(ledger.feeStatus).toBe('final');
  expect(ledger.settlement).toMatchObject([{ grossMinor: 2_000, netMinor: 1_912 }]);
});

test('the values of the property are recognized, and nothing else', () => {
  expect(FEE_STATUSES.filter(isFeeStatus)).toEqual(['none', 'pending', 'final']);
  expect(['', 'Final', 'outside'].filter(isFeeStatus)).toEqual([]);
});
