import { expect, test } from 'vitest';
import { DAY_MS, errorOf, NOW, startSandbox } from './start-sandbox.ts';

const earlier = Date.parse(NOW) - DAY_MS;

test('ids stay ids and refunds stay absent without expand', async () => {
  const { stripe, world } = await startSandbox();
  const customer = world.createCustomer({ name: 'Ada' }).id;
  world.payByCard({ amount: 5000, currency: 'usd', customer, atMs: earlier });
  const [charge] = (await stripe.charges.list()).data;
  expect(charge?.balance_transaction).toMatch(/^txn_3/);
  expect(charge?.customer).toBe(customer);
  expect(charge?.payment_intent).toMatch(/^pi_3/);
  expect(charge).not.toHaveProperty('refunds');
});

test('one list of charges expands everything that a ledger needs', async () => {
  const { stripe, world } = await startSandbox();
  const customer = world.createCustomer({ name: 'Ada' }).id;
  const { charge } = world.payByCard({ amount: 5000, currency: 'usd', customer, atMs: earlier });
  const refund = world.refund(charge.id, { amount: 1000 });
  world.failRefund(refund.id);
  const { data } = await stripe.charges.list({
    expand: [
      'data.balance_transaction',
      'data.customer',
      'data.payment_intent.latest_charge',
      'data.refunds.data.balance_transaction',
      'data.refunds.data.failure_balance_transaction',
      'data.failure_balance_transaction',
    ],
  });
  expect(data[0]).toMatchObject({
    balance_transaction: { object: 'balance_transaction', reporting_category: 'charge' },
    customer: { object: 'customer', name: 'Ada' },
    payment_intent: { object: 'payment_intent', latest_charge: { id: charge.id } },
    failure_balance_transaction: null,
    refunds: {
      object: 'list',
      has_more: false,
      data: [
        {
          status: 'failed',
          balance_transaction: { reporting_category: 'refund', amount: -1000 },
          failure_balance_transaction: { reporting_category: 'refund_failure', amount: 1000 },
        },
      ],
    },
  });
});

test('a nested refund list holds ten, and its URL lists all', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.payByCard({ amount: 50_000, currency: 'usd', atMs: earlier });
  for (let count = 0; count < 12; count += 1) world.refund(charge.id, { amount: 100 });
  const { refunds } = await stripe.charges.retrieve(charge.id, { expand: ['refunds'] });
  expect(refunds?.data).toHaveLength(10);
  expect(refunds?.has_more).toBe(true);
  const all = await stripe.refunds.list({ charge: charge.id, limit: 100 });
  expect(all.data).toHaveLength(12);
  expect(all.data.slice(0, 10).map((each) => each.id)).toEqual(
    refunds?.data.map((each) => each.id),
  );
});

test('the source of a balance transaction expands to what it is', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.payByCard({ amount: 5000, currency: 'usd', atMs: earlier });
  world.refund(charge.id, { amount: 1000 });
  world.openDispute(charge.id, { amount: 500 });
  const { data } = await stripe.balanceTransactions.list({ expand: ['data.source'] });
  const kinds = data.map((row) =>
    typeof row.source === 'object' && row.source !== null ? row.source.object : row.source,
  );
  expect(kinds.toSorted()).toEqual(['charge', 'dispute', 'refund']);
});

test.each([
  ['data.customer.default_source.x.y', 'You cannot expand more than 4 levels of a property.'],
  ['customer', "(customer). You may want to try expanding 'data.customer' instead."],
  ['data.invoice', 'This property cannot be expanded (data.invoice).'],
  ['data.metadata', 'This property cannot be expanded (data.metadata).'],
  ['data.refunds.balance_transaction', 'This property cannot be expanded'],
  ['data.payment_intent.charges', 'This property cannot be expanded'],
])('expanding %s on a list of charges is a 400', async (path, message) => {
  const { stripe } = await startSandbox();
  const error = await errorOf(stripe.charges.list({ expand: [path] }));
  expect(error.statusCode).toBe(400);
  expect(error.message).toContain(message);
});

test('a PaymentIntent list cannot reach the balance transactions of refunds', async () => {
  const { stripe } = await startSandbox();
  const path = 'data.latest_charge.refunds.data.balance_transaction';
  const error = await errorOf(stripe.paymentIntents.list({ expand: [path] }));
  expect(error.code).toBe('property_expansion_max_depth');
});
