import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCallGate } from '../../../sandbox/dev-server/parts.ts';
import { createHeldKey } from '../../../sandbox/world/account-side-parts.ts';
import { demoKey } from '../../../sandbox/world/credentials.ts';

const environment = process.env;

beforeEach(() => {
  process.env = { ...environment, STRIPE_SECRET_KEY: demoKey('full') ?? '' };
});
afterEach(() => {
  process.env = environment;
});

/** As HubSpot's executor runs a function: it puts the environment back as it was before. */
async function executorCall(work: Promise<void>): Promise<void> {
  const saved = { ...process.env };
  await work;
  process.env = saved;
}

test('a key changed during a call is kept when the call ends', async () => {
  const gate = createCallGate();
  const held = createHeldKey(gate.whenIdle);
  let end = (): void => undefined;
  const work = new Promise<void>((resolve) => {
    end = resolve;
  });
  const call = gate.run(() => executorCall(work));
  const changed = held.hold(demoKey('restricted'));
  expect(held.current()).toBe('full');
  end();
  await Promise.all([call, changed]);
  expect(held.current()).toBe('restricted');
});

test('without a key the variable is unset', async () => {
  const held = createHeldKey(createCallGate().whenIdle);
  await held.hold(null);
  expect(held.current()).toBe('none');
  expect('STRIPE_SECRET_KEY' in process.env).toBe(false);
});

test('a real key is not among the drawer’s choices', async () => {
  const held = createHeldKey(createCallGate().whenIdle);
  await held.hold('rk_test_real');
  expect(held.current()).toBeNull();
});
