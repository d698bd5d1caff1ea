import type { Charge, PaymentRow, StripeObjects } from '@stripe-payments/core';
import { settlementLedger } from '@stripe-payments/core';
import { expect } from 'vitest';
import { relationsOf } from '../../../src/app/packages/core/src/matching/relations.ts';
import { paymentRow } from '../../../src/app/packages/core/src/view/rows.ts';
import { balanceTransactionsOf } from '../../../src/app/packages/core/src/ledger/fee-status.ts';
import { someCharge } from '../../builders/arbitraries.ts';
import { balanceTransaction } from '../../builders/balance-transaction.ts';
import { authorization, charge, declined, pendingDebit } from '../../builders/charge.ts';
import { dispute } from '../../builders/dispute.ts';
import { test } from '../../builders/laws.ts';
import { unsafeNumbersIn } from '../../builders/numbers-in.ts';
import { customer } from '../../builders/customer.ts';
import { invoice, invoicePayment } from '../../builders/invoice.ts';
import { refund } from '../../builders/refund.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';
import { stripeObjects } from '../../builders/stripe-objects.ts';

const LINKED = { evidence: 'linked', via: 'cus_1', payer: null } as const;

const rowOf = (each: Charge, objects: Partial<StripeObjects> = {}): PaymentRow =>
  paymentRow(each, LINKED, relationsOf(stripeObjects(objects)), NOW_SECONDS);

test.prop([someCharge])('a row has the ledger of its charge, and safe amounts only', (each) => {
  const { settlement, amount, captured, refunded } = rowOf(each);
  expect(settlement).toEqual(settlementLedger(balanceTransactionsOf(each)).totals);
  expect(unsafeNumbersIn({ settlement, amount, captured, refunded })).toEqual([]);
});

test.prop([someCharge])('a row survives JSON, which is how it reaches the card', (each) => {
  const row = rowOf(each);
  expect(JSON.parse(JSON.stringify(row))).toEqual(row);
});

test('a settled payment with a refund, in two currencies', () => {
  const row = balanceTransaction({ currency: 'eur', amountMinor: 1_830, exchangeRate: 0.915 });
  expect(rowOf(charge({ balanceTransaction: row, refunds: [refund()] }))).toMatchObject({
    id: 'ch_1',
    paymentIntentId: 'pi_of_ch_1',
    status: 'partially_refunded',
    amount: { minor: 2_000, currency: 'usd' },
    captured: { minor: 2_000, currency: 'usd' },
    refunded: { minor: 500, currency: 'usd' },
    feeStatus: 'final',
    settlement: [{ currency: 'eur', grossMinor: 1_830 }, { currency: 'usd' }],
    exchangeRate: 0.915,
    dispute: null,
    customer: { id: 'cus_1', name: null, email: null },
    invoices: [],
    reason: LINKED,
  });
});

test.each([
  ['authorization', authorization(), 'authorized', 'none'],
  ['declined card', declined(), 'failed', 'none'],
  ['debit on its way', pendingDebit(), 'processing', 'none'],
])('a %s has captured nothing', (_name, each, status, feeStatus) => {
  expect(rowOf(each)).toMatchObject({
    status,
    feeStatus,
    captured: { minor: 0 },
    refunded: { minor: 0 },
    settlement: [],
  });
});

const won = dispute({ id: 'dp_won', status: 'won', reason: 'duplicate' });
const inquiry = dispute({ id: 'dp_ask', status: 'warning_needs_response', reason: 'general' });
const open = dispute({ id: 'dp_open', reason: 'fraudulent' });

test.each([
  ['the one that holds money', [won, inquiry, open], 'fraudulent'],
  ['else the one that asks', [won, inquiry], 'general'],
  ['else the first', [won, { ...won, reason: 'other' }], 'duplicate'],
])('of several disputes a row shows %s', (_name, disputes, reason) => {
  expect(rowOf(charge({ disputes })).dispute?.reason).toBe(reason);
});

test('a row has the payer and the purpose, each line once', () => {
  const line = (description: string | null) => ({
    description,
    productName: null,
    amountMinor: 1_000,
    quantity: 1,
  });
  const paid = invoice({
    payments: [invoicePayment('ch_1')],
    lines: [line('Seats'), line('Seats'), line(null), line('Support')],
    hasMoreLines: true,
  });
  const objects = { customers: [customer()], invoices: [paid, invoice({ id: 'in_2' })] };
  expect(rowOf(charge(), objects)).toMatchObject({
    customer: { id: 'cus_1', name: 'Ada Lovelace', email: 'ada@example.com' },
    invoices: [{ id: 'in_1', number: 'INV-1', lines: ['Seats', 'Support'], hasMoreLines: true }],
  });
});

test('a guest’s row has no customer', () => {
  expect(rowOf(charge({ customerId: null })).customer).toBeNull();
});
