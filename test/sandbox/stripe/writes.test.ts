import Stripe from 'stripe';
import { expect, test } from 'vitest';
import type { StripeWorld } from '../../../sandbox/stripe/world/index.ts';
import { aCustomer, aPrice } from './billing-builders.ts';
import { DAY_MS, errorOf, NOW, startSandbox } from './start-sandbox.ts';

type Write = (
  stripe: Stripe,
  id: string,
  metadata: Record<string, string> | '',
) => Promise<{ readonly metadata: Stripe.Metadata | null }>;

interface Writable {
  readonly resource: string;
  readonly permission: string;
  readonly create: (world: StripeWorld, metadata: Record<string, string>) => string;
  readonly write: Write;
}

const WRITABLE: readonly Writable[] = [
  {
    resource: 'customers',
    permission: 'customer',
    create: (world, metadata) => world.createCustomer({ metadata }).id,
    write: (stripe, id, metadata) => stripe.customers.update(id, { metadata }),
  },
  {
    resource: 'charges',
    permission: 'charge',
    create: (world, metadata) =>
      world.payByCard({ amount: 1, currency: 'usd', metadata }).charge.id,
    write: (stripe, id, metadata) => stripe.charges.update(id, { metadata }),
  },
  {
    resource: 'payment_intents',
    permission: 'payment_intent',
    create: (world, metadata) =>
      world.payByCard({ amount: 1, currency: 'usd', metadata }).paymentIntent.id,
    write: (stripe, id, metadata) => stripe.paymentIntents.update(id, { metadata }),
  },
  {
    resource: 'invoices',
    permission: 'invoice',
    create: (world, metadata) =>
      world.createInvoice({ customer: aCustomer(world), lines: [{ amount: 1 }], metadata }).id,
    write: (stripe, id, metadata) => stripe.invoices.update(id, { metadata }),
  },
  {
    resource: 'subscriptions',
    permission: 'subscription',
    create: (world, metadata) =>
      world.createSubscription({
        customer: aCustomer(world),
        items: [{ price: aPrice(world) }],
        metadata,
      }).subscription.id,
    write: (stripe, id, metadata) => stripe.subscriptions.update(id, { metadata }),
  },
  {
    resource: 'checkout/sessions',
    permission: 'checkout_session',
    create: (world, metadata) =>
      world.completeCheckout({ guest: { email: 'a@acme.com' }, amount: 1, metadata }).session.id,
    write: (stripe, id, metadata) => stripe.checkout.sessions.update(id, { metadata }),
  },
];

test.each(WRITABLE)('$resource: keys are merged, empty values removed', async (writable) => {
  const { stripe, world } = await startSandbox();
  const id = writable.create(world, { kept: '1', gone: '2' });
  const changed = await writable.write(stripe, id, { gone: '', hubspot_deal_id: '9001' });
  expect(changed.metadata).toEqual({ kept: '1', hubspot_deal_id: '9001' });
  expect((await writable.write(stripe, id, '')).metadata).toEqual({});
});

test.each(WRITABLE)('$resource: a key that may only read gets a 403', async (writable) => {
  const { clientFor, keys, world } = await startSandbox();
  const id = writable.create(world, {});
  keys.add('rk_test_reader', [`${writable.permission}_read`]);
  keys.add('rk_test_writer', [`${writable.permission}_write`]);
  const error = await errorOf(writable.write(clientFor('rk_test_reader'), id, { a: '1' }));
  expect(error).toBeInstanceOf(Stripe.errors.StripePermissionError);
  expect(error.message).toContain(`'rak_${writable.permission}_write' permission`);
  const written = await writable.write(clientFor('rk_test_writer'), id, { a: '1' });
  expect(written.metadata).toEqual({ a: '1' });
});

