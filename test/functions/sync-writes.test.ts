import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests, isWrite, patchedProperties, requestsOf } from './requests.ts';
import { demoNowMs, loadMain } from './run-main.ts';

const main = loadMain('sync-payments');

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterAll(() => world.close());

beforeEach(() => forgetRequests(world));

function withoutSyncTime(dealId: string): object {
  return { ...world.storedOf(dealId), stripe_last_synced_at: undefined };
}

test('a sync writes all figures in one PATCH of the record, and reports those that changed', async () => {
  const { changes } = succeeded(await world.syncPayments('9001', { main }));
  const writes = (await requestsOf(world)).filter(isWrite);
  expect(writes).toMatchObject([{ method: 'PATCH', path: '/crm/objects/2026-03/0-3/9001' }]);
  const written = Object.assign({}, ...writes.map(patchedProperties)) as object;
  expect(changes.length).toBeGreaterThan(15);
  expect(written).toMatchObject(Object.fromEntries(changes.map(({ name, to }) => [name, to])));
});

test('a second sync changes only the time of the sync', async () => {
  succeeded(await world.syncPayments('9002', { main }));
  const first = withoutSyncTime('9002');
  const { changes } = succeeded(await world.syncPayments('9002', { main }));
  expect(changes).toEqual([]);
  expect(withoutSyncTime('9002')).toEqual(first);
});

test('only the overwritten figure is reported as a change', async () => {
  succeeded(await world.syncPayments('9006', { main }));
  world.edit('9006', { stripe_net_amount: '1.00' });
  const { changes } = succeeded(await world.syncPayments('9006', { main }));
  expect(changes).toEqual([{ name: 'stripe_net_amount', from: '1.00', to: '1456.20' }]);
  expect(world.storedOf('9006')['stripe_net_amount']).toBe('1456.20');
});

test('a sync that read earlier and lands later overwrites nothing', async () => {
  world.edit('9003', { stripe_last_synced_at: new Date(demoNowMs() + 30_000).toISOString() });
  const before = world.storedOf('9003');
  expect(succeeded(await world.syncPayments('9003', { main })).changes).toEqual([]);
  expect(world.storedOf('9003')).toEqual(before);
});

test('a time of the last sync far in the future stops no sync', async () => {
  world.edit('9005', { stripe_last_synced_at: '2126-01-01T00:00:00.000Z' });
  succeeded(await world.syncPayments('9005', { main }));
  expect(world.storedOf('9005')['stripe_last_synced_at']).toMatch(/^2026-/);
});

test('an outdated figure is emptied', async () => {
  world.edit('9042', { stripe_net_amount: '5.00', stripe_currency: 'USD' });
  succeeded(await world.syncPayments('9042', { main }));
  expect(world.storedOf('9042')).toMatchObject({ stripe_net_amount: null, stripe_currency: null });
});

test("refuses an older caller's dry run instead of writing", async () => {
  const before = world.storedOf('9012');
  const parameters = { objectType: 'deal', dryRun: true };
  const reply = await world.syncPayments('9012', { main, parameters });
  expect(failureOf(reply).code).toBe('bad-request');
  expect(await requestsOf(world)).toEqual([]);
  expect(world.storedOf('9012')).toEqual(before);
});

test('five syncs at once end with the values of one', async () => {
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => world.syncPayments('9024', { main })),
  );
  for (const reply of replies) succeeded(reply);
  const together = withoutSyncTime('9024');
  expect(together).toMatchObject({ stripe_net_amount: '4684.10', stripe_fee_amount: '215.90' });
  expect(succeeded(await world.syncPayments('9024', { main })).changes).toEqual([]);
});

