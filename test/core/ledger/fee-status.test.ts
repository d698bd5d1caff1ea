import type { Charge, FeeStatus } from '@stripe-payments/core';
import { isFeeStatus } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import {
  FEE_STATUSES,
  feeStatusOfCharge,
} from '../../../src/app/packages/core/src/ledger/ledger.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import {
  authorization,
  charge,
  declined,
  failedDebit,
  pendingDebit,
} from '../../builders/charge.ts';
import { dispute, withdrawal, reversal } from '../../builders/dispute.ts';
import { refund } from '../../builders/refund.ts';

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
const noRows = { balanceTransactions: [] };
const bothRows = { balanceTransactions: [withdrawal(), reversal()] };

const cases: readonly (readonly [name: string, each: Charge, expected: FeeStatus])[] = [
  ['a settled payment', charge(), 'final'],
  ['a payment whose row has not arrived', charge({ balanceTransaction: null }), 'pending'],
  ['an authorization', authorization(), 'none'],
  ['a released authorization', authorization({ refunds: [refund(awaiting)] }), 'none'],
  ['a declined card', declined(), 'none'],
  ['a bank debit on its way, although it has a row', pendingDebit(), 'none'],
  ['a failed debit with both rows', failedDebit(), 'final'],
  ['a debit that failed halfway', failedDebit({ failureBalanceTransaction: null }), 'pending'],
  ['a refund with its row', withRefund({}), 'final'],
  ['a succeeded refund without its row', withRefund(awaiting), 'pending'],
  ['a pending refund without its row', withRefund({ ...awaiting, status: 'pending' }), 'pending'],
  [
    'a refund that waits for the customer, without its row',
    withRefund({ ...awaiting, status: 'requires_action' }),
    'pending',
  ],
  ['an old refund without status and row', withRefund({ ...awaiting, status: null }), 'final'],
  ['a failed refund that never left', withRefund({ ...awaiting, status: 'failed' }), 'final'],
  ['a failed refund that left and is not back', withRefund({ status: 'failed' }), 'pending'],
  ['a canceled refund that left and is not back', withRefund({ status: 'canceled' }), 'pending'],
  [
    'a failed refund that is back',
    withRefund({ status: 'failed', failureBalanceTransaction: returned }),
    'final',
  ],
  ['an open dispute with its row', withDispute({}), 'final'],
  ['an open dispute without its row', withDispute(noRows), 'pending'],
  [
    'an answered one without its row',
    withDispute({ ...noRows, status: 'under_review' }),
    'pending',
  ],
  ['a lost dispute', withDispute({ status: 'lost' }), 'final'],
  ['a won dispute whose money is not back', withDispute({ status: 'won' }), 'pending'],
  ['a won dispute whose money is back', withDispute({ ...bothRows, status: 'won' }), 'final'],
  ['an inquiry', withDispute({ ...noRows, status: 'warning_needs_response' }), 'final'],
  ['a prevented dispute', withDispute({ ...noRows, status: 'prevented' }), 'final'],
];

test.each(cases)('the fees of %s', (_name, each, expected) => {
  expect(feeStatusOfCharge(each)).toBe(expected);
});

test('a refund still to be written keeps the fees of a settled payment pending', () => {
  const refunds = [refund(), refund({ id: 're_2', balanceTransaction: null })];
  expect(feeStatusOfCharge(charge({ refunds }))).toBe('pending');
});

test('the values of the property are recognised, and nothing else', () => {
  expect(FEE_STATUSES.filter(isFeeStatus)).toEqual(['none', 'pending', 'final']);
  expect(['', 'Final', 'unknown'].filter(isFeeStatus)).toEqual([]);
});
