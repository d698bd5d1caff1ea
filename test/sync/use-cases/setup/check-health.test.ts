import { WEBHOOK_EVENTS } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { SyncError } from '../../../../src/app/packages/sync/src/sync-error.ts';
import { checkHealth } from '../../../../src/app/packages/sync/src/use-cases/setup/check-health.ts';
import { fakeSchema, freshAccounts } from './fake-schema.ts';
import type { SetupFakes } from './fake-setup.ts';
import { failing, fakeSetup, NOW_MS } from './fake-setup.ts';

const HOUR_MS = 3_600_000;

const syncedAt = (newestMs: number, oldestMs: number): NonNullable<SetupFakes['crm']> => ({
  firstRecord: (_objectType, _property, direction) =>
    Promise.resolve({
      total: 7,
      value: new Date(direction === 'ASCENDING' ? oldestMs : newestMs).toISOString(),
    }),
});

test('counts records and tells the newest and the oldest sync', async () => {
  const crm = {
    ...syncedAt(NOW_MS - HOUR_MS, NOW_MS - 90 * HOUR_MS),
    countRecords: (_type: unknown, property: string) =>
      Promise.resolve(property === 'stripe_sync_error' ? 2 : 3),
  };
  const { records } = await checkHealth(fakeSetup({ crm }));
  expect(records).toHaveLength(3);
  expect(records[0]).toEqual({
    objectType: 'deal',
    kept: {
      isReadable: true,
      synced: 7,
      failed: 2,
      feesPending: 3,
      newestSyncMs: NOW_MS - HOUR_MS,
      oldestSyncMs: NOW_MS - 90 * HOUR_MS,
    },
  });
});

test('what could not be counted is named, and hides nothing else', async () => {
  const crm = {
    countRecords: (objectType: string) =>
      objectType === 'contact' ? failing('hubspot-rate-limited')() : Promise.resolve(0),
  };
  const { records, events } = await checkHealth(fakeSetup({ crm }));
  expect(records.map(({ kept }) => kept.isReadable)).toEqual([true, false, true]);
  expect(events.isReadable).toBe(true);
});

test('an account without the properties is not set up; one with them was refused for another reason', async () => {
  const refused = { crm: { firstRecord: failing('hubspot-refused') } };
  const codes = async (ports: ReturnType<typeof fakeSetup>) => {
    const { records } = await checkHealth(ports);
    return records.map(({ kept }) => (kept.isReadable ? 'read' : kept.error.code));
  };
  const without = { ...fakeSetup(refused), schema: fakeSchema(freshAccounts) };
  expect(new Set(await codes(without))).toEqual(new Set(['not-set-up']));
  expect(new Set(await codes(fakeSetup(refused)))).toEqual(new Set(['hubspot-refused']));
});

test('counts the events since the newest sync, and the oldest of them', async () => {
  const at = [1, 2, 3].map((hours) => NOW_MS - hours * HOUR_MS);
  const stripe = { newestEventsMs: () => Promise.resolve(at) };
  const crm = syncedAt(NOW_MS - 2.5 * HOUR_MS, NOW_MS - 3 * HOUR_MS);
  const { events } = await checkHealth(fakeSetup({ stripe, crm }));
  expect(events).toEqual({
    isReadable: true,
    newestMs: at[0],
    sinceSync: 2,
    oldestSinceSyncMs: at[1],
  });
});

test('without a key the records are counted all the same', async () => {
  const report = await checkHealth(fakeSetup({ stripe: new SyncError('not-configured') }));
  expect(report.events).toMatchObject({ isReadable: false, error: { code: 'not-configured' } });
  expect(report.records.every(({ kept }) => kept.isReadable)).toBe(true);
});

const endpoint = (isCurrent: boolean, events: readonly string[], isEnabled = true) => ({
  ...{ id: 'we_1', domain: 'www.example.com', otherApiVersion: null },
  ...{ isCurrent, events, isEnabled },
});
const allBut = WEBHOOK_EVENTS.slice(1);

test.each([
  ['no endpoint', [], { status: 'none', missingEvents: WEBHOOK_EVENTS }],
  [
    'all events',
    [endpoint(true, ['*'])],
    { status: 'current', missingEvents: [], extraEvents: ['*'] },
  ],
  [
    'one event missing, and another endpoint of an earlier key',
    [endpoint(false, ['*']), endpoint(true, allBut, false)],
    { status: 'current', isEnabled: false, missingEvents: [WEBHOOK_EVENTS[0]] },
  ],
  ['the URL of another key', [endpoint(false, allBut)], { status: 'other-secret' }],
])('%s at Stripe is compared with what is needed', async (_, endpoints, expected) => {
  const stripe = { webhookEndpoints: () => Promise.resolve(endpoints) };
  expect((await checkHealth(fakeSetup({ stripe }))).endpoint).toMatchObject(expected);
});
