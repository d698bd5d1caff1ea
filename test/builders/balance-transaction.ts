import type { BalanceTransaction } from '@stripe-payments/core';

/** A settled card payment of 20.00 USD with a fee of 0.88; net and fee details follow the overrides. */
export function balanceTransaction(
  overrides: Partial<BalanceTransaction> = {},
): BalanceTransaction {
  const { amountMinor = 2_000, feeMinor = 88 } = overrides;
  return {
    id: 'txn_1',
    created: 1_795_367_109,
    reportingCategory: 'charge',
    amountMinor,
    feeMinor,
    netMinor: amountMinor - feeMinor,
    currency: 'usd',
    feeDetails: feeMinor === 0 ? [] : [{ type: 'stripe_fee', amountMinor: feeMinor }],
    exchangeRate: null,
    // 2026-11-24
    availableOn: 1_795_478_400,
    ...overrides,
  };
}
