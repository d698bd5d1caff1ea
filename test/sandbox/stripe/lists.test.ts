import { expect, test } from 'vitest';
import { seedManyPayments } from '../../../sandbox/seed/index.ts';
import { DAY_MS, errorOf, NOW, startSandbox, type RunningSandbox } from './start-sandbox.ts';

const nowMs = Date.parse(NOW);

function seedCharges({ world }: RunningSandbox, count: number): string {
  return seedManyPayments(world, { count, fromMs: nowMs - 90 * DAY_MS, untilMs: nowMs - DAY_MS })
    .id;
}

test('auto-pagination walks every charge once, newest first', async () => {
  const sandbox = await startSandbox();
  const customer = seedCharges(sandbox, 230);
  const charges = await sandbox.stripe.charges
    .list({ customer, limit: 100 })
    .autoPagingToArray({ limit: 1000 });
  expect(charges).toHaveLength(230);
  expect(new Set(charges.map((charge) => charge.id)).size).toBe(230);
  const created = charges.map((charge) => charge.created);
  expect(created).toEqual(created.toSorted((one, other) => other - one));
});

test('a list has ten rows unless asked otherwise, and says when there are more', async () => {
  const sandbox = await startSandbox();
  seedCharges(sandbox, 11);
  const page = await sandbox.stripe.charges.list();
  expect(page).toMatchObject({ object: 'list', url: '/v1/charges', has_more: true });
  expect(page.data).toHaveLength(10);
  expect(page).not.toHaveProperty('total_count');
});

test('ending_before gives the page just before, in the same order', async () => {
  const sandbox = await startSandbox();
  seedCharges(sandbox, 9);
  const all = (await sandbox.stripe.charges.list()).data.map((charge) => charge.id);
  const before = await sandbox.stripe.charges.list({ ending_before: all[5] ?? '', limit: 3 });
  expect(before.data.map((charge) => charge.id)).toEqual(all.slice(2, 5));
  expect(before.has_more).toBe(true);
});

test('created filters by an exact second and by bounds', async () => {
  const sandbox = await startSandbox();
  seedCharges(sandbox, 9);
  const { charges } = sandbox.stripe;
  const all = (await charges.list()).data;
  const at = all[4]?.created ?? 0;
  const countOf = async (created: Parameters<typeof charges.list>[0]): Promise<number> =>
    (await charges.list(created)).data.length;
  expect(await countOf({ created: at })).toBe(1);
  expect(await countOf({ created: { gt: at } })).toBe(4);
  expect(await countOf({ created: { gte: at } })).toBe(5);
  expect(await countOf({ created: { lt: at } })).toBe(4);
  expect(await countOf({ created: { gte: at, lte: at } })).toBe(1);
});

test.each([
  ['limit=0', 'limit', 'parameter_invalid_integer'],
  ['limit=101', 'limit', 'parameter_invalid_integer'],
  ['limit=ten', 'limit', 'parameter_invalid_integer'],
  ['starting_after=ch_missing', 'starting_after', 'resource_missing'],
  ['created[gte]=yesterday', 'created[gte]', 'parameter_invalid_integer'],
  ['created[from]=1', 'created[from]', 'parameter_unknown'],
  ['email=a@b.example', 'email', 'parameter_unknown'],
  ['include[]=total_count', 'include', 'parameter_unknown'],
  ['payment_intent=pi_missing', 'payment_intent', 'resource_missing'],
])('charges refuse %s with a 400 that names the parameter', async (query, param, code) => {
  const { url } = await startSandbox();
  const response = await fetch(`${url}/v1/charges?${query}`, {
    headers: { authorization: 'Bearer sk_test_sandbox51DemoKeyForLocalUseOnly' },
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    error: { type: 'invalid_request_error', param, code },
  });
});

test('both cursors together are refused', async () => {
  const sandbox = await startSandbox();
  seedCharges(sandbox, 2);
  const [one, other] = (await sandbox.stripe.charges.list()).data;
  const error = await errorOf(
    sandbox.stripe.charges.list({
      starting_after: one?.id ?? '',
      ending_before: other?.id ?? '',
    }),
  );
  expect(error.statusCode).toBe(400);
});

test('a customer e-mail filter is exact and case-sensitive', async () => {
  const { stripe, world } = await startSandbox();
  world.createCustomer({ email: 'Ada@Example.com' });
  expect((await stripe.customers.list({ email: 'Ada@Example.com' })).data).toHaveLength(1);
  expect((await stripe.customers.list({ email: 'ada@example.com' })).data).toHaveLength(0);
});

test('a deleted customer leaves the list and is still retrieved as a stub', async () => {
  const { stripe, world } = await startSandbox();
  const { id } = world.createCustomer({ email: 'gone@example.com' });
  world.deleteCustomer(id);
  expect((await stripe.customers.list()).data).toHaveLength(0);
  expect(await stripe.customers.retrieve(id)).toEqual({ id, object: 'customer', deleted: true });
});

test('charges are filtered by customer, PaymentIntent and transfer group', async () => {
  const { stripe, world } = await startSandbox();
  const customer = world.createCustomer({ name: 'Ada' }).id;
  const mine = world.payByCard({
    amount: 100,
    currency: 'usd',
    customer,
    transferGroup: 'group-1',
  });
  world.payByCard({ amount: 200, currency: 'usd' });
  const filters = [
    { customer },
    { payment_intent: mine.paymentIntent.id },
    { transfer_group: 'group-1' },
  ];
  for (const filter of filters) {
    const { data } = await stripe.charges.list(filter);
    expect(data.map((charge) => charge.id)).toEqual([mine.charge.id]);
  }
});
