import { PROPERTIES, PROPERTY_GROUP, REQUIRED_SCOPES } from '@stripe-payments/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import type { AccountPart } from '../../../sandbox/drawers.ts';
import { createAccountSide, type AccountSide } from '../../../sandbox/world/account-side.ts';
import type { World, WorldOptions } from '../../../sandbox/world/world.ts';
import { SANDBOX_HUBSPOT_TOKEN, startWorld } from '../../../sandbox/world/world.ts';
import { heldInMemory } from './held-in-memory.ts';

let world: World;
let side: AccountSide;

async function start(options: Partial<WorldOptions> = {}): Promise<void> {
  world = await startWorld({
    clock: createManualClock(Date.parse('2026-11-22T12:00:00Z')),
    monotonicNowMs: () => performance.now(),
    seed: 1,
    ...options,
  });
  side = createAccountSide(world, heldInMemory(), { stripe: true, hubspot: true });
}

beforeEach(() => start());
afterEach(() => world.close());

function part(id: string): AccountPart {
  const found = side.parts().find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
}

const current = (id: string): readonly string[] =>
  part(id)
    .actions.filter(({ isCurrent }) => isCurrent)
    .map((action) => action.id);

const property = (objectType: 'companies' | 'contacts' | 'deals', name: string) =>
  world.hubspot.store.properties(objectType).find(name);

test('the initial state is completely set up', () => {
  expect(side.parts().map(({ id, state }) => [id, state])).toEqual([
    ['stripe-key', 'Full secret key'],
    ['stripe-account', 'Ready to transact'],
    ['hubspot-scopes', 'All granted'],
    ['hubspot-properties', 'All there, as setup makes them'],
    ['payment-records', 'Off'],
  ]);
});

test.each([
  'ready',
  'in-review',
  'in-review-disabled',
  'due-soon',
  'past-due',
  'payouts-off',
  'rejected',
  'not-readable',
])('the Stripe account is described as %s after that change', async (choice) => {
  await side.act('stripe-account', choice);
  expect(current('stripe-account')).toEqual([choice]);
});

test('an account changed elsewhere is described by its state', () => {
  world.stripe.account.change({ situation: 'due-soon' });
  expect(part('stripe-account').state).toBe('Action needed within 14 days');
  world.stripe.account.change({ situation: 'listed' });
  expect(part('stripe-account').state).toBe('None of these');
});

const statusOf = async (key: string): Promise<number> => {
  const headers = { authorization: `Bearer ${key}` };
  return (await fetch(`${world.stripe.url}/v1/disputes`, { headers })).status;
};

test.each([
  { choice: 'full', status: 200 },
  { choice: 'restricted', status: 200 },
  { choice: 'restricted-partly', status: 403 },
  { choice: 'expired', status: 401 },
  { choice: 'revoked', status: 401 },
  { choice: 'publishable', status: 403 },
])('Stripe answers $status about disputes to the key $choice', async ({ choice, status }) => {
  const held = heldInMemory();
  side = createAccountSide(world, held, { stripe: true, hubspot: true });
  await side.act('stripe-key', choice);
  expect(current('stripe-key')).toEqual([choice]);
  expect(await statusOf(held.key() ?? '')).toBe(status);
});

test('the app can have no key', async () => {
  const held = heldInMemory();
  side = createAccountSide(world, held, { stripe: true, hubspot: true });
  await side.act('stripe-key', 'none');
  expect({ key: held.key(), state: part('stripe-key').state }).toEqual({
    key: null,
    state: 'No key',
  });
});

test('reinstalling the app grants the scopes that were added', async () => {
  const granted = (): readonly string[] =>
    world.hubspot.tokens.scopesOf(SANDBOX_HUBSPOT_TOKEN) ?? [];
  await side.act('hubspot-scopes', 'earlier');
  expect(current('hubspot-scopes')).toEqual(['earlier']);
  expect(part('hubspot-scopes').state).toBe(
    '6 missing: crm.schemas.contacts.read, crm.schemas.contacts.write, crm.schemas.companies.read, crm.schemas.companies.write, crm.lists.read, crm.objects.line_items.read',
  );
  expect(granted()).toHaveLength(REQUIRED_SCOPES.length - 4);
  await side.act('hubspot-scopes', 'reinstall');
  expect(part('hubspot-scopes').state).toBe('All granted');
  // And the optional ones for lists and line items.
  expect(granted()).toHaveLength(REQUIRED_SCOPES.length + 2);
});

test('a fresh account has no properties of the app, also no archived ones', async () => {
  world.hubspot.store.properties('deals').archive('stripe_fee_rate');
  await side.act('hubspot-properties', 'none');
  expect(part('hubspot-properties').state).toBe('None there');
  for (const { name } of PROPERTIES) expect(property('deals', name)).toBeUndefined();
  expect(world.hubspot.store.groups('deals').find(PROPERTY_GROUP.name)).toBeUndefined();
  await side.act('hubspot-properties', 'all');
  expect(part('hubspot-properties').state).toBe('All there, as setup makes them');
});

