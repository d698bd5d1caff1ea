import { expect, test } from 'vitest';
import { DAY_MS, errorOf, NOW, startSandbox } from './start-sandbox.ts';

const nowMs = Date.parse(NOW);

test('everything that happens to a payment is an event, newest first', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.payByCard({ amount: 5000, currency: 'usd', atMs: nowMs - DAY_MS });
  const refund = world.refund(charge.id, { amount: 100 });
  world.failRefund(refund.id);
  world.winDispute(world.openDispute(charge.id).id);
  const { data } = await stripe.events.list({ limit: 100 });
  expect(data.map((event) => event.type).toReversed()).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'charge.updated',
    'refund.created',
    'charge.refunded',
    'refund.failed',
    'refund.updated',
    'charge.updated',
    'charge.dispute.created',
    'charge.updated',
    'charge.dispute.funds_withdrawn',
    'charge.dispute.funds_reinstated',
    'charge.dispute.closed',
  ]);
});

test('an event keeps the object of that time', async () => {
  const { stripe, world, clock } = await startSandbox();
  const { charge } = world.payByCard({ amount: 5000, currency: 'usd' });
  clock.advanceBy(DAY_MS);
  const { data } = await stripe.events.list({ types: ['charge.succeeded'] });
  expect(data[0]).toMatchObject({
    api_version: '2026-10-28.endive',
    livemode: false,
    data: { object: { id: charge.id, balance_transaction: null } },
  });
  const event = await stripe.events.retrieve(data[0]?.id ?? '');
  expect(event.type).toBe('charge.succeeded');
});

test('types may hold wildcards and at most twenty entries', async () => {
  const { stripe, world } = await startSandbox();
  world.payByCard({ amount: 5000, currency: 'usd' });
  expect((await stripe.events.list({ type: 'charge.*' })).data).toHaveLength(1);
  const types = Array.from({ length: 21 }, () => 'charge.succeeded');
  expect((await errorOf(stripe.events.list({ types }))).statusCode).toBe(400);
  const both = stripe.events.list({ type: 'charge.succeeded', types: ['charge.failed'] });
  expect((await errorOf(both)).statusCode).toBe(400);
});

test('undelivered events are found by delivery_success', async () => {
  const { stripe, world, control } = await startSandbox();
  world.createCustomer({ name: 'Before' });
  await control('PUT', '/deliveries', { working: false });
  world.createCustomer({ name: 'During' });
  const lost = await stripe.events.list({ delivery_success: false });
  expect(lost.data).toMatchObject([{ pending_webhooks: 1, data: { object: { name: 'During' } } }]);
  expect((await stripe.events.list({ delivery_success: true })).data).toHaveLength(1);
});

test('events are listed for thirty days', async () => {
  const { stripe, world, clock } = await startSandbox();
  world.createCustomer({ name: 'Ada' });
  clock.advanceBy(30 * DAY_MS);
  expect((await stripe.events.list()).data).toHaveLength(1);
  clock.advanceBy(1000);
  expect((await stripe.events.list()).data).toHaveLength(0);
});
