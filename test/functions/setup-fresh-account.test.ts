import type { SetupStepId } from '@stripe-payments/core';
import {
  OBJECT_TYPES,
  propertyInput,
  PROPERTY_NAMES,
  propertiesIn,
  propertyNamesOf,
} from '@stripe-payments/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests } from './requests.ts';
import type { SetupWorld } from './setup-world.ts';
import {
  applyPlan,
  planIn,
  propertyWrites,
  reportOf,
  startSetupWorld,
  STORES,
} from './setup-world.ts';
import { PROPERTY_COUNT } from '../builders/existing-property.ts';

let world: SetupWorld;

beforeEach(async () => {
  world = await startSetupWorld({ isSetUp: false });
});

afterEach(() => world.close());

const behave = (behavior: object): Promise<void> =>
  world.hubspot.send('PUT', '/behavior', behavior);

test('setup creates every property as defined, and a second run nothing', async () => {
  expect(planIn(await reportOf(world))).toHaveLength(PROPERTY_COUNT);
  const { failed, left } = await applyPlan(world);
  expect({ failed, left }).toEqual({ failed: [], left: [] });
  const { store } = world.world.hubspot;
  for (const objectType of OBJECT_TYPES) {
    for (const definition of propertiesIn('en', objectType)) {
      expect(store.properties(STORES[objectType]).find(definition.name)).toMatchObject(
        propertyInput(definition),
      );
    }
  }
  expect(await propertyWrites(world)).toHaveLength(2 * OBJECT_TYPES.length);
  await forgetRequests(world);
  expect(planIn(await reportOf(world))).toEqual([]);
  await applyPlan(world);
  expect(await propertyWrites(world)).toEqual([]);
});

test('setup works in parts, and repeating a part changes nothing', async () => {
  let left: readonly SetupStepId[] = planIn(await reportOf(world));
  while (left.length > 0) {
    const steps = left.slice(0, 14);
    const written: number[] = [];
    for (let run = 0; run < 2; run += 1) {
      const reply = succeeded(await world.apply({ action: 'apply', steps }));
      expect(reply).toMatchObject({ done: steps, failed: [], left: [] });
      written.push((await propertyWrites(world)).length);
    }
    expect(written[1]).toBe(written[0]);
    left = left.slice(14);
  }
  expect(planIn(await reportOf(world))).toEqual([]);
});

test('a fresh account can be synced to once it is set up', async () => {
  const { code } = failureOf(await world.syncPayments('9001'));
  expect(code).toBe('not-set-up');
  await applyPlan(world);
  succeeded(await world.syncPayments('9001'));
});

test.each(['each-input', 'all-or-nothing'])(
  'setup creates the others where HubSpot refuses one property (%s)',
  async (batchCreate) => {
    await behave({ batchCreate, refusedNames: ['stripe_match'] });
    const outcome = await applyPlan(world);
    expect(outcome.done).toHaveLength(PROPERTY_COUNT - OBJECT_TYPES.length);
    expect(outcome.failed).toMatchObject(
      OBJECT_TYPES.map((objectType) => ({
        objectType,
        name: 'stripe_match',
        error: { code: 'hubspot-refused', detail: 'Property "stripe_match" cannot be created' },
      })),
    );
  },
);

test('setup fills an account up to its limit and reports the properties that did not fit', async () => {
  // The currencies are among them: an amount without its currency is refused for that.
  const limit = PROPERTY_NAMES.indexOf('stripe_mrr_movement_currency') + 1;
  await behave({ customPropertyLimit: limit });
  const outcome = await applyPlan(world);
  expect(outcome.done).toHaveLength(3 * limit);
  expect(outcome.failed).toHaveLength(PROPERTY_COUNT - 3 * limit);
  for (const { error } of outcome.failed)
    expect(error.detail).toContain(`limit of ${String(limit)}`);
});

test('setup without one scope creates the properties of the other object types', async () => {
  const granted = world.world.hubspot.tokens.required.filter(
    (name) => name !== 'crm.schemas.contacts.write',
  );
  await world.hubspot.send('PUT', '/scopes/granted', { scopes: granted });
  const outcome = await applyPlan(world);
  expect(outcome.done).toHaveLength(PROPERTY_COUNT - propertyNamesOf('contact').length);
  expect(outcome.failed).toHaveLength(propertyNamesOf('contact').length);
  for (const { objectType, error } of outcome.failed) {
    expect({ objectType, code: error.code, scopes: error.scopes }).toEqual({
      objectType: 'contact',
      code: 'hubspot-permission',
      scopes: ['crm.schemas.contacts.write'],
    });
  }
});

test.each([
  ['502', { status: 502 }],
  ['a cut connection', { drop: true }],
  ['no answer for ten seconds', { delayMs: 10_000 }],
])('setup succeeds in spite of %s after a batch took effect', async (_name, fault) => {
  const deals = planIn(await reportOf(world)).filter((id) => id.startsWith('deal/'));
  const pathPattern = '/deals/batch/create$';
  await world.hubspot.fault({ pathPattern, times: 1, afterServing: true, ...fault });
  const reply = succeeded(await world.apply({ action: 'apply', steps: deals }));
  expect(reply).toMatchObject({ done: deals, failed: [], left: [] });
});

test('setup succeeds in spite of rate limits midway', async () => {
  const steps = planIn(await reportOf(world));
  await world.hubspot.fault({
    pathPattern: '^/crm/properties/2026-03/contacts',
    times: 5,
    status: 429,
    body: { status: 'error', message: 'Limited.', policyName: 'TEN_SECONDLY_ROLLING' },
  });
  expect(succeeded(await world.apply({ action: 'apply', steps }))).toMatchObject({
    done: steps,
    failed: [],
    left: [],
  });
});

test('setup at the daily limit is completed by repeating what is left', async () => {
  const steps = planIn(await reportOf(world));
  await world.hubspot.fault({
    pathPattern: '^/crm/properties/2026-03/contacts',
    status: 429,
    body: { status: 'error', message: 'Limited.', policyName: 'DAILY' },
  });
  const reply = succeeded(await world.apply({ action: 'apply', steps }));
  expect(reply.done).toEqual(steps.filter((id) => id.startsWith('deal/')));
  expect(reply.left).toEqual(steps.filter((id) => !id.startsWith('deal/')));
  const { left } = reply;
  const stuck = await world.apply({ action: 'apply', steps: left });
  expect(failureOf(stuck).code).toBe('hubspot-daily-limit');
  await world.hubspot.clearFaults();
  expect(succeeded(await world.apply({ action: 'apply', steps: left }))).toMatchObject({
    done: left,
    left: [],
  });
});
