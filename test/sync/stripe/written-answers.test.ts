import { expect, test } from 'vitest';
import { WrongAnswerError } from '../../../src/app/packages/sync/src/http/answer.ts';
import { refuseWrongAnswer } from '../../../src/app/packages/sync/src/stripe/answers.ts';

const check = (path: string, body: object) => () => {
  refuseWrongAnswer(
    { url: new URL(path, 'https://api.stripe.com'), mode: 'test', isWrite: true },
    body,
  );
};

const customer = { id: 'cus_1', object: 'customer', livemode: false };

const invoice = {
  ...{ object: 'invoice', livemode: false, created: 1, status: 'draft', currency: 'usd' },
  ...{ total: 500, amount_due: 500, amount_paid: 0, amount_remaining: 500 },
  ...{ status_transitions: {}, due_date: null, customer: 'cus_1', parent: null },
  lines: { object: 'list', data: [], has_more: false },
};

test.each([
  ['a customer that was made', '/v1/customers', customer],
  ['a customer that was changed', '/v1/customers/cus_1', customer],
  ['what was done with one', '/v1/customers/cus_1/approve', customer],
  [
    'a preview, which has an ID of its own',
    '/v1/invoices/create_preview',
    { ...invoice, id: 'upcoming_in_1' },
  ],
])('the answer to a write is %s', (_name, path, body) => {
  expect(check(path, body)).not.toThrow();
});

test.each([
  ['another kind of object', '/v1/customers', { ...customer, object: 'payout' }],
  ['a list', '/v1/customers', { object: 'list', data: [], has_more: false }],
  ['an object without an ID', '/v1/customers', { ...customer, id: '' }],
  ['another object', '/v1/customers/cus_2', customer],
  ['another object than something was done with', '/v1/customers/cus_2/approve', customer],
  ['of the other mode', '/v1/customers', { ...customer, livemode: true }],
  [
    'a link that does not say its state',
    '/v1/payment_links',
    { id: 'plink_1', object: 'payment_link' },
  ],
])('an answer to a write that is %s is refused', (_name, path, body) => {
  expect(check(path, body)).toThrow(WrongAnswerError);
});
