import { afterEach, expect, test } from 'vitest';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { failureOf, succeeded } from './replies.ts';
import { isWrite, named, patchedProperties, requestsOf } from './requests.ts';
import { loadMain } from './run-main.ts';

// Every kind of failure is tried at the adapters, in test/sync/stripe and test/sync/hubspot. These few go
// through the whole function.

const main = loadMain('sync-payments');

const worlds: FunctionsWorld[] = [];

async function startWorld(): Promise<FunctionsWorld> {
  const world = await startFunctionsWorld();
  worlds.push(world);
  return world;
}

afterEach(async () => {
  await Promise.all(worlds.splice(0).map((world) => world.close()));
});

test('one dropped connection to Stripe is retried', async () => {
  const world = await startWorld();
  await world.stripe.fault({ drop: true, pathPattern: '^/v1/charges$', times: 1 });
  succeeded(await world.syncPayments('9011', { main }));
  expect(world.storedOf('9011')).toMatchObject({
    stripe_net_amount: '2306.90',
    stripe_fee_amount: '93.10',
    stripe_sync_error: null,
  });
});

test('a failure on the last page retries only that page', async () => {
  const world = await startWorld();
  await world.stripe.fault({ status: 500, pathPattern: '^/v1/charges$', skip: 2, times: 2 });
  succeeded(await world.syncPayments('9051', { main }));
  const lists = named(await world.stripe.requests()).filter((name) => name === 'GET /v1/charges');
  expect(lists).toHaveLength(3 + 2);
  expect(world.storedOf('9051')['stripe_payment_count']).toBe('300');
});

test('a lasting empty 502 of Stripe is noted on the record, and the figures stay', async () => {
  const world = await startWorld();
  succeeded(await world.syncPayments('9001', { main }));
  world.edit('9001', { stripe_net_amount: '17.00' });
  const before = world.storedOf('9001');
  const earlier = (await requestsOf(world)).filter(isWrite).length;
  await world.stripe.fault({ status: 502 });
  const error = failureOf(await world.syncPayments('9001', { main }));
  expect(error).toMatchObject({
    code: 'stripe-unreachable',
    nextStep: expect.stringMatching(/\.$/) as unknown,
  });
  expect(world.storedOf('9001')).toEqual({
    ...before,
    stripe_sync_error: expect.stringContaining(error.message ?? '?') as unknown,
  });
  const writes = (await requestsOf(world)).filter(isWrite).slice(earlier);
  expect(writes.map((write) => Object.keys(patchedProperties(write)))).toEqual([
    ['stripe_sync_error'],
  ]);
});

test('a write whose response is lost once is repeated with the same values', async () => {
  const world = await startWorld();
  await world.hubspot.fault({ method: 'PATCH', drop: true, afterServing: true, times: 1 });
  succeeded(await world.syncPayments('9024', { main }));
  const writes = (await requestsOf(world)).filter(isWrite);
  expect(writes).toHaveLength(2);
  expect(writes[0]?.body).toBe(writes[1]?.body);
  expect(succeeded(await world.syncPayments('9024', { main })).changes).toEqual([]);
});

test('a write whose every answer is lost is confirmed by reading the record', async () => {
  const world = await startWorld();
  await world.hubspot.fault({ method: 'PATCH', drop: true, afterServing: true });
  succeeded(await world.syncPayments('9024', { main }));
  expect(world.storedOf('9024')).toMatchObject({
    stripe_net_amount: '4684.10',
    stripe_sync_error: null,
  });
  await world.hubspot.clearFaults();
  expect(succeeded(await world.syncPayments('9024', { main })).changes).toEqual([]);
});

// The record as it was, another record, a mere shape of an answer, nothing.
test.each([
  { body: { id: '9024', properties: { stripe_net_amount: '1.00' } } },
  { body: { id: '9001', properties: {} } },
  { body: {} },
  { body: { status: 'error', message: 'No.' } },
  { rawBody: '"ok"' },
  { rawBody: '' },
  { status: 204 },
])('a write that did not happen is no success where the answer is %j', async (answer) => {
  const world = await startWorld();
  const before = world.storedOf('9024');
  await world.hubspot.fault({ method: 'PATCH', status: 200, ...answer });
  expect(failureOf(await world.syncPayments('9024', { main })).code).toBe('write-unconfirmed');
  expect(world.storedOf('9024')).toEqual(before);
});
