import { expect, test } from 'vitest';
import { amountsByCurrency } from '../../../src/app/packages/core/src/properties/amounts-by-currency.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { charge } from '../../builders/charge.ts';
import { dispute, withdrawal } from '../../builders/dispute.ts';
import { invoice } from '../../builders/invoice.ts';
import { refund } from '../../builders/refund.ts';
import { subscription } from '../../builders/subscription.ts';
import { summaryOf, summaryOfObjects } from '../../builders/summary.ts';

const REFUNDED = {
  id: 'txn_2',
  reportingCategory: 'refund',
  amountMinor: -500,
  feeMinor: 0,
  netMinor: -500,
};

test('each currency has its line, and one with a dispute says so', () => {
  const disputed = charge({
    id: 'ch_2',
    currency: 'eur',
    disputes: [
      dispute({ currency: 'eur', balanceTransactions: [withdrawal({ currency: 'eur' })] }),
    ],
  });
  expect(amountsByCurrency(summaryOf([charge({ refunds: [refund()] }), disputed]))).toBe(
    [
      'EUR: paid 20.00, disputed 20.00, gross 20.00, fees 15.88, net -15.88',
      'USD: paid 20.00, refunded 5.00, gross 20.00, fees 0.88, net 14.12',
    ].join('\n'),
  );
});

test('a settlement currency without a payment in it says what was refunded, so that its line adds up', () => {
  const inEuros = balanceTransaction({ currency: 'eur' });
  const back = refund({ balanceTransaction: { ...inEuros, ...REFUNDED } });
  expect(
    amountsByCurrency(summaryOf([charge({ balanceTransaction: inEuros, refunds: [back] })])),
  ).toBe(
    [
      'EUR: gross 20.00, refunded 5.00, fees 0.88, net 14.12',
      'USD: paid 20.00, refunded 5.00',
    ].join('\n'),
  );
});

test('the last line says when fees are pending', () => {
  expect(amountsByCurrency(summaryOf([charge({ balanceTransaction: null })]))).toBe(
    'USD: paid 20.00\nFees pending: net may still change.',
  );
});

test('no amounts give an empty value', () => {
  expect(amountsByCurrency(summaryOf([]))).toBe('');
});

test('due and monthly amounts are on the line of what was paid', () => {
  const summary = summaryOfObjects({
    charges: [charge()],
    invoices: [invoice({ totalMinor: 700 }), invoice({ id: 'in_2', currency: 'eur' })],
    subscriptions: [subscription()],
  });
  expect(amountsByCurrency(summary)).toBe(
    [
      'EUR: due 20.00',
      'USD: paid 20.00, due 7.00, monthly 10.00, gross 20.00, fees 0.88, net 19.12',
    ].join('\n'),
  );
});
