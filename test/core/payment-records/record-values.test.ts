import type { PaymentFacts } from '@stripe-payments/core';
import { paymentRecordValues, valueTextsIn } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge, declined, pendingDebit } from '../../builders/charge.ts';
import { refund } from '../../builders/refund.ts';
import { billingDocument, paymentFacts, READ, valuesOf } from './facts.ts';

const PAYOUT = {
  id: 'po_1',
  status: 'paid',
  arrivalOn: 1_795_737_600,
  traceId: 'TR1',
  failureMessage: null,
};

test("a name has its amount as the account's language writes it", () => {
  const facts = paymentFacts({ charge: charge({ amountMinor: 18_512_250, currency: 'kwd' }) });
  expect(paymentRecordValues(facts, READ, valueTextsIn('it'))?.stripe_payment_name).toBe(
    'Ada Whitfield, 18.512,250 KWD',
  );
});

test('a card payment tells who paid, what, and what came of it', () => {
  expect(valuesOf({ document: billingDocument() })).toMatchObject({
    stripe_payment_name: 'Ada Whitfield, 20.00 USD',
    stripe_charge_id: 'ch_1',
    stripe_invoice_number: 'INV-7',
    stripe_products: 'Seat',
    stripe_url: 'https://dashboard.stripe.com/acct_1/test/payments/pi_of_ch_1',
    stripe_payment_status: 'paid',
    stripe_currency: 'USD',
    stripe_amount_paid: '20.00',
    stripe_processing_fee: '0.88',
    stripe_dispute_fee: '0.00',
    stripe_net_amount: '19.12',
    stripe_fee_rate: '4.40',
    stripe_exchange_rate: '',
    stripe_funds_available_date: '2026-11-24',
  });
});

test('a name from outside is one line, and reorders nothing', () => {
  const payer = { name: 'Ada\n\u202eWhitfield', email: null };
  expect(valuesOf({ payer }).stripe_payer_name).toBe('Ada Whitfield');
});

test('while the fee is pending nothing of the settlement is there, not even zero', () => {
  const values = valuesOf({
    charge: charge({ balanceTransaction: null }),
    document: billingDocument(),
  });
  expect(values.stripe_fee_status).toBe('pending');
  for (const name of [
    'stripe_settlement_currency',
    'stripe_gross_amount',
    'stripe_processing_fee',
    'stripe_net_amount',
    'stripe_net_after_tax',
    'stripe_settled_refunds',
  ] as const) {
    expect(values[name]).toBe('');
  }
  // What the customer paid is known all the same, and so is the tax in it.
  expect(values).toMatchObject({ stripe_amount_paid: '20.00', stripe_tax_amount: '3.61' });
});

test('a declined payment has its code and the reason in words, and paid nothing', () => {
  expect(valuesOf({ charge: declined() })).toMatchObject({
    stripe_payment_status: 'failed',
    stripe_decline_code: 'insufficient_funds',
    stripe_failure_reason: expect.stringMatching(/funds/i) as unknown,
    stripe_amount_paid: '0.00',
    stripe_captured_date: '',
  });
});

test('a bank debit on its way has no captured date and no settlement', () => {
  expect(valuesOf({ charge: pendingDebit() })).toMatchObject({
    stripe_payment_status: 'processing',
    stripe_amount_processing: '20.00',
    stripe_captured_date: '',
    stripe_net_amount: '',
  });
});

test('without all of its refunds or disputes nothing may be written', () => {
  for (const partly of [charge({ hasMoreRefunds: true }), charge({ isDisputed: true })]) {
    const facts = paymentFacts({ charge: partly });
    expect(paymentRecordValues(facts, READ, valueTextsIn('en'))).toBeUndefined();
  }
});

