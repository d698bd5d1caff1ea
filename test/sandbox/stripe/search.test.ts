import { expect, test } from 'vitest';
import { DAY_MS, errorOf, NOW, startSandbox, type RunningSandbox } from './start-sandbox.ts';

const earlier = Date.parse(NOW) - DAY_MS;

function seedCustomers({ world }: RunningSandbox): void {
  const people = [
    { name: 'Ada Lovelace', email: 'Ada@example.com', metadata: { deal: '1', 'a "b"': 'x' } },
    { name: 'Ada Byron', email: 'ada@example.com.au', metadata: { deal: '2' } },
    { name: 'Grace Hopper', email: 'grace@example.com', phone: '+1 555 0100' },
  ];
  for (const person of people) world.createCustomer({ ...person, atMs: earlier });
}

test.each([
  ['email:"ada@example.com"', ['Ada Byron', 'Ada Lovelace']],
  ['email:"GRACE@EXAMPLE.COM"', ['Grace Hopper']],
  ['email:"da@example.com"', []],
  ['email~"exam"', ['Ada Byron', 'Ada Lovelace', 'Grace Hopper']],
  ['name:"ada"', ['Ada Byron', 'Ada Lovelace']],
  ['name:"ada" AND -metadata["deal"]:"2"', ['Ada Lovelace']],
  ['name:"ada" -metadata["deal"]:"2"', ['Ada Lovelace']],
  ['metadata["deal"]:"2" OR name:"grace"', ['Ada Byron', 'Grace Hopper']],
  ["metadata['deal']:'1'", ['Ada Lovelace']],
  ['metadata["a \\"b\\""]:"x"', ['Ada Lovelace']],
  ['metadata["deal"]:"3"', []],
  ['phone:null AND created>0', ['Ada Byron', 'Ada Lovelace']],
])('customers matching %s', async (query, names) => {
  const sandbox = await startSandbox();
  seedCustomers(sandbox);
  const found = await sandbox.stripe.customers.search({ query });
  expect(found.data.map((customer) => customer.name).toSorted()).toEqual(names);
  expect(found).toMatchObject({ object: 'search_result', has_more: false, next_page: null });
});

test.each([
  'name:"a" AND name:"b" OR name:"c"',
  'description:"x"',
  'name:ada',
  'name="ada"',
  'name>"ada"',
  'email~"ab"',
  'created:"soon"',
  '',
])('customers refuse the query %s with a 400', async (query) => {
  const { stripe } = await startSandbox();
  const error = await errorOf(stripe.customers.search({ query }));
  expect(error).toMatchObject({ statusCode: 400, param: 'query' });
});

test.each(['charges', 'paymentIntents'] as const)(
  '%s cannot be searched by e-mail',
  async (resource) => {
    const { stripe } = await startSandbox();
    const error = await errorOf(stripe[resource].search({ query: 'email:"ada@example.com"' }));
    expect(error.message).toContain('`email` is an unsupported search field');
  },
);

test('charges are found by amount, metadata, state and card', async () => {
  const { stripe, world } = await startSandbox();
  const { charge } = world.payByCard({
    amount: 1500,
    currency: 'usd',
    metadata: { hubspot_deal_id: '9001' },
    atMs: earlier,
  });
  world.payDeclined({ amount: 1500, currency: 'usd', atMs: earlier });
  const queries = [
    'metadata["hubspot_deal_id"]:"9001"',
    'amount>1499 AND amount<=1500 AND status:"succeeded"',
    'status:"succeeded" AND payment_method_details.card.last4:"4242"',
  ];
  for (const query of queries) {
    const { data } = await stripe.charges.search({ query });
    expect(data.map((each) => each.id)).toEqual([charge.id]);
  }
});

test('a write is searchable a minute later, and not before', async () => {
  const { stripe, world, clock } = await startSandbox();
  const { id } = world.createCustomer({ name: 'Ada' });
  const query = 'name:"ada"';
  clock.advanceBy(59_000);
  expect((await stripe.customers.search({ query })).data).toHaveLength(0);
  clock.advanceBy(1_000);
  expect((await stripe.customers.search({ query })).data).toHaveLength(1);
  await stripe.customers.update(id, { name: 'Augusta' });
  expect((await stripe.customers.search({ query })).data[0]?.name).toBe('Ada');
});

test('search results are paged by next_page', async () => {
  const { stripe, world } = await startSandbox();
  for (let count = 0; count < 25; count += 1) {
    world.createCustomer({ name: `Ada ${String(count)}`, atMs: earlier + count * 1000 });
  }
  const found = await stripe.customers
    .search({ query: 'name:"ada"', limit: 10 })
    .autoPagingToArray({ limit: 100 });
  expect(new Set(found.map((customer) => customer.id)).size).toBe(25);
});

test('search can be missing in the region of the account', async () => {
  const { stripe, control } = await startSandbox();
  await control('PUT', '/search', { available: false });
  const error = await errorOf(stripe.customers.search({ query: 'name:"ada"' }));
  expect(error.statusCode).toBe(400);
  expect(error.message).toContain('unavailable in your region');
});
