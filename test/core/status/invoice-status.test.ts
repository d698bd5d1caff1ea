import type { Invoice } from '@stripe-payments/core';
import { statusOfInvoice } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { invoice } from '../../builders/invoice.ts';
import { NOW_SECONDS } from '../../builders/summary.ts';

test.each<[string, Partial<Invoice>, string]>([
  ['open until its due date', { dueDate: NOW_SECONDS }, 'open'],
  ['past due after it', { dueDate: NOW_SECONDS - 1 }, 'past_due'],
  ['open before an attempt to charge it', { dueDate: null }, 'open'],
  ['past due after an attempt that failed', { dueDate: null, attemptCount: 1 }, 'past_due'],
  ['paid, late or not', { status: 'paid', dueDate: 1 }, 'paid'],
  ['void', { status: 'void', dueDate: 1 }, 'void'],
  ['uncollectible', { status: 'uncollectible', dueDate: 1 }, 'uncollectible'],
  ['a draft', { status: 'draft', dueDate: 1 }, 'draft'],
  ['of a status of next year', { status: 'a_status_of_next_year' }, 'unknown'],
  ['of no status', { status: null }, 'unknown'],
])('an invoice is %s', (_name, overrides, expected) => {
  expect(statusOfInvoice(invoice(overrides), NOW_SECONDS)).toBe(expected);
});