const BEYOND: readonly Record<string, string>[] = [
  { ['k'.repeat(41)]: 'v' },
  { key: 'v'.repeat(501) },
  Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${String(index)}`, 'v'])),
];

test.each(WRITABLE)('$resource: metadata beyond its limits is refused', async (writable) => {
  const { stripe, world } = await startSandbox();
  const id = writable.create(world, {});
  for (const metadata of BEYOND) {
    const error = await errorOf(writable.write(stripe, id, metadata));
    expect(error.statusCode).toBe(400);
  }
  const unknown = await errorOf(writable.write(stripe, `${id}x`, { a: '1' }));
  expect(unknown.statusCode).toBe(404);
});

test('only metadata of invoices and subscriptions can be written', async () => {
  const { stripe, world } = await startSandbox();
  const customer = aCustomer(world);
  const invoice = world.createInvoice({ customer, lines: [{ amount: 1 }] }).id;
  const error = await errorOf(stripe.invoices.update(invoice, { description: 'x' }));
  expect(error).toMatchObject({ statusCode: 400, code: 'parameter_unknown' });
});

test('a change of an invoice or subscription is an event with the previous values', async () => {
  const { stripe, world } = await startSandbox();
  const { subscription, invoice } = world.createSubscription({
    customer: aCustomer(world),
    items: [{ price: aPrice(world) }],
    metadata: { a: '1' },
  });
  await stripe.subscriptions.update(subscription.id, { metadata: { a: '2' } });
  await stripe.invoices.update(invoice.id, { metadata: { b: '1' } });
  const { data } = await stripe.events.list({ limit: 2 });
  expect(data).toMatchObject([
    { type: 'invoice.updated', data: { object: { metadata: { b: '1' } } } },
    {
      type: 'customer.subscription.updated',
      data: { previous_attributes: { metadata: { a: '1' } } },
    },
  ]);
  expect(data[0]?.data.previous_attributes).toEqual({ metadata: {} });
});

const earlier = Date.parse(NOW) - DAY_MS;

test('a refund of a PaymentIntent refunds what is left of its charge', async () => {
  const { stripe, world } = await startSandbox();
  const { paymentIntent, charge } = world.payByCard({
    amount: 5000,
    currency: 'usd',
    atMs: earlier,
  });
  await stripe.refunds.create({ charge: charge.id, amount: 2000, reason: 'duplicate' });
  const rest = await stripe.refunds.create({
    payment_intent: paymentIntent.id,
    metadata: { ticket: '7' },
  });
  expect(rest).toMatchObject({ amount: 3000, status: 'succeeded', metadata: { ticket: '7' } });
  const error = await errorOf(stripe.refunds.create({ charge: charge.id }));
  expect(error.code).toBe('charge_already_refunded');
});

test.each([
  [{}, 'One of the following params'],
  [{ amount: 100 }, 'One of the following params'],
  [{ charge: 'ch_x', payment_intent: 'pi_x' }, 'only specify one'],
  [{ charge: 'ch_x', reason: 'because' }, 'Invalid reason'],
  [{ charge: 'ch_x' }, "No such charge: 'ch_x'"],
])('the refund request %j is refused', async (request, message) => {
  const { stripe } = await startSandbox();
  const error = await errorOf(stripe.refunds.create(request));
  expect(error.statusCode).toBe(400);
  expect(error.message).toContain(message);
});

test('a disputed and a failed charge cannot be refunded', async () => {
  const { stripe, world } = await startSandbox();
  const disputed = world.payByCard({ amount: 5000, currency: 'usd', atMs: earlier }).charge.id;
  world.openDispute(disputed);
  expect((await errorOf(stripe.refunds.create({ charge: disputed }))).code).toBe('charge_disputed');
  const failed = world.payDeclined({ amount: 5000, currency: 'usd' }).charge.id;
  expect((await errorOf(stripe.refunds.create({ charge: failed }))).statusCode).toBe(400);
});

test('a customer is changed and the change is an event', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = world.createCustomer({ name: 'Ada' });
  await stripe.customers.update(id, { email: 'ada@example.com', description: 'First' });
  expect(await stripe.customers.retrieve(id)).toMatchObject({
    name: 'Ada',
    email: 'ada@example.com',
    description: 'First',
  });
  expect((await stripe.events.list({ type: 'customer.updated' })).data).toHaveLength(1);
});
