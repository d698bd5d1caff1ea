import type { BalanceTransaction, Dispute } from '@stripe-payments/core';
import { balanceTransaction } from './balance-transaction.ts';

/** The balance transaction that takes the disputed money away, 20.00 USD and a fee of 15.00. */
export function withdrawal(overrides: Partial<BalanceTransaction> = {}): BalanceTransaction {
  return balanceTransaction({
    id: 'txn_dp_1',
    reportingCategory: 'dispute',
    amountMinor: -2_000,
    feeMinor: 1_500,
    ...overrides,
  });
}

/** The one that brings it back, without the fee. */
export function reversal(overrides: Partial<BalanceTransaction> = {}): BalanceTransaction {
  return balanceTransaction({
    id: 'txn_dp_1_back',
    reportingCategory: 'dispute_reversal',
    amountMinor: 2_000,
    feeMinor: 0,
    ...overrides,
  });
}

/** An open dispute of 20.00 USD whose money is away. */
export function dispute(overrides: Partial<Dispute> = {}): Dispute {
  return {
    id: 'dp_1',
    // 2026-11-24T17:05:09Z
    created: 1_795_539_909,
    amountMinor: 2_000,
    currency: 'usd',
    status: 'needs_response',
    reason: 'fraudulent',
    // 2026-12-01
    evidenceDueBy: 1_796_083_200,
    balanceTransactions: [withdrawal()],
    ...overrides,
  };
}
