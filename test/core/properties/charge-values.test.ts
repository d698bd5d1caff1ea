import type { Charge, Dispute, PropertyValues, StripeObjects } from '@stripe-payments/core';
import { propertyValues } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { authorization, charge, declined, failedDebit } from '../../builders/charge.ts';
import { dispute, reversal, withdrawal } from '../../builders/dispute.ts';
import { refund } from '../../builders/refund.ts';
import { price, subscription, subscriptionItem } from '../../builders/subscription.ts';
import { summaryOfObjects } from '../../builders/summary.ts';

const valuesFor = (objects: Partial<StripeObjects>): PropertyValues =>
  propertyValues(summaryOfObjects(objects), {
    mode: 'test',
    asOfMs: 1_795_367_109_000,
    timeZone: 'UTC',
  });

const valuesOf = (charges: readonly Charge[]): PropertyValues => valuesFor({ charges });

/** A charge of 100.00 USD that settled as 93.00 EUR, and what a dispute of it moved. */
const inEuro = (moved: readonly (readonly [amountMinor: number, feeMinor: number])[]) => ({
  amountMinor: 10_000,
  balanceTransaction: balanceTransaction({ currency: 'eur', amountMinor: 9_300, feeMinor: 300 }),
  disputes: [
    dispute({
      amountMinor: 10_000,
      status: 'won',
      balanceTransactions: moved.map(([amountMinor, feeMinor], index) =>
        (index === 0 ? withdrawal : reversal)({ currency: 'eur', amountMinor, feeMinor }),
      ),
    }),
  ],
});

const lostInPart = dispute({
  amountMinor: 10_000,
  status: 'lost',
  balanceTransactions: [withdrawal({ amountMinor: -10_000 }), reversal({ amountMinor: 3_000 })],
});

/** Worked cases: what real accounts hold, and what a record of it says. */
test.each<[string, Charge, PropertyValues]>([
  [
    'an authorization that was canceled without a refund',
    authorization({ amountMinor: 1_500, paymentIntentStatus: 'canceled' }),
    { stripe_payment_status: 'none', stripe_amount_paid: '0.00', stripe_payment_count: '0' },
  ],
  [
    'a won dispute that returned at another rate',
    charge(
      inEuro([
        [-9_280, 2_000],
        [9_279, 0],
      ]),
    ),
    {
      stripe_payment_status: 'paid',
      stripe_fee_status: 'final',
      stripe_amount_disputed: '0.00',
      stripe_gross_amount: '93.00',
      stripe_fee_amount: '23.00',
      stripe_net_amount: '69.99',
    },
  ],
  [
    'a dispute that was lost in part, beside a refund',
    charge({
      amountMinor: 10_000,
      refunds: [refund({ amountMinor: 3_000 })],
      disputes: [lostInPart],
    }),
    {
      stripe_payment_status: 'dispute_lost',
      stripe_amount_refunded: '30.00',
      stripe_amount_disputed: '70.00',
      stripe_net_amount: '-15.88',
    },
  ],
  [
    'a refund that waits, of a part that was captured',
    charge({
      amountMinor: 20_675,
      amountCapturedMinor: 20_300,
      balanceTransaction: balanceTransaction({ amountMinor: 20_300, feeMinor: 619 }),
      refunds: [refund({ amountMinor: 375, status: 'pending', balanceTransaction: null })],
    }),
    {
      stripe_payment_status: 'partially_refunded',
      stripe_fee_status: 'final',
      stripe_amount_refunded: '3.75',
      stripe_gross_amount: '203.00',
      stripe_net_amount: '196.81',
    },
  ],
  [
    'two captures of one authorization',
    charge({
      amountMinor: 10_000,
      amountCapturedMinor: 6_000,
      balanceTransaction: balanceTransaction({ amountMinor: 2_000 }),
      furtherBalanceTransactions: [
        balanceTransaction({ id: 'txn_2', amountMinor: 4_000, feeMinor: 146 }),
      ],
    }),
    {
      stripe_fee_status: 'final',
      stripe_amount_paid: '60.00',
      stripe_gross_amount: '60.00',
      stripe_net_amount: '57.66',
    },
  ],
])('%s', (_name, each, values) => {
  expect(valuesOf([each])).toMatchObject(values);
});

