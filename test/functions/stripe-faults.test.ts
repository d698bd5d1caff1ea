import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { STRIPE_FAILING } from './faults.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { succeeded } from './replies.ts';
import { forgetRequests, named } from './requests.ts';
import { loadMain } from './run-main.ts';

const main = loadMain('sync-payments');

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterAll(() => world.close());

beforeEach(async () => {
  await world.stripe.clearFaults();
  await forgetRequests(world);
});

test.each(STRIPE_FAILING)('$name of the list: the figures are right', async ({ fault }) => {
  world.edit('9011', { stripe_net_amount: '', stripe_fee_amount: '' });
  await world.stripe.fault({ ...fault, pathPattern: '^/v1/charges$', times: 1 });
  succeeded(await world.syncPayments('9011', { main }));
  const lists = named(await world.stripe.requests()).filter((name) => name === 'GET /v1/charges');
  expect(lists).toHaveLength(2);
  expect(world.storedOf('9011')).toMatchObject({
    stripe_net_amount: '2306.90',
    stripe_fee_amount: '93.10',
    stripe_sync_error: null,
  });
});

test.each(['/v1/charges/search', '/v1/payment_intents/search', '/v1/disputes'])(
  'a failure of %s alone is tried again',
  async (path) => {
    await world.stripe.fault({ status: 503, pathPattern: `^${path}$`, times: 1 });
    succeeded(await world.syncPayments('9021', { main }));
    expect(world.storedOf('9021')['stripe_net_amount']).toBe('-95.05');
  },
);

test('a failure on the last page of a list does not start it again', async () => {
  await world.stripe.fault({ status: 500, pathPattern: '^/v1/charges$', skip: 2, times: 2 });
  succeeded(await world.syncPayments('9051', { main }));
  const lists = named(await world.stripe.requests()).filter((name) => name === 'GET /v1/charges');
  expect(lists).toHaveLength(3 + 2);
  expect(world.storedOf('9051')['stripe_payment_count']).toBe('300');
});
