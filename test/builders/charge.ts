import type { Charge } from '@stripe-payments/core';
import { balanceTransaction } from './balance-transaction.ts';

/** A captured card payment of 20.00 USD with its balance transaction; 2026-11-22T17:05:09Z. */
export function charge(overrides: Partial<Charge> = {}): Charge {
  const { id = 'ch_1', amountMinor = 2_000, currency = 'usd' } = overrides;
  return {
    id,
    paymentIntentId: `pi_of_${id}`,
    paymentIntentStatus: 'succeeded',
    isCapturedLater: false,
    customerId: 'cus_1',
    billing: { name: null, email: null },
    country: 'US',
    receiptUrl: null,
    created: 1_795_367_109,
    livemode: false,
    status: 'succeeded',
    captured: true,
    amountMinor,
    amountCapturedMinor: amountMinor,
    captureBefore: null,
    currency,
    passedOnMinor: null,
    description: null,
    method: { type: 'card', brand: 'visa', last4: '4242' },
    failure: null,
    recordClaims: [],
    balanceTransaction: balanceTransaction({ id: `txn_${id}`, amountMinor, currency }),
    furtherBalanceTransactions: [],
    failureBalanceTransaction: null,
    refunds: [],
    amountRefundedMinor: 0,
    hasMoreRefunds: false,
    isDisputed: (overrides.disputes ?? []).length > 0,
    disputes: [],
    customerPaid: null,
    unappliedMinor: 0,
    hubSpotPayment: null,
    ...overrides,
  };
}

/** Reserved and not captured: no money has moved. */
export function authorization(overrides: Partial<Charge> = {}): Charge {
  return charge({
    paymentIntentStatus: 'requires_capture',
    captured: false,
    amountCapturedMinor: 0,
    balanceTransaction: null,
    ...overrides,
  });
}

/** A declined card: no money has moved. */
export function declined(overrides: Partial<Charge> = {}): Charge {
  return charge({
    status: 'failed',
    captured: false,
    amountCapturedMinor: 0,
    balanceTransaction: null,
    failure: { code: 'card_declined', reason: 'insufficient_funds', message: 'Declined.' },
    ...overrides,
  });
}

/** A bank debit on its way: it has a balance transaction, and calls itself captured. */
export function pendingDebit(overrides: Partial<Charge> = {}): Charge {
  return charge({
    status: 'pending',
    method: { type: 'us_bank_account', brand: null, last4: '6789' },
    ...overrides,
  });
}

/** A bank debit that failed after its balance transaction was written: a second one takes the money back. */
export function failedDebit(overrides: Partial<Charge> = {}): Charge {
  const { id = 'ch_1' } = overrides;
  return charge({
    status: 'failed',
    captured: false,
    amountCapturedMinor: 0,
    method: { type: 'us_bank_account', brand: null, last4: '6789' },
    failure: { code: 'insufficient_funds', reason: null, message: null },
    failureBalanceTransaction: balanceTransaction({
      id: `txn_${id}_failed`,
      reportingCategory: 'charge_failure',
      amountMinor: -2_000,
      feeMinor: 400,
    }),
    ...overrides,
  });
}