const debit = { currency: 'eur', amountMinor: 900, feeMinor: 0 };
const failedSepa = failedDebit({
  id: 'ch_2',
  currency: 'eur',
  balanceTransaction: balanceTransaction({ id: 'txn_2', ...debit }),
  failureBalanceTransaction: balanceTransaction({
    id: 'txn_3',
    reportingCategory: 'charge_failure',
    ...debit,
    amountMinor: -900,
  }),
});
const trial = subscription({
  status: 'trialing',
  currency: 'eur',
  items: [subscriptionItem({ price: price({ currency: 'eur' }) })],
});

test.each<[string, Partial<StripeObjects>]>([
  ['a failed debit whose balance transactions cancel out', { charges: [charge(), failedSepa] }],
  ['a trial in another currency', { charges: [charge()], subscriptions: [trial] }],
  [
    'a failed attempt in another currency',
    { charges: [charge(), declined({ id: 'ch_2', currency: 'eur' })] },
  ],
])('what is zero makes nothing mixed: %s', (_name, objects) => {
  expect(valuesFor(objects)).toMatchObject({
    stripe_currency: 'USD',
    stripe_amount_paid: '20.00',
    stripe_settlement_currency: 'USD',
    stripe_net_amount: '19.12',
    stripe_amounts_by_currency: 'USD: paid 20.00, gross 20.00, fees 0.88, net 19.12',
  });
});

test('amounts are zero, not empty, where only the currency is known', () => {
  expect(valuesOf([declined()])).toMatchObject({
    stripe_currency: 'USD',
    stripe_amount_paid: '0.00',
    stripe_amount_refunded: '0.00',
    stripe_amount_disputed: '0.00',
    stripe_amount_due: '0.00',
    stripe_settlement_currency: '',
    stripe_gross_amount: '',
    stripe_amounts_by_currency: 'USD: paid 0.00',
  });
});

test('what is not settled yet is named in the lines', () => {
  const refunds = [refund({ balanceTransaction: null, status: 'requires_action' })];
  expect(valuesOf([charge({ refunds })])).toMatchObject({
    stripe_fee_status: 'final',
    stripe_net_amount: '19.12',
    stripe_amounts_by_currency:
      'USD: paid 20.00, refunded 5.00, being refunded 5.00, gross 20.00, fees 0.88, net 19.12',
  });
});

test.each<[string, readonly Partial<Dispute>[], string, string]>([
  ['none', [], 'none', ''],
  ['an inquiry', [{ status: 'warning_needs_response' }], 'inquiry', '2026-12-01'],
  ['an answered inquiry', [{ status: 'warning_under_review' }], 'inquiry', ''],
  ['a closed inquiry', [{ status: 'warning_closed', balanceTransactions: [] }], 'none', ''],
  ['an open one', [{}], 'needs_response', '2026-12-01'],
  ['an answered one', [{ status: 'under_review' }], 'under_review', ''],
  ['an appeal', [{ status: 'appeal_needs_response' }], 'needs_response', '2026-12-01'],
  ['a won one', [{ status: 'won' }], 'won', ''],
  ['a won one and a lost one', [{ status: 'won' }, { status: 'lost' }], 'lost', ''],
  [
    'a lost one and an open one',
    [{ status: 'lost' }, { evidenceDueBy: 1_796_169_600 }],
    'needs_response',
    '2026-12-02',
  ],
])('the dispute to act on first: %s', (_name, overrides, status, due) => {
  const disputes = overrides.map((each, index) => dispute({ id: `dp_${String(index)}`, ...each }));
  expect(valuesOf([charge({ disputes })])).toMatchObject({
    stripe_dispute_status: status,
    stripe_dispute_due_date: due,
  });
});

test('a failed refund is reported', () => {
  const refunds = [refund({ status: 'failed' })];
  expect(valuesOf([charge({ refunds })]).stripe_refund_failed).toBe('true');
});

test('the reason of a failed attempt is in plain words', () => {
  expect(valuesOf([declined()]).stripe_failure_reason).toBe('Insufficient funds');
});
