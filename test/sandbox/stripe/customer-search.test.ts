import { expect, test } from 'vitest';
import { DAY_MS, errorOf, NOW, startSandbox, type RunningSandbox } from './start-sandbox.ts';

const atMs = Date.parse(NOW) - DAY_MS;

function seedCustomers({ world }: RunningSandbox): void {
  const people = [
    { name: 'Acme Ltd', email: 'billing@acme.com', metadata: { hubspot_company_id: '1' } },
    { name: 'Ada', email: 'Ada@ACME.com', metadata: { hubspot_company_id: '2' } },
    { name: 'Notacme "The" Shop', email: 'info@notacme.com' },
    { name: 'Back\\slash', email: 'me@example.com' },
  ];
  for (const person of people) world.createCustomer({ ...person, atMs });
}

test.each([
  ['email~"acme.com"', ['Acme Ltd', 'Ada', 'Notacme "The" Shop']],
  ['email~"@acme.com"', ['Acme Ltd', 'Ada']],
  ['email~"ACM"', ['Acme Ltd', 'Ada', 'Notacme "The" Shop']],
  ['name~"cme"', ['Acme Ltd', 'Notacme "The" Shop']],
  ['email~"@acme.com" AND name~"ltd"', ['Acme Ltd']],
  ['email~"@acme.com" OR name~"slash"', ['Acme Ltd', 'Ada', 'Back\\slash']],
  ['email~"acme" AND -email~"@acme.com"', ['Notacme "The" Shop']],
  ['metadata["hubspot_company_id"]:"1" OR email~"example"', ['Acme Ltd', 'Back\\slash']],
  ['-metadata["hubspot_company_id"]:null', ['Acme Ltd', 'Ada']],
  ['name~"\\"the\\""', ['Notacme "The" Shop']],
  ['name~"back\\\\slash"', ['Back\\slash']],
])('customers matching %s', async (query, names) => {
  const sandbox = await startSandbox();
  seedCustomers(sandbox);
  const { data } = await sandbox.stripe.customers.search({ query });
  expect(data.map((customer) => customer.name).toSorted()).toEqual(names);
});

const clauses = (count: number, word: string): string =>
  Array.from({ length: count }, (_, index) => `email~"acme${String(index)}"`).join(` ${word} `);

test.each([
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
])('customers refuse %s', async (query, message) => {
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

test('the twenty-first search of a second is refused, over all resources together', async () => {
  const { stripe } = await startSandbox({ monotonicNowMs: () => 0 });
  for (let count = 0; count < 10; count += 1) {
    await stripe.customers.search({ query: 'email~"acme"' });
    await stripe.invoices.search({ query: 'status:"open"' });
  }
  const error = await errorOf(stripe.subscriptions.search({ query: 'status:"active"' }));
  expect(error.statusCode).toBe(429);
});
