import { describe, expect, test } from 'vitest';
import type { FaultInput } from './control.ts';
import { HUBSPOT_FAILING, STRIPE_FAILING } from './faults.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests, isWrite, patchedProperties, requestsOf } from './requests.ts';
import { loadMain } from './run-main.ts';
import { whatHangsEndsInTime } from './hanging.ts';

const main = loadMain('sync-payments');

const chosen = <T extends { readonly name: string }>(
  failing: readonly T[],
  ...names: readonly string[]
): readonly T[] => failing.filter(({ name }) => names.includes(name));

interface Faults {
  readonly stripe?: FaultInput;
  readonly hubspot?: FaultInput;
}

/** A world of its own, since these tests wait side by side. */
async function worldWith({ stripe, hubspot }: Faults): Promise<FunctionsWorld> {
  const world = await startFunctionsWorld();
  if (stripe !== undefined) await world.stripe.fault(stripe);
  if (hubspot !== undefined) await world.hubspot.fault(hubspot);
  return world;
}

async function writtenNames(world: FunctionsWorld): Promise<readonly (readonly string[])[]> {
  const writes = (await requestsOf(world)).filter(isWrite);
  return writes.map((write) => Object.keys(patchedProperties(write)));
}

// The first to begin, since it takes longest and the others run meanwhile.
test.concurrent('whatever hangs, the platform never has to end a function', whatHangsEndsInTime);

describe.concurrent('a failure of Stripe that lasts', () => {
  test.each(chosen(STRIPE_FAILING, '429 of a rate limit', 'an empty 502', 'a dropped connection'))(
    '$name has its code, and the figures stay as they were',
    async ({ fault, lasting: code }) => {
      const world = await worldWith({});
      succeeded(await world.syncPayments('9001', { main }));
      world.edit('9001', { stripe_net_amount: '17.00' });
      const before = world.storedOf('9001');
      await forgetRequests(world);
      await world.stripe.fault(fault);
      const error = failureOf(await world.syncPayments('9001', { main }));
      expect(error.code).toBe(code);
      expect(error.nextStep).toMatch(/\.$/);
      expect(world.storedOf('9001')).toEqual({
        ...before,
        stripe_sync_error: expect.stringContaining(error.message ?? '?') as unknown,
      });
      expect(await writtenNames(world)).toEqual([['stripe_sync_error']]);
      await world.close();
    },
  );

  test('of the disputes alone leaves a view with the problem', async () => {
    const world = await worldWith({ stripe: { status: 500, pathPattern: '^/v1/disputes$' } });
    const { view } = succeeded(await world.getPayments('9021'));
    expect(view.payments).toHaveLength(1);
    expect(view.problems).toMatchObject([{ code: 'stripe-unreachable' }]);
    await world.close();
  });

  test('of the account alone changes nothing but the links, and is asked for once', async () => {
    const world = await worldWith({ stripe: { status: 500, pathPattern: '^/v1/account$' } });
    const reply = await world.syncPayments('9001', { main: loadMain('sync-payments') });
    expect(succeeded(reply).view).toMatchObject({ accountId: null, problems: [] });
    const asked = (await world.stripe.requests()).filter(({ path }) => path === '/v1/account');
    expect(asked).toHaveLength(1);
    await world.close();
  });

  test('leaves no note on the record in a dry run', async () => {
    const world = await worldWith({ stripe: { status: 401, body: { error: { message: 'No.' } } } });
    const before = world.storedOf('9001');
    const parameters = { objectType: 'deal', dryRun: true };
    failureOf(await world.syncPayments('9001', { main, parameters }));
    expect(world.storedOf('9001')).toEqual(before);
    await world.close();
  });
});

describe.concurrent('a failure of HubSpot that lasts', () => {
  test.each(chosen(HUBSPOT_FAILING, '429 of ten seconds', '503'))(
    '$name of the reads has its code',
    async ({ fault, lasting: code }) => {
      const world = await worldWith({ hubspot: { ...fault, method: 'GET' } });
      const before = world.storedOf('9001');
      expect(failureOf(await world.syncPayments('9001', { main })).code).toBe(code);
      expect(world.storedOf('9001')).toEqual(before);
      expect(await world.stripe.requests()).toEqual([]);
      await world.close();
    },
  );

  test.each(chosen(HUBSPOT_FAILING, '429 of ten seconds', '207', 'a dropped connection'))(
    '$name of the write leaves the figures',
    async ({ fault, lasting: code }) => {
      const world = await worldWith({ hubspot: { ...fault, method: 'PATCH' } });
      const before = world.storedOf('9001');
      const error = failureOf(await world.syncPayments('9001', { main }));
      // A 429 was not carried out; of everything else nobody can tell.
      expect(error.code).toBe(code === 'hubspot-rate-limited' ? code : 'write-unconfirmed');
      expect(error.nextStep).toMatch(/\.$/);
      expect(world.storedOf('9001')).toEqual(before);
      await world.close();
    },
  );

  test('a used-up daily limit is told at once', async () => {
    const world = await worldWith({});
    await world.hubspot.send('PUT', '/limits', { enabled: true, daily: 0 });
    expect(failureOf(await world.syncPayments('9001', { main })).code).toBe('hubspot-rate-limited');
    expect(await world.hubspot.requests()).toHaveLength(1);
    await world.close();
  });
});

describe.concurrent('an answer that is lost after the write', () => {
  const lost = { method: 'PATCH', drop: true, afterServing: true };

  test('the sync writes again, the same values', async () => {
    const world = await worldWith({ hubspot: { ...lost, times: 1 } });
    succeeded(await world.syncPayments('9024', { main }));
    const writes = (await requestsOf(world)).filter(isWrite);
    expect(writes).toHaveLength(2);
    expect(writes[0]?.body).toBe(writes[1]?.body);
    expect(world.storedOf('9024')['stripe_net_amount']).toBe('4684.10');
    expect(succeeded(await world.syncPayments('9024', { main })).changes).toEqual([]);
    await world.close();
  });

  test('every time: nobody can tell, and the next sync finds it done', async () => {
    const world = await worldWith({ hubspot: lost });
    expect(failureOf(await world.syncPayments('9024', { main })).code).toBe('write-unconfirmed');
    expect(world.storedOf('9024')).toMatchObject({
      stripe_net_amount: '4684.10',
      stripe_sync_error: null,
    });
    await world.hubspot.clearFaults();
    expect(succeeded(await world.syncPayments('9024', { main })).changes).toEqual([]);
    await world.close();
  });
});
