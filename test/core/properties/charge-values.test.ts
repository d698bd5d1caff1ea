import type { Charge, Dispute, PropertyValues, StripeObjects } from '@stripe-payments/core';
import { propertyValues } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge, declined, failedDebit } from '../../builders/charge.ts';
import { dispute } from '../../builders/dispute.ts';
import { refund } from '../../builders/refund.ts';
import { price, subscription, subscriptionItem } from '../../builders/subscription.ts';
import { summaryOfObjects } from '../../builders/summary.ts';

const valuesFor = (objects: Partial<StripeObjects>): PropertyValues =>
  propertyValues(summaryOfObjects(objects), { mode: 'test', asOfMs: 1_795_367_109_000 });

const valuesOf = (charges: readonly Charge[]): PropertyValues => valuesFor({ charges });

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
