import type { StoredProperties } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import type { Ports } from '../../../src/app/packages/sync/src/ports.ts';
import { syncEvent } from '../../../src/app/packages/sync/src/use-cases/refresh/sync-event.ts';
import { fakePorts, NOW_MS, stored } from '../fake-ports.ts';

const DEALS = ['1', '2', '3', '4', '5', '6', '7'];

/** What each write takes of a delivery's time. */
const WRITE_MS = 1_500;

const DELIVERY_MS = 5_500;

/** An event of this moment that names seven deals, and a HubSpot that writes slowly. */
function slowHubSpot(findingMs = 0) {
  let nowMs = NOW_MS + 1_500;
  const deals = new Map<string, StoredProperties>(
    DEALS.map((id) => [id, { ...stored, hs_object_id: id, stripe_customer_id: null }]),
  );
  const storedOf = (id: string): StoredProperties => deals.get(id) ?? {};
  const delivery = (): Ports => {
    const endMs = nowMs + DELIVERY_MS;
    const claims = DEALS.map((recordId) => ({ objectType: 'deal' as const, recordId }));
    const touched = { customerIds: [], paymentIds: [], documentIds: [], addresses: [], claims };
    const ports = fakePorts({
      nowMs: () => nowMs,
      stripe: {
        event: () => {
          nowMs += findingMs;
          return Promise.resolve({ id: 'evt_1', created: NOW_MS / 1_000, touched });
        },
      },
      crm: {
        read: ({ recordId }) => Promise.resolve(storedOf(recordId)),
        readMany: (_type, ids) => Promise.resolve(new Map(ids.map((id) => [id, storedOf(id)]))),
        saved: ({ recordId }, _names, versionsOf) => {
          const value = storedOf(recordId)[versionsOf];
          const versions = value == null ? [] : [{ value, writtenAtMs: nowMs }];
          return Promise.resolve({ stored: storedOf(recordId), versions });
        },
        write: ({ recordId }, values) => {
          nowMs += WRITE_MS;
          deals.set(recordId, { ...storedOf(recordId), ...values });
          return Promise.resolve();
        },
      },
    });
    const time = { ...ports.time, remainingMs: () => Math.max(0, endMs - nowMs) };
    return { ...ports, time };
  };
  return {
    deliver: () => syncEvent(delivery(), 'evt_1'),
    syncedIds: () => DEALS.filter((id) => storedOf(id)['stripe_last_synced_at'] != null),
  };
}

test('each delivery of an event that touches more than fits into its time syncs records that none before has', async () => {
  const { deliver, syncedIds } = slowHubSpot();
  const counts: number[] = [];
  while (counts.length < 4) {
    await deliver();
    counts.push(syncedIds().length);
  }
  expect(counts).toEqual([2, 4, 6, 7]);
});

test('the first records of an event are synced with less time, since a repeated delivery has no more', async () => {
  const { deliver, syncedIds } = slowHubSpot(3_500);
  expect(await deliver()).toMatchObject({ isPostponed: false, left: 5 });
  expect(syncedIds()).toHaveLength(2);
});

test('an event for which there was no time at all is to be sent again', async () => {
  const { deliver, syncedIds } = slowHubSpot(5_000);
  expect(await deliver()).toMatchObject({ isPostponed: true, records: [], left: 7 });
  expect(syncedIds()).toEqual([]);
});
