import { expect } from 'vitest';
import type { Invoker } from './executor.ts';
import { startInvoker } from './executor.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { failureOf } from './replies.ts';
import { isWrite, patchedProperties, requestsOf } from './requests.ts';

const HANGS = { delayMs: 20_000 };

async function cardView(invoker: Invoker): Promise<void> {
  const error = failureOf(await invoker.getPayments('9001'));
  expect(error).toMatchObject({ code: 'timeout', nextStep: expect.any(String) as string });
}

async function sync(world: FunctionsWorld, invoker: Invoker): Promise<void> {
  const before = world.storedOf('9003');
  const error = failureOf(await invoker.syncPayments('9003'));
  expect(error.code).toBe('timeout');
  expect(world.storedOf('9003')).toEqual({
    ...before,
    stripe_sync_error: expect.stringContaining(error.message ?? '?') as unknown,
  });
}

/** HubSpot's write hangs too, so that not even the note arrives. */
async function syncWithoutNote(world: FunctionsWorld, invoker: Invoker): Promise<void> {
  const before = world.storedOf('9002');
  const error = failureOf(await invoker.syncPayments('9002'));
  expect(error.code).toBe('timeout');
  expect(world.storedOf('9002')).toEqual(before);
  const writes = (await requestsOf(world)).filter(isWrite);
  for (const write of writes) {
    expect(Object.keys(patchedProperties(write))).toEqual(['stripe_sync_error']);
  }
}

async function hangingWrite(): Promise<void> {
  const world = await startFunctionsWorld();
  await world.hubspot.fault({ ...HANGS, method: 'PATCH' });
  const before = world.storedOf('9001');
  const error = failureOf(await world.syncPayments('9001'));
  expect(error.code).toBe('write-unconfirmed');
  expect(world.storedOf('9001')).toEqual(before);
  await world.close();
}

/** Four functions at once, three of them in HubSpot's executor, against services that never answer. */
export async function whatHangsEndsInTime(): Promise<void> {
  const world = await startFunctionsWorld();
  const invoker = await startInvoker(world);
  await world.stripe.fault({ ...HANGS, pathPattern: '^/v1/' });
  await world.hubspot.fault({ ...HANGS, method: 'PATCH', pathPattern: '/9002$' });
  try {
    await Promise.all([
      cardView(invoker),
      sync(world, invoker),
      syncWithoutNote(world, invoker),
      hangingWrite(),
    ]);
  } finally {
    await invoker.close();
    await world.close();
  }
}
