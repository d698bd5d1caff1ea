import { expect, test } from 'vitest';
import { DAY_MS, errorOf, NOW, startSandbox } from './start-sandbox.ts';

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

test('a disputed charge and one that took no money cannot be refunded', async () => {
  const { stripe, world } = await startSandbox();
  const disputed = world.payByCard({ amount: 5000, currency: 'usd', atMs: earlier }).charge.id;
  world.openDispute(disputed);
  expect((await errorOf(stripe.refunds.create({ charge: disputed }))).code).toBe('charge_disputed');
  const failed = world.payDeclined({ amount: 5000, currency: 'usd' }).charge.id;
  expect((await errorOf(stripe.refunds.create({ charge: failed }))).statusCode).toBe(400);
});

test('metadata is merged, an empty value removes a key, an empty map all of them', async () => {
  const { stripe, world } = await startSandbox();
  const { charge, paymentIntent } = world.payByCard({
    amount: 5000,
    currency: 'usd',
    metadata: { a: '1', b: '2' },
    atMs: earlier,
  });
  const changed = await stripe.charges.update(charge.id, { metadata: { a: '', c: '3' } });
  expect(changed.metadata).toEqual({ b: '2', c: '3' });
  const emptied = await stripe.paymentIntents.update(paymentIntent.id, { metadata: '' });
  expect(emptied.metadata).toEqual({});
});

test.each([
  { metadata: { ['k'.repeat(41)]: 'v' } },
  { metadata: { key: 'v'.repeat(501) } },
  {
    metadata: Object.fromEntries(
      Array.from({ length: 51 }, (_, index) => [`k${String(index)}`, 'v']),
    ),
  },
])('metadata beyond its limits is refused', async (change) => {
  const { stripe, world } = await startSandbox();
  const { id } = world.createCustomer({});
  expect((await errorOf(stripe.customers.update(id, change))).statusCode).toBe(400);
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
