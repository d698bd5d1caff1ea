import {
  PAYMENT_KEY,
  PAYMENT_OBJECT,
  PAYMENT_READ_AT,
  HUBSPOT_PAYMENT_SCOPES,
  paymentPropertyInputs,
} from '@stripe-payments/core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { API_SOURCE } from '../../sandbox/hubspot/model/write-sources.ts';
import type { SetupWorld } from './setup-harness.ts';
import { startSetupWorld } from './setup-harness.ts';

// Payment records in HubSpot's Payments, and what is left of one kind after a change to the other.

let world: SetupWorld;

beforeEach(async () => {
  world = await startSetupWorld({ isSetUp: true });
  world.grantCustomObjects();
  hubspot().behavior.change({ paymentCreation: 'accepted' });
  const { tokens } = hubspot();
  const granted = tokens.list().find(({ isApp }) => isApp)?.scopes ?? [];
  tokens.grant(undefined, [...granted, ...HUBSPOT_PAYMENT_SCOPES]);
});
afterEach(() => world.close());

const hubspot = () => world.world.hubspot;
const payments = () => hubspot().store.listObjects('commerce_payments');
const own = () =>
  hubspot()
    .store.properties('commerce_payments')
    .list(false)
    .map(({ name }) => name)
    .filter((name) => name.startsWith('stripe_'));
const object = () => hubspot().store.customObjects.find(`p_${PAYMENT_OBJECT}`);
const run = (...argv: readonly string[]) => world.run(['payment-records', ...argv]);
const letSearchesCatchUp = () =>
  world.hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });

const payment = (key: string): string =>
  hubspot().store.createObject('commerce_payments', {
    [PAYMENT_KEY]: key,
    hs_processor_type: 'none',
    hs_initial_amount: '1',
  }).id;

test('says beforehand what is made and what it means, and makes nothing without a yes', async () => {
  const { said } = await world.run(['payment-records', 'hubspot-payments'], {
    isTerminal: true,
    answers: ['n'],
  });
  expect(said).toContain('Payment records are off.');
  expect(said).toContain('Keeps them in HubSpot Payments, one payment for each charge');
  expect(said).toContain('it tries with one payment whether this account takes payments of an app');
  expect(said).toContain('count these payments at once');
  expect(said).toContain('HubSpot counts test payments as revenue');
  expect(said).toContain('only where Stripe settled in the currency of the payment');
  expect(own()).toEqual([]);
});

test('after a yes and a trial all properties are there, and the trial left nothing', async () => {
  expect((await run('hubspot-payments', '--yes')).code).toBe(0);
  const names = paymentPropertyInputs('en', 'hubspot-payments').map(({ name }) => name);
  expect(own().sort()).toEqual([...names].sort());
  expect(payments()).toEqual([]);
  const { said } = await run();
  expect(said).toContain('Payment records are on.');
  expect(said).toContain("They're kept in HubSpot Payments.");
  expect((await run('hubspot-payments')).said).toContain('Payment records are on.');
});

test.each([
  ['no payments of an app', { paymentCreation: 'refused' }, "doesn't take payments of an app"],
  ['no unique property', { uniqueOnPayments: 'refused' }, "doesn't take a unique property"],
] as const)('an account that takes %s keeps none there', async (_name, change, words) => {
  hubspot().behavior.change(change);
  const { code, said } = await run('hubspot-payments', '--yes');
  expect(code).toBe(1);
  expect(said).toContain(words);
  expect(said).toContain("So payment records can't be kept in HubSpot Payments.");
  expect(said).toContain('`npm run setup -- payment-records on`');
  expect(own()).toEqual([]);
});

test('where a part of the properties is refused, they are not kept there', async () => {
  hubspot().behavior.change({ refusedNames: ['stripe_fee_rate'] });
  const { code, aside } = await run('hubspot-payments', '--yes');
  expect(code).toBe(1);
  expect(aside).toContain('stripe_fee_rate');
  expect(own()).not.toContain(PAYMENT_READ_AT);
  hubspot().behavior.change({ refusedNames: [] });
  expect((await run('hubspot-payments', '--yes')).code).toBe(0);
  expect(own()).toContain(PAYMENT_READ_AT);
});

