import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HUBSPOT_FAILING } from './faults.ts';
import type { FunctionsWorld } from './harness.ts';
import { loadMain, startFunctionsWorld } from './harness.ts';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests, isWrite, requestsOf } from './requests.ts';

const main = loadMain('sync-payments');
const RECORD = '^/crm/v3/objects/0-3/';

describe.each(['GET', 'PATCH'])('a failure of the %s that passes', (method) => {
  let world: FunctionsWorld;

  beforeAll(async () => {
    world = await startFunctionsWorld();
  });

  afterAll(() => world.close());

  beforeEach(async () => {
    await world.hubspot.clearFaults();
    await forgetRequests(world);
  });

  // Two seconds each, as HubSpot asks: once is enough.
  const passing = HUBSPOT_FAILING.filter(({ name }) => method === 'PATCH' || name !== '423');

  test.each(passing)('$name once: the figures are right', async ({ fault }) => {
    world.edit('9011', { stripe_net_amount: '', stripe_fee_amount: '' });
    await world.hubspot.fault({ ...fault, method, pathPattern: RECORD, times: 1 });
    succeeded(await world.syncPayments('9011', { main }));
    const tries = (await world.hubspot.requests()).filter((request) => request.method === method);
    expect(tries).toHaveLength(2);
    expect(world.storedOf('9011')).toMatchObject({
      stripe_net_amount: '2306.90',
      stripe_fee_amount: '93.10',
      stripe_sync_error: null,
    });
  });

  test('four failures of four kinds in a row', async () => {
    for (const status of [500, 502, 503, 504]) {
      await world.hubspot.fault({ status, method, pathPattern: RECORD, times: 1 });
    }
    world.edit('9011', { stripe_net_amount: '' });
    succeeded(await world.syncPayments('9011', { main }));
    expect(world.storedOf('9011')['stripe_net_amount']).toBe('2306.90');
  });
});

describe('a failure that lasts', () => {
  const called = (...names: readonly string[]) =>
    HUBSPOT_FAILING.filter(({ name }) => names.includes(name));

  test.concurrent.each(called('429 of ten seconds', '503'))(
    '$name of the reads has its code',
    async ({ fault, lasting: code }) => {
      const world = await startFunctionsWorld();
      await world.hubspot.fault({ ...fault, method: 'GET' });
      const before = world.storedOf('9001');
      expect(failureOf(await world.syncPayments('9001', { main })).code).toBe(code);
      expect(world.storedOf('9001')).toEqual(before);
      expect(await world.stripe.requests()).toEqual([]);
      await world.close();
    },
  );

  test.concurrent.each(called('429 of ten seconds', '207', 'a dropped connection'))(
    '$name of the write leaves the figures',
    async ({ fault, lasting: code }) => {
      const world = await startFunctionsWorld();
      await world.hubspot.fault({ ...fault, method: 'PATCH' });
      const before = world.storedOf('9001');
      const { code: told, nextStep } = failureOf(await world.syncPayments('9001', { main }));
      // A 429 was not carried out; of everything else nobody can tell.
      expect(told).toBe(code === 'hubspot-rate-limited' ? code : 'write-unconfirmed');
      expect(nextStep).toMatch(/\.$/);
      expect(world.storedOf('9001')).toEqual(before);
      await world.close();
    },
  );

  test.concurrent('a used-up daily limit is told at once', async ({ expect }) => {
    const world = await startFunctionsWorld();
    await world.hubspot.send('PUT', '/limits', { enabled: true, daily: 0 });
    expect(failureOf(await world.syncPayments('9001', { main })).code).toBe('hubspot-rate-limited');
    expect(await world.hubspot.requests()).toHaveLength(1);
    await world.close();
  });
});

describe('an answer that is lost after the write', () => {
  test.concurrent('the sync writes again, the same values', async ({ expect }) => {
    const world = await startFunctionsWorld();
    await world.hubspot.fault({ method: 'PATCH', drop: true, afterServing: true, times: 1 });
    succeeded(await world.syncPayments('9024', { main }));
    const writes = (await requestsOf(world)).filter(isWrite);
    expect(writes).toHaveLength(2);
    expect(writes[0]?.body).toBe(writes[1]?.body);
    expect(world.storedOf('9024')['stripe_net_amount']).toBe('4684.10');
    expect(succeeded(await world.syncPayments('9024', { main })).changes).toEqual([]);
    await world.close();
  });

  test.concurrent(
    'every time: the reply says that nobody can tell, and the next sync finds it done',
    async ({ expect }) => {
      const world = await startFunctionsWorld();
      await world.hubspot.fault({ method: 'PATCH', drop: true, afterServing: true });
      expect(failureOf(await world.syncPayments('9024', { main })).code).toBe('write-unconfirmed');
      expect(world.storedOf('9024')).toMatchObject({
        stripe_net_amount: '4684.10',
        stripe_sync_error: null,
      });
      await world.hubspot.clearFaults();
      expect(succeeded(await world.syncPayments('9024', { main })).changes).toEqual([]);
      await world.close();
    },
  );
});
