import type { Charge, Invoice } from '@stripe-payments/core';
import { statusOfInvoice } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { paidOutside } from '../../../src/app/packages/core/src/status/paid-outside.ts';
import { charge, declined, pendingDebit } from '../../builders/charge.ts';
import { invoice, invoicePayment } from '../../builders/invoice.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

const failed = declined({ id: 'ch_0', created: 1 });
const onItsWay = pendingDebit({ created: 2 });
const awaited = declined({ created: 2, status: 'requires_action' });
const tried = { dueDate: null, attemptCount: 1 };

test.each<[string, Partial<Invoice>, readonly Charge[], string]>([
  ['open until its due date', { dueDate: NOW_SECONDS }, [], 'open'],
  ['past due after it', { dueDate: NOW_SECONDS - 1 }, [], 'past_due'],
  ['open before an attempt to charge it', { dueDate: null }, [], 'open'],
  ['processing while its first debit is pending', tried, [onItsWay], 'processing'],
  ['processing while a second attempt is pending', tried, [onItsWay, failed], 'processing'],
  ['processing while a payment is pending before its due date', {}, [onItsWay], 'processing'],
  ['open while the customer has to act', tried, [failed, awaited], 'open'],
  ['past due by date, whatever is pending', { dueDate: 1 }, [onItsWay], 'past_due'],
  ['past due after an attempt that failed', tried, [failed], 'past_due'],
  ['past due after a debit that failed later', tried, [onItsWay, declined()], 'past_due'],
  ['past due after an attempt that made no payment', tried, [], 'past_due'],
  ['paid, late or not', { status: 'paid', dueDate: 1 }, [charge()], 'paid'],
  ['void', { status: 'void', dueDate: 1 }, [], 'void'],
  ['uncollectible', { status: 'uncollectible', dueDate: 1 }, [], 'uncollectible'],
  ['a draft', { status: 'draft', dueDate: 1 }, [], 'draft'],
  ['of a status of next year', { status: 'a_status_of_next_year' }, [], 'unknown'],
  ['of no status', { status: null }, [], 'unknown'],
])('an invoice is %s', (_name, overrides, attempts, expected) => {
  expect(statusOfInvoice(invoice(overrides), attempts, NOW_SECONDS)).toBe(expected);
});

const record = { paymentIntentId: null, chargeId: null, amountPaidMinor: 800, status: 'paid' };
const paid = { status: 'paid', amountRemainingMinor: 0 };

test.each<[string, Partial<Invoice>, number]>([
  ['nothing of one that is paid by card', { ...paid, payments: [invoicePayment('ch_1')] }, 0],
  [
    'all of one marked as paid, whatever amount_paid says',
    { ...paid, amountPaidMinor: 2_000 },
    2_000,
  ],
  ['all of one paid from credit', { ...paid, amountPaidMinor: 0 }, 2_000],
  [
    'the payment record beside a card',
    { ...paid, payments: [invoicePayment('ch_1', 1_200), record] },
    800,
  ],
  ['the credit used by one that is open', { amountRemainingMinor: 1_500 }, 500],
  ['no credit note', { ...paid, creditedBeforeMinor: 2_000 }, 0],
  ['nothing of a draft', { status: 'draft', amountRemainingMinor: 0 }, 0],
  ['nothing of a void one', { status: 'void', amountRemainingMinor: 0 }, 0],
  ['nothing of a negative one', { ...paid, totalMinor: -500 }, 0],
  [
    'nothing of one that Stripe carries to the next invoice',
    { ...paid, totalMinor: 20, endingBalanceMinor: 20 },
    0,
  ],
])('outside of Stripe was paid %s', (_name, overrides, expected) => {
  expect(paidOutside(invoice(overrides))).toBe(expected);
});