test('without the scopes it names them', async () => {
  const { tokens } = hubspot();
  const granted = tokens.list().find(({ isApp }) => isApp)?.scopes ?? [];
  tokens.grant(
    undefined,
    granted.filter((scope) => !HUBSPOT_PAYMENT_SCOPES.includes(scope)),
  );
  const { code, aside } = await run('hubspot-payments', '--yes');
  expect(code).toBe(1);
  expect(aside).toContain(HUBSPOT_PAYMENT_SCOPES.join(', '));
});

test('a change to the payments says that the custom object stays, and clean-up deletes it', async () => {
  await run('custom-object', '--yes');
  const typeId = object()?.typeId ?? 'deals';
  hubspot().store.createObject(typeId, { [PAYMENT_KEY]: 'ch_1' });
  const { said } = await run('hubspot-payments', '--yes');
  expect(said).toContain('The custom object "Stripe payments" stays with its 1 records');
  expect((await run()).said).toContain('payment-records clean-up');
  payment('ch_1');
  const cleaned = await run('clean-up', '--confirm', PAYMENT_OBJECT);
  expect(cleaned.said).toContain('Deletes the custom object "Stripe payments"');
  expect(cleaned.said).not.toContain('Deletes the payments');
  expect(object()).toBeUndefined();
  expect(payments()).toHaveLength(1);
  expect((await run('clean-up')).said).toContain(
    'No records of the kind that is not in use are left.',
  );
});

test('a change to the custom object says that the payments stay, and clean-up deletes those of this app', async () => {
  await run('hubspot-payments', '--yes');
  payment('ch_1');
  const { id } = hubspot().store.createObject('commerce_payments', {
    hs_processor_type: 'byo_stripe',
  });
  await letSearchesCatchUp();
  const { said } = await run('custom-object', '--yes');
  expect(said).toContain('stay in HubSpot Payments: 1.');
  expect(own()).toContain(PAYMENT_KEY);
  expect(own()).not.toContain(PAYMENT_READ_AT);
  expect((await run()).said).toContain('stay in HubSpot Payments: 1.');
  const cleaned = await run('clean-up', '--confirm', PAYMENT_OBJECT);
  expect(cleaned.said).toContain('Records deleted: 1.');
  expect(payments().map((each) => each.id)).toEqual([id]);
  expect(own()).toEqual([]);
  expect(object()).toBeDefined();
});

test('off deletes both kinds, and nothing of others', async () => {
  await run('custom-object', '--yes');
  await run('hubspot-payments', '--yes');
  payment('ch_1');
  const foreign = {
    name: 'other',
    label: 'Other',
    type: 'string',
    fieldType: 'text',
    groupName: 'payment_information',
  } as const;
  hubspot().store.createProperty('commerce_payments', foreign);
  await letSearchesCatchUp();
  expect((await run('off', '--confirm', 'no')).code).toBe(2);
  expect(payments()).toHaveLength(1);
  const { said } = await run('off', '--confirm', PAYMENT_OBJECT);
  expect(said).toContain('Deletes the payments of this app in HubSpot Payments (1)');
  expect(said).toContain('Deletes the custom object "Stripe payments"');
  expect(object()).toBeUndefined();
  expect(payments()).toEqual([]);
  expect(own()).toEqual([]);
  expect(hubspot().store.properties('commerce_payments').find('other')?.archived).toBe(false);
  expect((await run()).said).toContain('Payment records are off.');
});

test('what off has deleted is not taken for what a person deleted, after it is on again', async () => {
  await run('hubspot-payments', '--yes');
  const kept = payment('ch_of_app');
  const deleted = payment('ch_of_person');
  for (const id of [kept, deleted]) {
    hubspot().store.records.update('commerce_payments', id, { stripe_match: 'linked' }, API_SOURCE);
  }
  hubspot().store.records.archive('commerce_payments', deleted);
  await letSearchesCatchUp();
  expect((await run()).said).toContain('Deleted in HubSpot: 1.');
  await run('off', '--confirm', PAYMENT_OBJECT);
  await run('hubspot-payments', '--yes');
  const { said } = await run();
  expect(said).toContain('Payment records are on.');
  expect(said).not.toContain('Deleted in HubSpot: 2.');
});

test('says it in Italian', async () => {
  await run('hubspot-payments', '--yes');
  const { said } = await run('--lang', 'it');
  expect(said).toContain('Si trovano nei pagamenti di HubSpot.');
});
