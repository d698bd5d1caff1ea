import type { Charge, PaymentFacts } from '@stripe-payments/core';
import { hubSpotPaymentValues, paymentChange, plannedPayment } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge, declined, pendingDebit } from '../../builders/charge.ts';
import { refund } from '../../builders/refund.ts';
import { valuesOf } from './facts.ts';

function hubSpotValuesOf(of: Charge, overrides: Partial<PaymentFacts> = {}) {
  return hubSpotPaymentValues(of, valuesOf({ charge: of, ...overrides }));
}

test("a card payment has HubSpot's amount, currency, fee and status", () => {
  expect(hubSpotValuesOf(charge())).toMatchObject({
    hs_initial_amount: '20.00',
    hs_currency_code: 'USD',
    hs_customer_email: 'ada@example.com',
    hs_fees_amount: '0.88',
    hs_refunds_amount: '0.00',
    hs_latest_status: 'succeeded',
    hs_payment_method_type: 'card',
    hs_reference_number: 'ch_1',
    hs_processor_type: 'none',
  });
});

test('a fee in another currency than that of the payment is left empty', () => {
  const settled = balanceTransaction({ currency: 'eur' });
  const values = hubSpotValuesOf(charge({ balanceTransaction: settled }));
  expect(values).toMatchObject({ hs_currency_code: 'USD', hs_fees_amount: '' });
});

test('a fee that Stripe has not finalized is left empty', () => {
  expect(hubSpotValuesOf(charge({ balanceTransaction: null })).hs_fees_amount).toBe('');
});

test.each([
  ['declined', declined(), 'failed'],
  ['of a debit on its way', pendingDebit(), 'processing'],
  ['refunded in part', charge({ refunds: [refund({ amountMinor: 500 })] }), 'partially_refunded'],
])('the status of a payment that is %s is %s', (_name, of, status) => {
  expect(hubSpotValuesOf(of).hs_latest_status).toBe(status);
});

test('a declined payment has the amount that was tried', () => {
  expect(hubSpotValuesOf(declined()).hs_initial_amount).toBe('20.00');
});

test("a method that HubSpot has no word for is 'other'", () => {
  const method = { type: 'klarna', brand: null, last4: null };
  expect(hubSpotValuesOf(charge({ method })).hs_payment_method_type).toBe('other');
});

test('a payer email that is none is left empty', () => {
  const payer = { name: 'Ada', email: 'ada' };
  expect(hubSpotValuesOf(charge(), { payer }).hs_customer_email).toBe('');
});

test('the date of the payout is left out where payouts were not read', () => {
  expect(hubSpotValuesOf(charge(), { payouts: 'unknown' })).not.toHaveProperty('hs_payout_date');
  expect(hubSpotValuesOf(charge())).toMatchObject({ hs_payout_date: '' });
});

const MATCHED = { objectType: 'deal', readAtMs: 1_795_000_000_000 } as const;

test("of HubSpot's own properties only what differs is written to a payment that is there", () => {
  const own = valuesOf();
  const values = { ...own, ...hubSpotPaymentValues(charge(), own) };
  const made = plannedPayment(values, undefined, MATCHED);
  expect(made).toMatchObject({ hs_processor_type: 'none', hs_initial_amount: '20.00' });
  // HubSpot spells numbers and dates in its own way.
  const stored = {
    ...made,
    hs_initial_amount: '20',
    hs_initiated_date: String(Date.parse(made?.hs_initiated_date ?? '')),
  };
  expect(plannedPayment(values, stored, MATCHED)).toBeUndefined();
  const changed = plannedPayment(values, { ...stored, hs_fees_amount: '3' }, MATCHED);
  expect(changed).toMatchObject({ hs_fees_amount: '0.88', stripe_charge_id: 'ch_1' });
  expect(Object.keys(changed ?? {}).filter((name) => name.startsWith('hs_'))).toEqual([
    'hs_fees_amount',
  ]);
});

test('a payment that was made meanwhile is changed without what it keeps from its creation', () => {
  expect(
    paymentChange({
      stripe_charge_id: 'ch_1',
      hs_processor_type: 'none',
      hs_initiated_date: '1',
      hs_currency_code: 'USD',
      hs_fees_amount: '1',
    }),
  ).toEqual({ stripe_charge_id: 'ch_1', hs_fees_amount: '1' });
});
