import { expect, test } from 'vitest';
import { WorldRefusal } from '../../../sandbox/stripe/world/context.ts';
import { aCustomer, aPrice } from './billing-builders.ts';
import { DAY_MS, errorOf, NOW, startSandbox } from './start-sandbox.ts';

const nowMs = Date.parse(NOW);
const seconds = (text: string): number => Date.parse(text) / 1000;

test('a subscription is active, with the period on its item and a paid first invoice', async () => {
  const { stripe, world } = await startSandbox();
  const price = aPrice(world);
  const { subscription, invoice } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price, quantity: 3 }],
    metadata: { hubspot_deal_id: '9001' },
  });
  const got = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] });
  expect(got).toMatchObject({
    status: 'active',
    metadata: { hubspot_deal_id: '9001' },
    items: { object: 'list', has_more: false, data: [{ quantity: 3, price: { id: price } }] },
    latest_invoice: {
      id: invoice.id,
      status: 'paid',
      amount_due: 6000,
      amount_paid: 6000,
      billing_reason: 'subscription_create',
    },
  });
  expect(got.items.data[0]).toMatchObject({
    current_period_start: seconds(NOW),
    current_period_end: seconds('2026-12-16T09:00:00Z'),
  });
  expect(got).not.toHaveProperty('current_period_end');
});

test("its payment is a card payment with a fee, without the subscription's metadata", async () => {
  const { stripe, world } = await startSandbox();
  const { payment } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    metadata: { hubspot_deal_id: '9001' },
    atMs: nowMs - DAY_MS,
  });
  const charge = await stripe.charges.retrieve(payment?.charge.id ?? '', {
    expand: ['balance_transaction', 'payment_intent'],
  });
  expect(charge).toMatchObject({
    amount: 2000,
    description: 'Subscription creation',
    payment_intent: { description: 'Subscription creation' },
    balance_transaction: { amount: 2000, fee: 88, net: 1912 },
  });
  expect(charge.metadata).toEqual({});
  expect(charge.payment_intent).toHaveProperty('metadata', {});
});

test('canceled subscriptions are listed only on request', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const subscribe = (): string =>
    world.createSubscription({ customer, items: [{ price: aPrice(world) }] }).subscription.id;
  const [kept, canceled] = [subscribe(), subscribe()];
  world.cancelSubscription(canceled);
  const idsOf = async (params: object): Promise<readonly string[]> =>
    (await stripe.subscriptions.list(params)).data.map((row) => row.id);
  expect(await idsOf({ customer })).toEqual([kept]);
  expect(await idsOf({ status: 'canceled' })).toEqual([canceled]);
  expect(await idsOf({ status: 'ended' })).toEqual([canceled]);
  expect(await idsOf({ status: 'all' })).toEqual([canceled, kept]);
  expect(await idsOf({ status: 'past_due' })).toEqual([]);
});

const REFUSED: readonly (readonly [object, string])[] = [
  [{ status: 'gone' }, 'Invalid status: must be one of active, past_due'],
  [{ customer: 'cus_x' }, "No such customer: 'cus_x'"],
  [{ price: 'price_x' }, "No such price: 'price_x'"],
  [{ include: 'all' }, 'Received unknown parameter: include'],
];

test.each(REFUSED)('the list of subscriptions refuses %j', async (params, message) => {
  const { stripe } = await startSandbox();
  const error = await errorOf(stripe.subscriptions.list(params));
  expect(error.statusCode).toBe(400);
  expect(error.message).toContain(message);
});

test('ten items are nested, and all are listed at the items endpoint', async () => {
  const { stripe, world } = await startSandbox();
  const prices = Array.from({ length: 12 }, () => aPrice(world));
  const { subscription } = world.createSubscription({
    customer: aCustomer(world),
    items: prices.map((price) => ({ price })),
  });
  const { items } = await stripe.subscriptions.retrieve(subscription.id);
  expect(items.data).toHaveLength(10);
  expect(items.has_more).toBe(true);
  const rest = await stripe.subscriptionItems.list({
    subscription: subscription.id,
    starting_after: items.data[9]?.id ?? '',
  });
  expect(rest.data.map((item) => item.price.id)).toEqual(prices.slice(10));
  const without = await errorOf(stripe.subscriptionItems.list({ subscription: '' }));
  expect(without.statusCode).toBe(400);
});