test('creating the properties again restores the links of the stories, and nothing else', async () => {
  const { store } = world.hubspot;
  const linked = (): string | null => store.valueOf('deals', '9001', 'stripe_customer_id');
  const before = linked();
  store.updateObject('deals', '9001', { stripe_net_amount: '12' });
  await side.act('hubspot-properties', 'none');
  expect(linked()).toBeNull();
  await side.act('hubspot-properties', 'all');
  expect(before).toMatch(/^cus_/);
  expect(linked()).toBe(before);
  expect(store.valueOf('deals', '9001', 'stripe_net_amount')).toBeNull();
});

test('an entered link is kept when the properties are created again', async () => {
  const { store } = world.hubspot;
  store.updateObject('deals', '9001', { stripe_customer_id: 'cus_entered' });
  await side.act('hubspot-properties', 'all');
  expect(store.valueOf('deals', '9001', 'stripe_customer_id')).toBe('cus_entered');
});

test("HubSpot's own properties cannot be removed", () => {
  const { store } = world.hubspot;
  expect(() => {
    store.properties('deals').forget('dealname');
  }).toThrow('dealname');
  expect(property('deals', 'dealname')).toBeDefined();
});

test.each([
  { action: 'rename', state: 'deals: stripe_net_amount is called “Net (ask Kim)”' },
  { action: 'archive', state: 'deals: stripe_fee_rate is archived' },
  { action: 'take-name', state: 'contacts: stripe_mode is in the group other_app' },
  { action: 'add-option', state: 'companies: stripe_match is with other options' },
])(
  'after "$action" the state is that $state, until all are created again',
  async ({ action, state }) => {
    expect(await side.act('hubspot-properties', action)).toBe(
      `HubSpot properties of the app: ${state}`,
    );
    expect(current('hubspot-properties')).toEqual([]);
    await side.act('hubspot-properties', 'all');
    expect(current('hubspot-properties')).toEqual(['all']);
  },
);

test('a taken name has another type and no values', async () => {
  world.hubspot.store.updateObject('contacts', '8001', { stripe_mode: 'test' });
  await side.act('hubspot-properties', 'take-name');
  expect(property('contacts', 'stripe_mode')).toMatchObject({ type: 'string', fieldType: 'text' });
  expect(world.hubspot.store.valueOf('contacts', '8001', 'stripe_mode')).toBeNull();
});

test('an impossible action is refused with HubSpot’s message, and an unknown one by name', async () => {
  await side.act('hubspot-properties', 'none');
  await expect(side.act('hubspot-properties', 'rename')).rejects.toThrow('stripe_net_amount');
  await expect(side.act('hubspot-scopes', 'revoke')).rejects.toThrow('hubspot-scopes/revoke');
});

test('a real account has no actions', () => {
  side = createAccountSide(world, heldInMemory(), { stripe: false, hubspot: true });
  expect(side.parts().map(({ id }) => id)).toEqual([
    'hubspot-scopes',
    'hubspot-properties',
    'payment-records',
  ]);
  side = createAccountSide(world, heldInMemory(), { stripe: true, hubspot: false });
  expect(side.parts().map(({ id }) => id)).toEqual(['stripe-key', 'stripe-account']);
});

test('a world can start in other states', async () => {
  await world.close();
  await start({
    isSetUp: false,
    stripeAccount: { situation: 'past-due' },
    grantedScopes: ['oauth'],
  });
  expect(part('stripe-account').state).toBe('Action overdue: no payments, no payouts');
  expect(part('hubspot-scopes').state).toMatch(/^14 missing: /);
  expect(part('hubspot-properties').state).toBe('None there');
});

test('payment records are turned on as setup does, and off with what is in them', async () => {
  const object = () => world.hubspot.store.customObjects.find('p_stripe_payment');
  await side.act('payment-records', 'on');
  const { typeId } = object() ?? { typeId: '2-0' };
  expect(world.hubspot.tokens.scopesOf(SANDBOX_HUBSPOT_TOKEN)).toContain(
    'crm.objects.custom.write',
  );
  world.hubspot.store.createObject(typeId, { stripe_charge_id: 'ch_1' });
  expect(part('payment-records').state).toBe('On, records: 1');
  expect(current('payment-records')).toEqual(['on']);
  await side.act('payment-records', 'off');
  expect(object()).toBeUndefined();
  expect(part('payment-records').state).toBe('Off');
});

test('payment records are kept in HubSpot Payments, and off deletes those of this app alone', async () => {
  const { store } = world.hubspot;
  const other = store.createObject('commerce_payments', { hs_processor_type: 'byo_stripe' }).id;
  await side.act('payment-records', 'on-payments');
  store.createObject('commerce_payments', { stripe_charge_id: 'ch_1', hs_processor_type: 'none' });
  expect(part('payment-records').state).toBe('On, in HubSpot Payments, records: 1');
  expect(current('payment-records')).toEqual(['on-payments']);
  await side.act('payment-records', 'off');
  expect(store.listObjects('commerce_payments').map(({ id }) => id)).toEqual([other]);
  expect(part('payment-records').state).toBe('Off');
});
