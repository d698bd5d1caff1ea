import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { STRIPE_FAILING } from './faults.ts';
import type { FunctionsWorld } from './harness.ts';
import { loadMain, startFunctionsWorld } from './harness.ts';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests, isWrite, named, patchedProperties, requestsOf } from './requests.ts';

const main = loadMain('sync-payments');

describe('a failure that passes', () => {
  let world: FunctionsWorld;

  beforeAll(async () => {
    world = await startFunctionsWorld();
  });

  afterAll(() => world.close());

  beforeEach(async () => {
    await world.stripe.clearFaults();
    await forgetRequests(world);
  });

  test.each(STRIPE_FAILING)('$name of the list twice: the figures are right', async ({ fault }) => {
    world.edit('9011', { stripe_net_amount: '', stripe_fee_amount: '' });
    await world.stripe.fault({ ...fault, pathPattern: '^/v1/charges$', times: 2 });
    succeeded(await world.syncPayments('9011', { main }));
    const lists = named(await world.stripe.requests()).filter((name) => name === 'GET /v1/charges');
    expect(lists).toHaveLength(3);
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

  test('a failure on the seventh page of a list does not start it again', async () => {
    await world.stripe.fault({ status: 500, pathPattern: '^/v1/charges$', skip: 2, times: 2 });
    succeeded(await world.syncPayments('9051', { main }));
    const lists = named(await world.stripe.requests()).filter((name) => name === 'GET /v1/charges');
    expect(lists).toHaveLength(3 + 2);
    expect(world.storedOf('9051')['stripe_payment_count']).toBe('300');
  });
});

describe('a failure that lasts', () => {
  const chosen = ['429 of a rate limit', 'an empty 502', 'a dropped connection'];
  const lasting = STRIPE_FAILING.filter(({ name }) => chosen.includes(name));

  test.concurrent.each(lasting)(
    '$name of every call has its code, and the figures stay as they were',
    async ({ fault, lasting: code }) => {
      const world = await startFunctionsWorld();
      succeeded(await world.syncPayments('9001', { main }));
      world.edit('9001', { stripe_net_amount: '17.00' });
      const before = world.storedOf('9001');
      await forgetRequests(world);
      await world.stripe.fault(fault);
      const {
        code: told,
        message,
        nextStep,
      } = failureOf(await world.syncPayments('9001', { main }));
      expect(told).toBe(code);
      expect(nextStep).toMatch(/\.$/);
      expect(world.storedOf('9001')).toEqual({
        ...before,
        stripe_sync_error: expect.stringContaining(message) as unknown,
      });
      const writes = (await requestsOf(world)).filter(isWrite);
      expect(writes.map((write) => Object.keys(patchedProperties(write)))).toEqual([
        ['stripe_sync_error'],
      ]);
      await world.close();
    },
    20_000,
  );

  test.concurrent('of the account alone changes nothing but the links', async ({ expect }) => {
    const world = await startFunctionsWorld();
    await world.stripe.fault({ status: 500, pathPattern: '^/v1/account$' });
    const { view } = succeeded(
      await world.syncPayments('9001', { main: loadMain('sync-payments') }),
    );
    expect(view).toMatchObject({ accountId: null, problems: [] });
    await world.close();
  });

  test.concurrent('of the disputes leaves a view with the problem', async ({ expect }) => {
    const world = await startFunctionsWorld();
    await world.stripe.fault({ status: 500, pathPattern: '^/v1/disputes$' });
    const { view } = succeeded(await world.getPayments('9021'));
    expect(view.payments).toHaveLength(1);
    expect(view.problems).toMatchObject([{ code: 'stripe-unreachable' }]);
    await world.close();
  });

  test.concurrent('a dry run leaves no note of it on the record', async ({ expect }) => {
    const world = await startFunctionsWorld();
    await world.stripe.fault({ status: 401, body: { error: { message: 'No.' } } });
    const before = world.storedOf('9001');
    const parameters = { objectType: 'deal', dryRun: true };
    failureOf(await world.syncPayments('9001', { main, parameters }));
    expect(world.storedOf('9001')).toEqual(before);
    await world.close();
  });
});