test('the tree of a subscription expands four levels and no further', async () => {
  const { stripe, world } = await startSandbox();
  world.createSubscription({ customer: aCustomer(world), items: [{ price: aPrice(world) }] });
  const { data } = await stripe.subscriptions.list({
    expand: ['data.customer', 'data.items.data.discounts', 'data.latest_invoice.payments'],
  });
  expect(data[0]).toMatchObject({
    customer: { name: 'Ada' },
    latest_invoice: { payments: { object: 'list', data: [{ object: 'invoice_payment' }] } },
  });
  const path = 'data.items.data.price.product';
  const tooDeep = await errorOf(stripe.subscriptions.list({ expand: [path] }));
  expect(tooDeep.code).toBe('property_expansion_max_depth');
});

test.each([
  ['status:"active" AND metadata["deal"]:"1"', 1],
  ['status:"canceled"', 1],
  ['canceled_at>0', 1],
  ['-status:"canceled"', 1],
])('subscriptions matching %s', async (query, count) => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const [kept, gone] = ['1', '2'].map(
    (deal) =>
      world.createSubscription({
        customer,
        items: [{ price: aPrice(world, { atMs: nowMs - DAY_MS }) }],
        metadata: { deal },
        atMs: nowMs - DAY_MS,
      }).subscription.id,
  );
  world.cancelSubscription(gone ?? '', { atMs: nowMs - DAY_MS });
  const { data } = await stripe.subscriptions.search({ query });
  expect(data).toHaveLength(count);
  expect([kept, gone]).toContain(data[0]?.id);
});

test('subscriptions cannot be searched by customer', async () => {
  const { stripe } = await startSandbox();
  const error = await errorOf(stripe.subscriptions.search({ query: 'customer:"cus_1"' }));
  expect(error.message).toContain('`customer` is an unsupported search field');
});

test('each step of its life is an event', async () => {
  const { stripe, world } = await startSandbox();
  const { subscription } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
  });
  world.pauseSubscription(subscription.id);
  world.resumeSubscription(subscription.id);
  world.cancelSubscription(subscription.id);
  const { data } = await stripe.events.list({ type: 'customer.subscription.*', limit: 100 });
  expect(data.map((event) => event.type).toReversed()).toEqual([
    'customer.subscription.created',
    'customer.subscription.updated',
    'customer.subscription.paused',
    'customer.subscription.resumed',
    'customer.subscription.deleted',
  ]);
});

test.each(['subscriptions', 'invoices', 'creditNotes', 'prices', 'products', 'coupons'] as const)(
  'an unknown id, or one of the other mode, is a 404 of %s',
  async (resource) => {
    const { stripe, world } = await startSandbox();
    world.addOtherModeId('x_live');
    const unknown = await errorOf(stripe[resource].retrieve('x_unknown'));
    expect(unknown).toMatchObject({ statusCode: 404, code: 'resource_missing' });
    const other = await errorOf(stripe[resource].retrieve('x_live'));
    expect(other.message).toContain('a similar object exists in live mode');
  },
);

test('invalid requests are refused', async () => {
  const { world } = await startSandbox();
  const customer = aCustomer(world);
  const oneTime = world.createPrice({
    product: world.createProduct({ name: 'Setup' }).id,
    currency: 'usd',
    unitAmount: 100,
  }).id;
  const euro = aPrice(world, { currency: 'eur' });
  const requests = [
    { customer, items: [] },
    { customer, items: [{ price: oneTime }] },
    { customer, items: [{ price: aPrice(world) }, { price: euro }] },
    { customer, items: [{ price: aPrice(world, { isActive: false }) }] },
    { customer, items: [{ price: euro, quantity: 1.5 }] },
    { customer: 'cus_x', items: [{ price: euro }] },
    { customer, items: [{ price: euro }], discounts: ['unknown'] },
  ];
  for (const request of requests) {
    expect(() => world.createSubscription(request)).toThrow(WorldRefusal);
  }
});
