import type { Refund } from '@stripe-payments/core';
import { balanceTransaction } from './balance-transaction.ts';

/** A refund of 5.00 USD that succeeded, with its balance transaction. */
export function refund(overrides: Partial<Refund> = {}): Refund {
  const { id = 're_1', amountMinor = 500, currency = 'usd' } = overrides;
  return {
    id,
    // 2026-11-23T17:05:09Z
    created: 1_795_453_509,
    reason: null,
    failureReason: null,
    amountMinor,
    currency,
    status: 'succeeded',
    balanceTransaction: balanceTransaction({
      id: `txn_${id}`,
      reportingCategory: 'refund',
      amountMinor: -amountMinor,
      feeMinor: 0,
      currency,
    }),
    failureBalanceTransaction: null,
    ...overrides,
  };
}