describe('tax', () => {
  const tax = (overrides: Partial<PaymentFacts>) => {
    const { stripe_tax_amount, stripe_paid_after_tax, stripe_settled_tax, stripe_net_after_tax } =
      valuesOf(overrides);
    return [stripe_tax_amount, stripe_paid_after_tax, stripe_settled_tax, stripe_net_after_tax];
  };

  test.each<[string, Partial<PaymentFacts>, readonly string[]]>([
    ['of no document is empty', { document: null }, ['', '', '', '']],
    [
      'that no document states is empty, not zero',
      { document: billingDocument({ taxMinor: null }) },
      ['', '', '', ''],
    ],
    [
      'that is stated to be zero is zero',
      { document: billingDocument({ taxMinor: 0 }) },
      ['0.00', '20.00', '0.00', '19.12'],
    ],
    ['leaves net less tax', { document: billingDocument() }, ['3.61', '16.39', '3.61', '15.51']],
    [
      'falls with a refund, in proportion',
      { document: billingDocument(), charge: charge({ refunds: [refund()] }) },
      ['2.71', '12.29', '2.71', '11.41'],
    ],
    [
      'is gone with the whole payment',
      {
        document: billingDocument(),
        charge: charge({ refunds: [refund({ amountMinor: 2_000 })] }),
      },
      ['0.00', '0.00', '0.00', '-0.88'],
    ],
    [
      'of a document in another currency is not the payment’s',
      { document: billingDocument({ currency: 'eur' }) },
      ['', '', '', ''],
    ],
    [
      'of a payment that was converted is at its rate',
      {
        document: billingDocument(),
        charge: charge({
          balanceTransaction: balanceTransaction({
            amountMinor: 1_750,
            feeMinor: 80,
            currency: 'eur',
            exchangeRate: 0.875,
          }),
        }),
      },
      ['3.61', '16.39', '3.16', '13.54'],
    ],
  ])('%s', (_case, overrides, expected) => {
    expect(tax(overrides)).toEqual(expected);
  });
});

describe('payout', () => {
  const payout = (overrides: Partial<PaymentFacts>) => {
    const values = valuesOf(overrides);
    return [
      values.stripe_payout_id,
      values.stripe_payout_status,
      values.stripe_payout_date,
      values.stripe_payout_trace_id,
    ];
  };
  const twoCaptures = charge({
    amountMinor: 4_000,
    furtherBalanceTransactions: [balanceTransaction({ id: 'txn_2' })],
  });

  test.each<[string, Partial<PaymentFacts>, readonly (string | undefined)[]]>([
    ['that is not known is empty', {}, ['', '', '', '']],
    [
      'that was not read is not written',
      { payouts: 'unknown' },
      [undefined, undefined, undefined, undefined],
    ],
    [
      'of an account with manual ones is said not to be itemized',
      { payouts: 'not-itemized' },
      ['', 'not_itemized', '', ''],
    ],
    [
      'has its day and reference',
      { payouts: new Map([['txn_ch_1', PAYOUT]]) },
      ['po_1', 'paid', '2026-11-27', 'TR1'],
    ],
    [
      'that failed is visible, and arrives on no day',
      { payouts: new Map([['txn_ch_1', { ...PAYOUT, status: 'failed', traceId: null }]]) },
      ['po_1', 'failed', '', ''],
    ],
    [
      'of one of two captures does not speak for both',
      { charge: twoCaptures, payouts: new Map([['txn_ch_1', PAYOUT]]) },
      ['', '', '', ''],
    ],
    [
      'of two captures is over when the last one is',
      {
        charge: twoCaptures,
        payouts: new Map([
          ['txn_ch_1', PAYOUT],
          ['txn_2', { ...PAYOUT, id: 'po_2', status: 'in_transit', arrivalOn: 1_795_824_000 }],
        ]),
      },
      ['po_1, po_2', 'in_transit', '2026-11-28', 'TR1'],
    ],
    [
      'with a status that Stripe added later has none',
      { payouts: new Map([['txn_ch_1', { ...PAYOUT, status: 'on_a_boat' }]]) },
      ['po_1', '', '', 'TR1'],
    ],
  ])('%s', (_case, overrides, expected) => {
    expect(payout(overrides)).toEqual(expected);
  });
});
