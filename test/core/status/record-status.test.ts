import type { Charge, PaymentStatus, RecordSummary } from '@stripe-payments/core';
import { isPaymentStatus, money } from '@stripe-payments/core';
import { expect } from 'vitest';
import { PAYMENT_STATUSES } from '../../../src/app/packages/core/src/status/record-status.ts';
import { shuffledWithDuplicates, someCharges } from '../../builders/arbitraries.ts';
import {
  authorization,
  charge,
  declined,
  failedDebit,
  pendingDebit,
} from '../../builders/charge.ts';
import { dispute } from '../../builders/dispute.ts';
import { invoice } from '../../builders/invoice.ts';
import { fc, test } from '../../builders/laws.ts';
import { refund } from '../../builders/refund.ts';
import { summaryOf, summaryOfObjects } from '../../builders/summary.ts';

const statusOfRecord = (charges: readonly Charge[]): RecordSummary['status'] =>
  summaryOf(charges).status;

const lost = dispute({ status: 'lost' });
const refunded = charge({ id: 'ch_refunded', refunds: [refund({ amountMinor: 2_000 })] });
const inEuro = charge({ id: 'ch_eur', currency: 'eur' });
const release = authorization({ refunds: [refund({ balanceTransaction: null })] });

const cases: readonly (readonly [string, readonly Charge[], PaymentStatus])[] = [
  ['no payments', [], 'none'],
  ['a payment', [charge()], 'paid'],
  ['a payment and a failed attempt', [declined({ id: 'ch_2' }), charge()], 'paid'],
  ['a payment and a debit on its way', [pendingDebit({ id: 'ch_2' }), charge()], 'paid'],
  ['a payment and a refunded one', [charge(), refunded], 'partially_refunded'],
  ['a refunded payment', [refunded], 'refunded'],
  ['a refunded payment and one in euro', [refunded, inEuro], 'partially_refunded'],
  ['a refunded payment and a failed attempt', [refunded, declined()], 'refunded'],
  ['a lost dispute among others', [charge(), { ...inEuro, disputes: [lost] }], 'dispute_lost'],
  [
    'a lost dispute and an open one',
    [charge({ disputes: [lost] }), { ...inEuro, disputes: [dispute({ id: 'dp_2' })] }],
    'disputed',
  ],
  ['a canceled authorization', [authorization({ paymentIntentStatus: 'canceled' })], 'none'],
  [
    'a refunded payment and a failed one in euro',
    [refunded, declined({ currency: 'eur' })],
    'refunded',
  ],
  ['a disputed payment among others', [charge(), { ...inEuro, disputes: [dispute()] }], 'disputed'],
  [
    'a debit on its way and an authorization',
    [authorization(), pendingDebit({ id: 'ch_2' })],
    'processing',
  ],
  [
    'an authorization and a failed attempt',
    [authorization(), declined({ id: 'ch_2' })],
    'authorized',
  ],
  ['failed attempts', [declined(), failedDebit({ id: 'ch_2' })], 'failed'],
  ['a released authorization', [release], 'none'],
  ['a payment of a new status', [charge({ status: 'a_status_of_next_year' })], 'none'],
];

test.each(cases)('a record with %s', (_name, charges, expected) => {
  expect(statusOfRecord(charges)).toBe(expected);
});

test.prop([
  someCharges.chain((charges) => fc.tuple(fc.constant(charges), shuffledWithDuplicates(charges))),
])('neither order nor duplicates change a record’s status', ([charges, shuffled]) => {
  expect(statusOfRecord(shuffled)).toBe(statusOfRecord(charges));
});

const late = invoice({ dueDate: 1_795_000_000 });

test.each<[string, readonly Charge[], PaymentStatus]>([
  ['and a payment', [charge()], 'past_due'],
  ['and a refunded payment', [refunded], 'past_due'],
  ['and nothing else', [], 'past_due'],
  ['and a disputed payment', [charge({ disputes: [dispute()] })], 'disputed'],
  ['and a lost dispute', [charge({ disputes: [lost] })], 'past_due'],
])('a record with an invoice past due %s', (_name, charges, expected) => {
  expect(summaryOfObjects({ charges, invoices: [late] }).status).toBe(expected);
});

test('an invoice that is not due yet leaves the status', () => {
  expect(summaryOfObjects({ charges: [charge()], invoices: [invoice()] }).status).toBe('paid');
});

test('the values of the property are recognised, and nothing else', () => {
  expect(PAYMENT_STATUSES.filter(isPaymentStatus)).toEqual(PAYMENT_STATUSES);
  expect(['', 'Paid', 'released', 'unknown'].filter(isPaymentStatus)).toEqual([]);
});

const openInvoice = (paidMinor: number) =>
  invoice({ amountPaidMinor: paidMinor, amountRemainingMinor: 2_000 - paidMinor });

test.each<[string, Parameters<typeof summaryOfObjects>, PaymentStatus]>([
  ['less than the deal amount', [{ charges: [charge()] }, money(6_000, 'usd')], 'partially_paid'],
  ['all of the deal amount', [{ charges: [charge()] }, money(2_000, 'usd')], 'paid'],
  [
    'all of the deal amount, and a refund',
    [{ charges: [charge({ refunds: [refund()] })] }, money(2_000, 'usd')],
    'partially_refunded',
  ],
  [
    'less than the deal amount, and a refund',
    [{ charges: [charge({ refunds: [refund()] })] }, money(6_000, 'usd')],
    'partially_paid',
  ],
  ['less, and all of it went back', [{ charges: [refunded] }, money(6_000, 'usd')], 'refunded'],
  ['another currency', [{ charges: [inEuro] }, money(6_000, 'usd')], 'paid'],
  [
    'a part of an invoice',
    [{ charges: [charge()], invoices: [openInvoice(500)] }],
    'partially_paid',
  ],
  ['nothing of an open invoice', [{ charges: [charge()], invoices: [openInvoice(0)] }], 'paid'],
  [
    'a part outside Stripe',
    [{ invoices: [invoice({ status: 'paid', amountRemainingMinor: 0 })] }, money(6_000, 'usd')],
    'partially_paid',
  ],
])('what came is %s: the status says so', (_what, objects, status) => {
  expect(summaryOfObjects(...objects).status).toBe(status);
});
