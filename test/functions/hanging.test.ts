import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Invoker } from './executor.ts';
import { startInvoker } from './executor.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { failureOf } from './replies.ts';
import { isWrite, patchedProperties, requestsOf } from './requests.ts';

const PLATFORM_LIMIT_MS = 15_000;
const HANGS = { delayMs: 20_000 };

let world: FunctionsWorld;
let invoker: Invoker;

beforeAll(async () => {
  world = await startFunctionsWorld();
  invoker = await startInvoker(world);
  await world.stripe.fault({ ...HANGS, pathPattern: '^/v1/' });
  await world.hubspot.fault({ ...HANGS, method: 'PATCH', pathPattern: '/9002$' });
});

afterAll(async () => {
  await invoker.close();
  await world.close();
});

/** What the executor's caller waits for; beyond the limit it would have been killed. */
async function withinLimit<T>(work: Promise<T>): Promise<T> {
  const startedMs = performance.now();
  const result = await work;
  expect(performance.now() - startedMs).toBeLessThan(PLATFORM_LIMIT_MS);
  return result;
}

describe.concurrent('while Stripe hangs', () => {
  test('a card view ends with a clean timeout before the platform ends it', async ({ expect }) => {
    const error = failureOf(await withinLimit(invoker.getPayments('9001')));
    expect(error).toMatchObject({ code: 'timeout', nextStep: expect.any(String) as string });
  });

  test('a sync ends the same way and leaves the figures', async ({ expect }) => {
    const before = world.storedOf('9003');
    const error = failureOf(await withinLimit(invoker.syncPayments('9003')));
    expect(error.code).toBe('timeout');
    expect(world.storedOf('9003')).toEqual({
      ...before,
      stripe_sync_error: expect.stringContaining(error.message) as unknown,
    });
  });

  test('and HubSpot hangs as well, nothing more is lost', async ({ expect }) => {
    const before = world.storedOf('9002');
    const error = failureOf(await withinLimit(invoker.syncPayments('9002')));
    expect(error.code).toBe('timeout');
    expect(world.storedOf('9002')).toEqual(before);
    const writes = (await requestsOf(world)).filter(isWrite);
    for (const write of writes) {
      expect(Object.keys(patchedProperties(write))).toEqual(['stripe_sync_error']);
    }
  });

  test('a write that hangs is not confirmed, before the platform ends it', async ({ expect }) => {
    const other = await startFunctionsWorld();
    await other.hubspot.fault({ ...HANGS, method: 'PATCH' });
    const before = other.storedOf('9001');
    const error = failureOf(await withinLimit(other.syncPayments('9001')));
    expect(error.code).toBe('write-unconfirmed');
    expect(other.storedOf('9001')).toEqual(before);
    await other.close();
  });
});
