import { PROPERTY_NAMES, propertyNamesOf } from '@stripe-payments/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, succeeded } from './replies.ts';
import { isWrite, requestsOf } from './requests.ts';
import type { SetupWorld } from './setup-world.ts';
import { applyPlan, planIn, reportOf, startSetupWorld } from './setup-world.ts';
import { PROPERTY_COUNT } from '../builders/existing-property.ts';

let world: SetupWorld;

beforeEach(async () => {
  world = await startSetupWorld();
});

afterEach(() => world.close());

const remove = (confirmation: string) => world.apply({ action: 'remove', confirmation });

const liveNames = (objectType: 'deals' | 'contacts' | 'companies'): readonly string[] =>
  world.world.hubspot.store
    .properties(objectType)
    .list(false)
    .filter(({ hubspotDefined }) => !hubspotDefined)
    .map(({ name }) => name);

test.each(['', 'yes', 'Stripe payments', 'stripe_payments;'])(
  'the confirmation %j removes nothing, without a HubSpot call',
  async (confirmation) => {
    expect(failureOf(await remove(confirmation)).code).toBe('removal-not-confirmed');
    expect(await requestsOf(world)).toEqual([]);
    expect(liveNames('deals')).toEqual(PROPERTY_NAMES);
  },
);

describe('after the right confirmation', () => {
  test('every property of the app is archived, and its groups are removed', async () => {
    const { removed, failed } = { removed: [], ...succeeded(await remove('stripe_payments')) };
    expect(failed).toEqual([]);
    expect(removed).toHaveLength(PROPERTY_COUNT);
    for (const objectType of ['deals', 'contacts', 'companies'] as const) {
      expect(liveNames(objectType)).toEqual([]);
      const groups = world.world.hubspot.store.groups(objectType);
      expect(groups.find('stripe_payments')).toBeUndefined();
    }
    expect(await requestsOf(world)).not.toEqual([]);
    expect(await world.stripe.requests()).toEqual([]);
  });

  test('setup restores the properties with their values', async () => {
    succeeded(await world.syncPayments('9001'));
    const before = world.storedOf('9001');
    expect(before['stripe_net_amount']).not.toBeNull();
    succeeded(await remove('stripe_payments'));
    expect(failureOf(await world.syncPayments('9001')).code).toBe('property-archived');
    await applyPlan(world);
    expect(world.storedOf('9001')).toEqual(before);
    expect(planIn(await reportOf(world))).toEqual([]);
  });

  test('a second removal writes nothing', async () => {
    succeeded(await remove('stripe_payments'));
    await world.hubspot.forgetRequests();
    expect(succeeded(await remove('stripe_payments'))).toMatchObject({ removed: [], failed: [] });
    expect((await requestsOf(world)).filter(isWrite)).toEqual([]);
  });

  test('other properties stay, in the same group and in other groups', async () => {
    const own = { name: 'own_note', label: 'Note', type: 'string', fieldType: 'text' };
    await world.settings('POST', '/schema/deals/properties', {
      ...own,
      groupName: 'stripe_payments',
    });
    await world.settings('POST', '/schema/deals/groups', { name: 'theirs', label: 'Theirs' });
    await world.settings('PATCH', '/schema/deals/properties/stripe_mrr', { groupName: 'theirs' });
    expect(succeeded(await remove('stripe_payments')).failed).toEqual([]);
    expect(liveNames('deals').toSorted()).toEqual(['own_note', 'stripe_mrr']);
    const groups = world.world.hubspot.store.groups('deals');
    expect(groups.find('stripe_payments')).toBeDefined();
  });

  test('a property in use is kept and reported with its uses, and the others are archived', async () => {
    await world.settings('PUT', '/schema/deals/properties/stripe_payment_status/uses', {
      uses: [{ type: 'LIST', name: 'Paid deals' }],
    });
    const outcome = succeeded(await remove('stripe_payments'));
    expect(outcome.failed).toMatchObject([
      { objectType: 'deal', name: 'stripe_payment_status', error: { code: 'hubspot-refused' } },
    ]);
    expect(outcome.failed[0]?.error.detail).toContain('LIST Paid deals');
    expect(liveNames('deals')).toEqual(['stripe_payment_status']);
    expect(liveNames('contacts')).toEqual([]);
  });

  test('without a scope for one object type the others are archived', async () => {
    const scopes = world.world.hubspot.tokens.required.filter(
      (name) => name !== 'crm.schemas.contacts.write',
    );
    await world.hubspot.send('PUT', '/scopes/granted', { scopes });
    const { failed } = succeeded(await remove('stripe_payments'));
    expect(failed).toHaveLength(propertyNamesOf('contact').length);
    expect(new Set(failed.map(({ objectType }) => objectType))).toEqual(new Set(['contact']));
    expect(liveNames('contacts')).toEqual(propertyNamesOf('contact'));
    expect([...liveNames('deals'), ...liveNames('companies')]).toEqual([]);
  });

  test.each([
    ['502', { status: 502 }],
    ['a cut connection', { drop: true }],
  ])('%s after the change is no failure', async (_name, fault) => {
    for (const pathPattern of ['batch/archive$', '/groups/stripe_payments$']) {
      await world.hubspot.fault({ pathPattern, times: 1, afterServing: true, ...fault });
    }
    expect(succeeded(await remove('stripe_payments'))).toMatchObject({
      removed: { length: PROPERTY_COUNT },
      failed: [],
    });
  });

  test('when HubSpot fails midway, removing again completes it', async () => {
    await world.hubspot.fault({ pathPattern: '/companies', status: 503 });
    expect(failureOf(await remove('stripe_payments')).code).toBe('hubspot-unreachable');
    expect(liveNames('deals')).toEqual([]);
    await world.hubspot.clearFaults();
    expect(succeeded(await remove('stripe_payments'))).toMatchObject({
      removed: { length: propertyNamesOf('company').length },
      failed: [],
    });
  });
});
