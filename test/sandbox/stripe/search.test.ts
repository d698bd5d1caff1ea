import { expect, test } from 'vitest';
import { DAY_MS, errorOf, NOW, startSandbox, type RunningSandbox } from './start-sandbox.ts';

const earlier = Date.parse(NOW) - DAY_MS;

function seedCustomers({ world }: RunningSandbox): void {
  const people = [
    { name: 'Ada Lovelace', email: 'Ada@example.com', metadata: { deal: '1', 'a "b"': 'x' } },
    { name: 'Ada Byron', email: 'ada@example.com.au', metadata: { deal: '2' } },
    { name: 'Grace Hopper', email: 'grace@example.com', phone: '+1 555 0100' },
    { name: 'Acme Ltd', email: 'billing@acme.com', metadata: { hubspot_company_id: '1' } },
    { name: 'Mary', email: 'Mary@ACME.com', metadata: { hubspot_company_id: '2' } },
    { name: 'Notacme "The" Shop', email: 'info@notacme.com' },
    { name: 'Back\\slash', email: 'me@test.org' },
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
  ['phone:"+1 555 0100" AND created>0', ['Grace Hopper']],
  ['phone:null AND email~"example"', ['Ada Byron', 'Ada Lovelace']],
  ['email~"acme.com"', ['Acme Ltd', 'Mary', 'Notacme "The" Shop']],
  ['email~"@acme.com"', ['Acme Ltd', 'Mary']],
  ['email~"ACM"', ['Acme Ltd', 'Mary', 'Notacme "The" Shop']],
  ['name~"cme"', ['Acme Ltd', 'Notacme "The" Shop']],
  ['email~"@acme.com" AND name~"ltd"', ['Acme Ltd']],
  ['email~"@acme.com" OR name~"slash"', ['Acme Ltd', 'Back\\slash', 'Mary']],
  ['email~"acme" AND -email~"@acme.com"', ['Notacme "The" Shop']],
  ['metadata["hubspot_company_id"]:"1" OR email~"test.org"', ['Acme Ltd', 'Back\\slash']],
  ['-metadata["hubspot_company_id"]:null', ['Acme Ltd', 'Mary']],
  ['name~"\\"the\\""', ['Notacme "The" Shop']],
  ['name~"back\\\\slash"', ['Back\\slash']],
])('customers matching %s', async (query, names) => {
  const sandbox = await startSandbox();
  seedCustomers(sandbox);
  const found = await sandbox.stripe.customers.search({ query });
  expect(found.data.map((customer) => customer.name).toSorted()).toEqual(names);
  expect(found).toMatchObject({ object: 'search_result', has_more: false, next_page: null });
});

const clauses = (count: number, word: string): string =>
  Array.from({ length: count }, (_, index) => `email~"acme${String(index)}"`).join(` ${word} `);

test.each([
  ['name:"a" AND name:"b" OR name:"c"', 'cannot combine AND and OR'],
  ['description:"x"', '`description` is an unsupported search field'],
  ['name:ada', 'We were unable to parse your search query.'],
  ['name="ada"', 'We were unable to parse your search query.'],
  ['name>"ada"', 'The operator `>` is not supported'],
  ['created:"soon"', 'needs a number'],
  ['', ''],
  ['email~"ac"', 'at least 3 characters'],
  ['name~""', 'at least 3 characters'],
  ['phone:"1" AND name~"ada" OR email~"acme"', 'cannot combine AND and OR'],
  ['phone:"1" name~"ada" OR email~"acme"', 'cannot combine AND and OR'],
  [clauses(11, 'OR'), 'at most 10 clauses'],
  ['metadata["a"]~"acme"', 'The operator `~` is not supported'],
  ['created~"202"', 'The operator `~` is not supported'],
  ['company~"acme"', '`company` is an unsupported search field for resource `customers`'],
  ['email~"a"b"', 'We were unable to parse your search query.'],
  ['email~"acme\\"', 'We were unable to parse your search query.'],
  ['(email~"acme.com")', 'We were unable to parse your search query.'],
  ['email~acme.com', 'We were unable to parse your search query.'],
])('customers refuse the query %s with a 400', async (query, message) => {
  const { stripe } = await startSandbox();
  const error = await errorOf(stripe.customers.search({ query }));
  expect(error).toMatchObject({ statusCode: 400, param: 'query' });
  expect(error.message).toContain(message);
});

test('ten clauses are allowed', async () => {
  const { stripe } = await startSandbox();
  await expect(stripe.customers.search({ query: clauses(10, 'OR') })).resolves.toBeDefined();
  await expect(stripe.customers.search({ query: clauses(10, 'AND') })).resolves.toBeDefined();
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
