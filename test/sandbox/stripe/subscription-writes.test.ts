import { expect, test } from 'vitest';
import { aPrice } from './billing-builders.ts';
import { DAY_MS, errorOf, startSandbox } from './start-sandbox.ts';

async function startWithPrice() {
  const sandbox = await startSandbox();
  const { world } = sandbox;
  const customer = world.createCustomer({ name: 'Ada', email: 'ada@acme.com' }).id;
  return { ...sandbox, customer, price: aPrice(world) };
}

test('a subscription with a trial is created without a card', async () => {
  const { stripe, customer, price } = await startWithPrice();
  const created = await stripe.subscriptions.create({
    customer,
    items: [{ price }],
    trial_period_days: 14,
    metadata: { hubspot_deal_id: '9042' },
  });
  expect(created).toMatchObject({
    status: 'trialing',
    metadata: { hubspot_deal_id: '9042' },
    trial_end: created.created + 14 * 86_400,
  });
});

test('without a trial, a card or an invoice there is no subscription', async () => {
  const { stripe, world, customer, price } = await startWithPrice();
  const items = [{ price }];
  const refused = await errorOf(stripe.subscriptions.create({ customer, items }));
  expect(refused).toMatchObject({ statusCode: 400, code: 'resource_missing' });
  expect(world.store.subscriptions.newestFirst()).toEqual([]);
  const incomplete = await stripe.subscriptions.create({
    customer,
    items,
    payment_behavior: 'default_incomplete',
  });
  expect(incomplete.status).toBe('incomplete');
  const sent = await stripe.subscriptions.create({
    customer,
    items,
    collection_method: 'send_invoice',
    days_until_due: 14,
  });
  expect(sent).toMatchObject({ status: 'active', days_until_due: 14 });
});

test('a price can be made for the subscription', async () => {
  const { stripe, world, customer } = await startWithPrice();
  const product = world.createProduct({ name: 'Fleet support' }).id;
  const created = await stripe.subscriptions.create({
    customer,
    trial_period_days: 7,
    items: [
      {
        price_data: {
          currency: 'usd',
          product,
          unit_amount: 20_000,
          recurring: { interval: 'month', interval_count: 3 },
        },
        quantity: 2,
      },
    ],
  });
  expect(created.items.data).toMatchObject([
    { quantity: 2, price: { unit_amount: 20_000, recurring: { interval_count: 3 } } },
  ]);
});

test('a subscription is canceled now, and is not found when it is canceled again', async () => {
  const { stripe, world, customer, price } = await startWithPrice();
  const { id } = world.createSubscription({ customer, items: [{ price }] }).subscription;
  const canceled = await stripe.subscriptions.cancel(id, {
    cancellation_details: { comment: 'Asked by phone', feedback: 'too_expensive' },
  });
  expect(canceled).toMatchObject({
    status: 'canceled',
    cancellation_details: { comment: 'Asked by phone', feedback: 'too_expensive' },
  });
  expect(await errorOf(stripe.subscriptions.cancel(id))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  });
  const late = await errorOf(stripe.subscriptions.update(id, { cancel_at_period_end: true }));
  expect(late.statusCode).toBe(400);
  const named = await stripe.subscriptions.update(id, { metadata: { why: 'price' } });
  expect(named.metadata).toEqual({ why: 'price' });
});

test('a subscription that ends with its period can be kept', async () => {
  const { stripe, world, customer, price } = await startWithPrice();
  const { id } = world.createSubscription({ customer, items: [{ price }] }).subscription;
  const ending = await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  expect(ending).toMatchObject({ status: 'active', cancel_at_period_end: true });
  expect(ending.cancel_at).not.toBeNull();
  const kept = await stripe.subscriptions.update(id, { cancel_at_period_end: false });
  expect(kept).toMatchObject({ cancel_at_period_end: false, cancel_at: null, canceled_at: null });
});

test('the collection is paused and resumed', async () => {
  const { stripe, world, customer, price, clock } = await startWithPrice();
  const { id } = world.createSubscription({ customer, items: [{ price }] }).subscription;
  const resumes_at = Math.floor((clock.nowMs() + 30 * DAY_MS) / 1000);
  const paused = await stripe.subscriptions.update(id, {
    pause_collection: { behavior: 'keep_as_draft', resumes_at },
  });
  expect(paused.pause_collection).toEqual({ behavior: 'keep_as_draft', resumes_at });
  const resumed = await stripe.subscriptions.update(id, { pause_collection: '' });
  expect(resumed.pause_collection).toBeNull();
});

test('a second currency of a customer with a subscription is refused', async () => {
  const { stripe, world, customer, price } = await startWithPrice();
  world.createSubscription({ customer, items: [{ price }] });
  const product = world.createProduct({ name: 'Support' }).id;
  const recurring = { interval: 'month' as const };
  const inYen = stripe.subscriptions.create({
    customer,
    trial_period_days: 3,
    items: [{ price_data: { currency: 'jpy', product, unit_amount: 900, recurring } }],
  });
  expect((await errorOf(inYen)).message).toContain('You cannot combine currencies');
});

test('a key without write access to subscriptions changes none', async () => {
  const { clientFor, keys, world, customer, price } = await startWithPrice();
  const { id } = world.createSubscription({ customer, items: [{ price }] }).subscription;
  keys.add('rk_test_reader', ['subscription_read']);
  const { subscriptions } = clientFor('rk_test_reader');
  for (const call of [
    subscriptions.create({ customer, items: [{ price }], trial_period_days: 3 }),
    subscriptions.update(id, { cancel_at_period_end: true }),
    subscriptions.cancel(id),
  ]) {
    expect((await errorOf(call)).message).toContain("'rak_subscription_write'");
  }
  expect(world.store.subscriptions.get(id)?.status).toBe('active');
});

test('a portal session opens at the task that is asked for', async () => {
  const { stripe, clientFor, keys, customer } = await startWithPrice();
  const session = await stripe.billingPortal.sessions.create({
    customer,
    return_url: 'https://acme.com/done',
    flow_data: { type: 'payment_method_update' },
  });
  expect(session).toMatchObject({ customer, flow: { type: 'payment_method_update' } });
  expect(session.url).toMatch(/^https:\/\/billing\.stripe\.com\/p\/session\/test_/);
  keys.add('rk_test_customers', ['customer_write']);
  const refused = clientFor('rk_test_customers').billingPortal.sessions.create({ customer });
  expect((await errorOf(refused)).message).toContain("'rak_customer_portal_write'");
  const unknown = stripe.billingPortal.sessions.create({ customer: 'cus_none' });
  expect((await errorOf(unknown)).code).toBe('resource_missing');
});
