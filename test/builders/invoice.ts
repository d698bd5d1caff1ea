import type { Invoice, InvoicePayment } from '@stripe-payments/core';

/** An open invoice over 20.00 USD, due on 2026-12-01; nothing is paid. */
export function invoice(overrides: Partial<Invoice> = {}): Invoice {
  const { totalMinor = 2_000, amountPaidMinor = 0 } = overrides;
  return {
    id: 'in_1',
    number: 'INV-1',
    customerId: 'cus_1',
    subscriptionId: null,
    // 2026-11-22T17:05:09Z
    created: 1_795_367_109,
    livemode: false,
    status: 'open',
    currency: 'usd',
    totalMinor,
    taxMinor: null,
    amountPaidMinor,
    amountRemainingMinor: totalMinor - amountPaidMinor,
    creditedMinor: 0,
    creditedBeforeMinor: 0,
    startingBalanceMinor: 0,
    endingBalanceMinor: 0,
    dueDate: 1_796_083_200,
    paidOn: null,
    nextPaymentAttempt: null,
    attemptCount: 0,
    hostedUrl: 'https://invoice.stripe.com/i/acct_1/test_1',
    pdfUrl: null,
    lines: [{ description: 'Consulting', productName: null, amountMinor: totalMinor, quantity: 1 }],
    hasMoreLines: false,
    payments: [],
    recordClaims: [],
    subscriptionClaims: [],
    ...overrides,
  };
}

/** The part of an invoice that a charge of that id paid. */
export function invoicePayment(chargeId: string, amountPaidMinor = 2_000): InvoicePayment {
  return { paymentIntentId: `pi_of_${chargeId}`, chargeId: null, amountPaidMinor, status: 'paid' };
}
