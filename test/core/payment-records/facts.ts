import type { BillingDocument, PaymentFacts, PaymentReadFacts } from '@stripe-payments/core';
import { paymentRecordValues, valueTextsIn } from '@stripe-payments/core';
import { expect } from 'vitest';
import { charge } from '../../builders/charge.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

export const READ: PaymentReadFacts = {
  account: { mode: 'test', accountId: 'acct_1' },
  nowSeconds: NOW_SECONDS,
  timeZone: 'Europe/Rome',
};

/** An invoice of 20.00 USD, 3.61 of it tax. */
export const billingDocument = (overrides: Partial<BillingDocument> = {}): BillingDocument => ({
  currency: 'usd',
  totalMinor: 2_000,
  taxMinor: 361,
  paidBeforeMinor: 0,
  invoiceNumber: 'INV-7',
  products: ['Seat'],
  ...overrides,
});

export const paymentFacts = (overrides: Partial<PaymentFacts> = {}): PaymentFacts => ({
  charge: charge(),
  payer: { name: 'Ada Whitfield', email: 'ada@example.com' },
  country: 'US',
  document: null,
  payouts: new Map(),
  match: 'linked',
  ...overrides,
});

/** Of a payment that was read whole. */
export function valuesOf(overrides: Partial<PaymentFacts> = {}) {
  const values = paymentRecordValues(paymentFacts(overrides), READ, valueTextsIn('en'));
  if (values === undefined) expect.fail('nothing may be written');
  return values;
}