test('values that HubSpot stores in another spelling are no change', async () => {
  succeeded(await world.syncPayments('9004', { main }));
  const { stripe_first_payment_date: first } = world.storedOf('9004');
  world.edit('9004', {
    stripe_amount_paid: '512.25',
    stripe_amount_refunded: '0',
    stripe_net_amount: '1589.8100',
    stripe_fee_rate: '5.420',
    stripe_payment_count: '1.0',
    stripe_last_payment_date: String(Date.parse(first ?? '')),
  });
  expect(succeeded(await world.syncPayments('9004', { main })).changes).toEqual([]);
});

test("nothing is written but the app's own properties, and never those that people edit", async () => {
  const ids = { stripe_customer_id: ` ${world.storedOf('9011')['stripe_customer_id'] ?? ''} ;` };
  world.edit('9011', ids);
  for (const dealId of ['9011', '9014', '9021', '9031', '9033', '9044', '9046']) {
    await world.syncPayments(dealId, { main });
  }
  const names = (await requestsOf(world))
    .filter(isWrite)
    .flatMap((write) => Object.keys(patchedProperties(write)));
  expect(new Set(names).size).toBeGreaterThan(15);
  expect(names.filter((name) => !name.startsWith('stripe_'))).toEqual([]);
  expect(names).not.toContain('stripe_customer_id');
  expect(names).not.toContain('stripe_payment_ids');
  expect(world.storedOf('9011')).toMatchObject({ ...ids, stripe_net_amount: '2306.90' });
});

test('a successful sync removes the earlier error', async () => {
  world.edit('9013', { stripe_sync_error: "Stripe couldn't be reached." });
  const { changes } = succeeded(await world.syncPayments('9013', { main }));
  expect(changes).toContainEqual({
    name: 'stripe_sync_error',
    from: "Stripe couldn't be reached.",
    to: '',
  });
  expect(world.storedOf('9013')['stripe_sync_error']).toBeNull();
});

test('a second sync writes only what changed at Stripe', async () => {
  succeeded(await world.syncPayments('9052', { main }));
  const { stripe: sandbox } = world.world;
  const charge = sandbox.world.store.charges
    .newestFirst()
    .find(({ description }) => description === 'Renewal, year two');
  sandbox.world.refund(charge?.id ?? '', { amount: 34_567 });
  const { changes } = succeeded(await world.syncPayments('9052', { main }));
  expect(changes.map(({ name, to }) => [name, to])).toEqual([
    ['stripe_payment_status', 'partially_refunded'],
    ['stripe_coverage', 'partly_paid'],
    ['stripe_amount_outstanding', '345.67'],
    ['stripe_paid_in_full_date', ''],
    ['stripe_amount_refunded', '345.67'],
    ['stripe_net_amount', '11641.68'],
    [
      'stripe_amounts_by_currency',
      'USD: paid 12345.67, refunded 345.67, gross 12345.67, fees 358.32, net 11641.68',
    ],
  ]);
});

test.each([
  ['1.2E7', { minor: 1_200_000_000, currency: 'usd' }],
  ['6200.00', { minor: 620_000, currency: 'usd' }],
  ['100.335', 'not-comparable'],
])(
  'a deal amount of %s is read exactly or not compared, and a second sync changes nothing',
  async (amount, dealAmount) => {
    world.edit('9006', { amount });
    const { view } = succeeded(await world.syncPayments('9006'));
    expect(view.dealAmount).toEqual(dealAmount);
    expect(succeeded(await world.syncPayments('9006')).changes).toEqual([]);
  },
);

test('a sync that cannot read the account saves nothing, and a view shows the payments', async () => {
  world.edit('9001', { stripe_net_amount: '1.00' });
  await world.hubspot.fault({ pathPattern: '^/account-info', status: 500 });
  const main = loadMain('sync-payments');
  expect(failureOf(await world.syncPayments('9001', { main })).code).toBe('hubspot-unreachable');
  expect(world.storedOf('9001')['stripe_net_amount']).toBe('1.00');
  expect(succeeded(await world.getPayments('9001')).view.problems).toEqual([]);
  await world.hubspot.clearFaults();
});
