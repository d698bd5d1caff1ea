import type { Charge, ChargeStatus } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { statusOfCharge } from '../../../src/app/packages/core/src/status/charge-status.ts';
import {
  authorization,
  charge,
  declined,
  failedDebit,
  pendingDebit,
} from '../../builders/charge.ts';
import { dispute, withdrawal, reversal } from '../../builders/dispute.ts';
import { refund } from '../../builders/refund.ts';

const released = refund({ amountMinor: 2_000, balanceTransaction: null });
const wonRows = [withdrawal(), reversal()];
const won = dispute({ status: 'won', balanceTransactions: wonRows });
const inquiry = dispute({ status: 'warning_needs_response', balanceTransactions: [] });

const cases: readonly (readonly [name: string, each: Charge, expected: ChargeStatus])[] = [
  ['captured', charge(), 'paid'],
  ['captured for nothing', charge({ amountMinor: 0, balanceTransaction: null }), 'paid'],
  ['captured, its fee still pending', charge({ balanceTransaction: null }), 'paid'],
  ['captured in part', charge({ amountMinor: 10_000, amountCapturedMinor: 4_000 }), 'paid'],
  ['authorized', authorization(), 'authorized'],
  [
    'authorized, its release failed',
    authorization({ refunds: [{ ...released, status: 'failed' }] }),
    'authorized',
  ],
  ['a released authorization', authorization({ refunds: [released] }), 'released'],
  [
    'an old release without a status',
    authorization({ refunds: [{ ...released, status: null }] }),
    'released',
  ],
  [
    'an authorization canceled since API version 2025-03-31, without a refund',
    authorization({ paymentIntentStatus: 'canceled' }),
    'released',
  ],
  [
    'an authorization without a PaymentIntent',
    authorization({ paymentIntentStatus: null }),
    'authorized',
  ],
  ['a bank debit on its way', pendingDebit(), 'processing'],
  ['a voucher that the customer has to pay', charge({ status: 'requires_action' }), 'waiting'],
  ['a declined card', declined(), 'failed'],
  ['a failed debit', failedDebit(), 'failed'],
  ['a debit that failed halfway', failedDebit({ failureBalanceTransaction: null }), 'failed'],
  ['of a new status', charge({ status: 'a_status_of_next_year' }), 'unknown'],
  ['refunded in part', charge({ refunds: [refund()] }), 'partially_refunded'],
  ['refunded', charge({ refunds: [refund({ amountMinor: 2_000 })] }), 'refunded'],
  [
    'refunded in two parts',
    charge({ refunds: [refund(), refund({ id: 're_2', amountMinor: 1_500 })] }),
    'refunded',
  ],
  ['refunded, but it failed', charge({ refunds: [refund({ status: 'failed' })] }), 'paid'],
  ['refunded, but it was canceled', charge({ refunds: [refund({ status: 'canceled' })] }), 'paid'],
  ['being refunded', charge({ refunds: [refund({ status: 'pending' })] }), 'partially_refunded'],
  [
    'all that was captured is refunded',
    charge({
      amountMinor: 10_000,
      amountCapturedMinor: 4_000,
      refunds: [
        refund({ amountMinor: 6_000, balanceTransaction: null }),
        refund({ id: 're_2', amountMinor: 4_000 }),
      ],
    }),
    'refunded',
  ],
  ['disputed', charge({ disputes: [dispute()] }), 'disputed'],
  ['disputed and refunded', charge({ disputes: [dispute()], refunds: [refund()] }), 'disputed'],
  ['a lost dispute', charge({ disputes: [dispute({ status: 'lost' })] }), 'dispute_lost'],
  ['a lost dispute, all returned', charge({ disputes: [{ ...won, status: 'lost' }] }), 'paid'],
  [
    'lost, and another is open',
    charge({ disputes: [dispute({ status: 'lost' }), dispute({ id: 'dp_2' })] }),
    'disputed',
  ],
  [
    'an open dispute that has not withdrawn yet',
    charge({ disputes: [dispute({ balanceTransactions: [] })] }),
    'disputed',
  ],
  [
    'prevented, but withdrawn',
    charge({ disputes: [dispute({ status: 'prevented' })] }),
    'disputed',
  ],
  ['a won dispute', charge({ disputes: [won] }), 'paid'],
  ['two disputes, one won', charge({ disputes: [won, dispute({ id: 'dp_2' })] }), 'disputed'],
  ['an inquiry', charge({ disputes: [inquiry] }), 'paid'],
];

test.each(cases)('a payment that is %s', (_name, each, expected) => {
  expect(statusOfCharge(each)).toBe(expected);
});
