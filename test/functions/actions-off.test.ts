import type { AskedPayment } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { useActing } from './acting-world.ts';
import { forgetRequests, requestsOf } from './requests.ts';

const { world, request, manage, newDeal } = useActing();

const subject = {
  kind: 'amount',
  amount: '250.00',
  currency: 'usd',
  description: 'Setup',
} as const;

const link: AskedPayment = { method: 'link', subject, collectsTax: false };

const invoice: AskedPayment = {
  method: 'invoice',
  subject,
  collectsTax: false,
  payee: { customerId: 'cus_1' },
  daysUntilDue: 30,
  delivery: 'copy',
};

test('without an action that is turned on nothing is read, with the key as well', async () => {
  const reply = await request(newDeal(), { step: 'overview' }, { DEMO_ACTIONS: '' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'actions-off' } });
});

const asked = { digest: 'any' };

test.each([
  ['a link', 'invoices,refunds', { step: 'prepare', asked: link }],
  ['a link', 'invoices,refunds', { step: 'confirm', asked: link, ...asked }],
  ['an invoice', 'links', { step: 'prepare', asked: invoice }],
])('%s is refused where it is off: %s', async (_what, on, parameters) => {
  const deal = newDeal();
  await forgetRequests(world());
  const reply = await request(deal, parameters, { DEMO_ACTIONS: on });
  expect(reply).toMatchObject({ ok: false, error: { code: 'action-not-on' } });
  expect(await requestsOf(world())).toEqual([]);
});

test.each([
  ['links', { kind: 'void-invoice', id: 'in_1' }],
  ['links', { kind: 'send-invoice', id: 'in_1' }],
  ['invoices', { kind: 'deactivate-link', id: 'plink_1' }],
  [
    'links,invoices',
    { kind: 'refund', paymentId: 'ch_1', ticket: 'a.b', amount: null, reason: null },
  ],
])('with only %s on, a change such as %j is refused', async (on, change) => {
  const deal = newDeal();
  await forgetRequests(world());
  for (const step of [{ step: 'prepare' }, { step: 'confirm', ...asked }]) {
    const reply = await manage(deal, { ...step, change }, { DEMO_ACTIONS: on });
    expect(reply).toMatchObject({ ok: false, error: { code: 'action-not-on' } });
  }
  expect(await requestsOf(world())).toEqual([]);
});
