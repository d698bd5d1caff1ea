import {
  ACTING_ERROR_CODES,
  actingErrorsIn,
  ERROR_CODES,
  isErrorCode,
  manageBillingParameters,
  requestPaymentParameters,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';

const errors = actingErrorsIn('en');

test.each(ACTING_ERROR_CODES)('the error %s says what happened and what to do', (code) => {
  const { message, nextStep } = errors[code];
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(nextStep).toMatch(/^[A-Z].*\.$/);
});

test('a code is in one of the two lists, and no text is without a code', () => {
  expect(ACTING_ERROR_CODES.filter(isErrorCode)).toEqual([]);
  const all: readonly string[] = [...ACTING_ERROR_CODES, ...ERROR_CODES];
  expect(Object.keys(errors).filter((code) => !all.includes(code))).toEqual([]);
});

const invoice = {
  method: 'invoice',
  subject: { kind: 'amount', amount: '25.00', currency: 'usd', description: 'Setup' },
  collectsTax: false,
  payee: { customerId: 'cus_1' },
  daysUntilDue: 30,
  delivery: 'copy',
};

test.each([
  ['overview', { step: 'overview' }],
  [
    'a link',
    { step: 'prepare', asked: { method: 'link', subject: { kind: 'lines' }, collectsTax: true } },
  ],
  ['an invoice', { step: 'prepare', asked: invoice }],
  [
    'a confirmation',
    { step: 'confirm', asked: invoice, digest: 'ab12', confirmation: 'SEND 25.00 USD 7F3K9Q' },
  ],
  [
    'what is too long or too late, of which the function says so,',
    { step: 'prepare', asked: { ...invoice, memo: 'a'.repeat(501), daysUntilDue: 366 } },
  ],
])('%s can be asked for', (_name, parameters) => {
  const parsed = requestPaymentParameters.safeParse({ objectType: 'deal', ...parameters });
  expect(parsed.success).toBe(true);
});

test.each([
  ['an unknown field', { step: 'prepare', asked: { ...invoice, discount: '5' } }],
  [
    'a negative amount',
    { step: 'prepare', asked: { ...invoice, subject: { ...invoice.subject, amount: '-1' } } },
  ],
  [
    'a customer that is none',
    { step: 'prepare', asked: { ...invoice, payee: { customerId: 'cus_1/../x' } } },
  ],
  ['half a day', { step: 'prepare', asked: { ...invoice, daysUntilDue: 0.5 } }],
  ['a confirmation without what was shown', { step: 'confirm', asked: invoice }],
  [
    'a confirmation that is none',
    { step: 'confirm', asked: invoice, digest: 'ab12', confirmation: 'yes' },
  ],
])('%s is refused', (_name, parameters) => {
  const parsed = requestPaymentParameters.safeParse({ objectType: 'deal', ...parameters });
  expect(parsed.success).toBe(false);
});

const itemChange = {
  ...{ kind: 'change-item', id: 'sub_1', itemId: 'si_1', quantity: 3 },
  ...{ unit: '25.00', billing: 'now' },
};
const refund = { kind: 'refund', paymentId: 'ch_1', ticket: 'a.b', amount: '5', reason: null };

test.each([
  'CANCEL 30.00 USD 7F3K9Q',
  'CANCEL-NOW 30.00 USD 7F3K9Q',
  'CANCEL 7F3K9Q',
  'REFUND 500 JPY 7F3K9Q',
])('the text %s can be sent back', (confirmation) => {
  const change = { kind: 'cancel-now', id: 'sub_1' };
  const parameters = { objectType: 'deal', step: 'confirm', change, digest: 'd', confirmation };
  expect(manageBillingParameters.safeParse(parameters).success).toBe(true);
});

test.each([
  [true, refund],
  [true, { ...refund, amount: null, reason: 'duplicate' }],
  [true, { kind: 'void-invoice', id: 'in_1' }],
  [true, { kind: 'deactivate-link', id: 'plink_1' }],
  [false, { ...refund, paymentId: 're_1' }],
  [false, { ...refund, reason: 'other' }],
  [false, { kind: 'void-invoice', id: 'plink_1' }],
  [true, itemChange],
  [true, { ...itemChange, unit: null, billing: 'none' }],
  [false, { ...itemChange, quantity: 0 }],
  [false, { ...itemChange, quantity: 1.5 }],
  [false, { ...itemChange, unit: '-1' }],
  [false, { ...itemChange, itemId: 'sub_1' }],
  [false, { ...itemChange, billing: 'later' }],
  [false, { ...itemChange, prorationDate: 1 }],
  [false, { kind: 'void-everything', id: 'in_1' }],
])('%s: %j', (expected, change) => {
  const parsed = manageBillingParameters.safeParse({ objectType: 'deal', step: 'prepare', change });
  expect(parsed.success).toBe(expected);
});
