import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FunctionsWorld } from './harness.ts';
import { sentFor, startFunctionsWorld } from './harness.ts';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests, isWrite, requestsOf } from './requests.ts';
import { loadMain } from './run-main.ts';

const main = loadMain('sync-payments');

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterAll(() => world.close());

beforeEach(() => forgetRequests(world));

const FORGED_IDS = {
  hs_object_id: '9002',
  objectId: '9002',
  recordId: '9002',
  id: '9002',
  viewed: { objectType: 'deal', recordId: '9002' },
  customerId: 'cus_forged',
  stripe_customer_id: 'cus_forged',
  propertiesToSend: { hs_object_id: '9002' },
};

test('an id added by the browser reads no other record', async () => {
  const before = world.storedOf('9002');
  const { view } = succeeded(await world.getPayments('9001', { parameters: FORGED_IDS }));
  expect(view.recordId).toBe('9001');
  expect(world.storedOf('9002')).toEqual(before);
  const requests = await requestsOf(world);
  const text = JSON.stringify(requests);
  expect(text).not.toContain('9002');
  expect(text).not.toContain('cus_forged');
  expect(requests.filter(isWrite)).toEqual([]);
});

test.each(Object.entries(FORGED_IDS))(
  'a sync with %s beside its parameters is refused, and reads and writes nothing',
  async (name, value) => {
    const before = [world.storedOf('9001'), world.storedOf('9002')];
    const reply = await world.syncPayments('9001', { main, parameters: { [name]: value } });
    expect(failureOf(reply).code).toBe('bad-request');
    expect([world.storedOf('9001'), world.storedOf('9002')]).toEqual(before);
    expect(await requestsOf(world)).toEqual([]);
  },
);

test('a record of another type with the id of a deal reads nothing of that deal', async () => {
  const before = world.storedOf('9001');
  const propertiesToSend = { hs_object_id: '9001', createdate: '2025-02-03T04:05:06.007Z' };
  const replies = await Promise.all([
    world.getPayments('9001', { propertiesToSend }),
    world.syncPayments('9001', { propertiesToSend }),
  ]);
  for (const reply of replies) {
    expect(failureOf(reply)).toEqual({
      code: 'bad-request',
      message: expect.any(String) as string,
      nextStep: expect.any(String) as string,
    });
  }
  expect(world.storedOf('9001')).toEqual(before);
  expect(await world.stripe.requests()).toEqual([]);
  expect((await requestsOf(world)).filter(isWrite)).toEqual([]);
});

const createdMs = (): number =>
  Date.parse(world.world.hubspot.store.valueOf('deals', '9001', 'createdate') ?? '');

test.each([
  ['ISO text', () => new Date(createdMs()).toISOString()],
  ['milliseconds', () => createdMs()],
  ['milliseconds as text', () => String(createdMs())],
])('a creation time as %s proves the record', async (_name, createdate) => {
  const propertiesToSend = { hs_object_id: '9001', createdate: createdate() };
  succeeded(await world.getPayments('9001', { propertiesToSend }));
});

test.each([
  ['one millisecond late', () => createdMs() + 1],
  ['in seconds', () => Math.floor(createdMs() / 1_000)],
  ['no time at all', () => 'yesterday'],
  ['a text that is empty but for a blank', () => ' '],
])('a creation time that is %s proves nothing', async (_name, createdate) => {
  const propertiesToSend = { hs_object_id: '9001', createdate: createdate() };
  const reply = await world.syncPayments('9001', { main, propertiesToSend });
  expect(failureOf(reply).code).toBe('bad-request');
  expect(await world.stripe.requests()).toEqual([]);
});

test('an id in another spelling proves nothing', async () => {
  const propertiesToSend = { ...sentFor(world.world, '9001'), hs_object_id: '0009001' };
  const { code } = failureOf(await world.syncPayments('9001', { main, propertiesToSend }));
  expect(['bad-request', 'record-not-found']).toContain(code);
  expect(await world.stripe.requests()).toEqual([]);
});

test('an invalid customer id never reaches a Stripe URL or search', async () => {
  const odd = [
    'cus_../../account',
    'cus_1?limit=1',
    'cus_"OR"',
    'cus_1&AND=1',
    'ch_1/refund',
    '****',
  ];
  world.edit('9006', { stripe_customer_id: odd.join(', '), stripe_payment_ids: odd.join(' ') });
  expect(failureOf(await world.syncPayments('9006', { main })).code).toBe('bad-id');
  const asked = await world.stripe.requests();
  const text = JSON.stringify(asked.map(({ path, query }) => decodeURIComponent(path + query)));
  for (const id of odd) expect(text).not.toContain(id.slice(0, 6));
});
