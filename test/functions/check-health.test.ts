import { WEBHOOK_EVENTS } from '@stripe-payments/core';
import { webhookSecret } from '@stripe-payments/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SANDBOX_STRIPE_KEY } from '../../sandbox/world/world.ts';
import { paymentRecordsIn } from './payment-records.ts';
import { failureOf, succeeded } from './replies.ts';
import type { SetupWorld } from './setup-world.ts';
import { startSetupWorld } from './setup-world.ts';

let world: SetupWorld;

beforeAll(async () => {
  world = await startSetupWorld();
});
afterAll(() => world.close());

const report = async () => succeeded(await world.checkHealth()).report;

test('tells the counts, the moments and the events of an account, and writes nothing', async () => {
  const { store } = world.world.hubspot;
  const deal = store.createObject('deals', { dealname: 'Broken', stripe_payment_ids: 'no id' }).id;
  failureOf(await world.syncPayments(deal));
  const paid = world.world.deals[0]?.dealId ?? '';
  succeeded(await world.syncPayments(paid));
  await world.hubspot.send('POST', '/clock/advance', { durationMs: 60_000 });
  await world.hubspot.forgetRequests();
  const { records, events, hasWebhook } = await report();
  const deals = records.find(({ objectType }) => objectType === 'deal');
  expect(deals?.kept).toMatchObject({ isReadable: true, failed: 1, synced: 1 });
  expect(events).toMatchObject({ isReadable: true });
  expect(hasWebhook).toBe(false);
  const asked = await world.hubspot.requests();
  const reads = ({ path, method }: { readonly path: string; readonly method: string }): boolean =>
    path.endsWith('/search') || method === 'GET';
  expect(asked.every(reads)).toBe(true);
  // Four of each object type, three that find no run log and no payment records in either place, the pipelines
  // and the lists.
  expect(asked.length).toBeLessThanOrEqual(17);
});

test('compares the endpoint at Stripe with the needed events, and keeps its secret', async () => {
  expect((await report()).endpoint).toMatchObject({ status: 'none' });
  const secret = webhookSecret(SANDBOX_STRIPE_KEY);
  const url = `https://www.example.com/hs/serverless/stripe-webhook?secret=${secret}`;
  await world.stripe.send('POST', '/webhook-endpoints', { url, events: WEBHOOK_EVENTS.slice(2) });
  const reply = await world.checkHealth();
  expect(succeeded(reply).report.endpoint).toEqual({
    isReadable: true,
    status: 'current',
    isEnabled: true,
    missingEvents: WEBHOOK_EVENTS.slice(0, 2),
    extraEvents: [],
    otherApiVersion: null,
  });
  expect(JSON.stringify(reply)).not.toContain(secret);
});

test('a key that may not read endpoints says so there, and the rest is read', async () => {
  const key = 'rk_test_51Q7withoutwebhooks';
  await world.stripe.send('POST', '/keys', { key, permissions: ['event_read'] });
  const { endpoint, events } = succeeded(
    await world.checkHealth({ STRIPE_SECRET_KEY: key }),
  ).report;
  expect(endpoint).toMatchObject({ isReadable: false, error: { code: 'stripe-permission' } });
  expect(events.isReadable).toBe(true);
});

test('an account without the properties is reported as not set up', async () => {
  const fresh = await startSetupWorld({ isSetUp: false });
  const { records } = succeeded(await fresh.checkHealth()).report;
  await fresh.close();
  expect(records.map(({ kept }) => (kept.isReadable ? 'read' : kept.error.code))).toEqual(
    Array(3).fill('not-set-up'),
  );
});

test('names the pipelines, stages and lists of the account', async () => {
  const { store } = world.world.hubspot;
  const listId = store.lists.create({ name: 'Big deals', objectType: 'deals', recordIds: [] });
  const { pipelines, lists } = await report();
  expect(pipelines).toMatchObject({
    isReadable: true,
    pipelines: [{ id: 'default', label: 'Sales Pipeline' }],
  });
  expect(JSON.stringify(pipelines)).toContain('"id":"closedwon","label":"Closed Won"');
  expect(lists).toEqual({
    isReadable: true,
    isAll: true,
    lists: [{ id: listId, label: 'Big deals', objectType: 'deal' }],
  });
});

// Last: it changes which scopes are granted.
describe('payment records that a person deleted in HubSpot', () => {
  const records = paymentRecordsIn(() => world);
  const deleted = async () => (await report()).deletedPayments;

  test('are none where the account keeps none, and where the scopes are missing', async () => {
    expect(await deleted()).toEqual({ isReadable: true, count: 0, isAll: true });
    await records.turnOn();
    records.withoutScopes();
    expect(await deleted()).toEqual({ isReadable: true, count: 0, isAll: true });
  });

  test('are counted', async () => {
    records.withScopes();
    const { store } = world.world.hubspot;
    // The app marks what it deletes itself.
    store.createObject(records.typeId(), { stripe_charge_id: 'ch_app', stripe_match: '' });
    for (const id of ['ch_1', 'ch_2']) {
      store.createObject(records.typeId(), { stripe_charge_id: id, stripe_match: 'linked' });
    }
    expect(await deleted()).toMatchObject({ count: 0 });
    records.deleteAll();
    expect(await deleted()).toEqual({ isReadable: true, count: 2, isAll: true });
  });

  test('that could not be counted are named as such', async () => {
    await world.hubspot.fault({ status: 502, pathPattern: '/p_stripe_payment$' });
    const { deletedPayments, records: kept } = await report();
    await world.hubspot.clearFaults();
    expect(deletedPayments).toMatchObject({ isReadable: false });
    expect(kept.every((each) => each.kept.isReadable)).toBe(true);
  });
});
