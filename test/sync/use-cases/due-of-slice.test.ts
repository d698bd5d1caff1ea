import type { StoredProperties } from '@stripe-payments/core';
import { NO_STRIPE_OBJECTS } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { createClaimIndex } from '../../../src/app/packages/sync/src/use-cases/collect/claim-index.ts';
import { dueOfSlice } from '../../../src/app/packages/sync/src/use-cases/refresh/due-of-slice.ts';
import type { TouchedAt } from '../../../src/app/packages/sync/src/use-cases/refresh/touched-queue.ts';
import { fakePorts, NOW_MS } from '../fake-ports.ts';

const HOUR_MS = 3_600_000;

/** A change so many hours ago, which names a deal. */
function change(hoursAgo: number, touched: { customer: string; deal?: string }): TouchedAt {
  const { customer, deal } = touched;
  return {
    changedAtMs: NOW_MS - hoursAgo * HOUR_MS,
    touched: {
      customerIds: [customer],
      paymentIds: [],
      documentIds: [],
      addresses: [],
      claims: deal === undefined ? [] : [{ objectType: 'deal', recordId: deal }],
    },
  };
}

/** Deals that are due after the changes, of those that were synced so many hours ago; null for never. */
async function dueDeals(
  syncedHoursAgo: Readonly<Record<string, number | null>>,
  entries: readonly TouchedAt[],
): Promise<readonly string[]> {
  const storedOf = (id: string): StoredProperties => {
    const hours = syncedHoursAgo[id] ?? null;
    const at = hours === null ? null : new Date(NOW_MS - hours * HOUR_MS).toISOString();
    return { stripe_last_synced_at: at };
  };
  const ports = fakePorts({
    crm: {
      readMany: (_type, ids) => Promise.resolve(new Map(ids.map((id) => [id, storedOf(id)]))),
    },
  });
  const records = Object.keys(syncedHoursAgo).map((recordId) => ({
    objectType: 'deal' as const,
    recordId,
  }));
  const slice = { entries, objects: NO_STRIPE_OBJECTS };
  const due = await dueOfSlice(ports, records, slice, createClaimIndex(ports));
  return due.map(({ recordId }) => recordId);
}

test('a record that was synced after what touches it is not due because of a later change of another one', async () => {
  const entries = [
    change(0, { customer: 'cus_2', deal: '2' }),
    change(5, { customer: 'cus_1', deal: '1' }),
  ];
  expect(await dueDeals({ 1: 3, 2: 3 }, entries)).toEqual(['2']);
});

test('each record is compared with its own changes, also where they were synced at different times', async () => {
  const entries = [1, 3, 5].map((hoursAgo) =>
    change(hoursAgo, { customer: `cus_${String(hoursAgo)}`, deal: String(hoursAgo) }),
  );
  expect(await dueDeals({ 1: 2, 3: 4, 5: 2 }, entries)).toEqual(['1', '3']);
  expect(await dueDeals({ 1: 0.5, 3: 2, 5: 4 }, entries)).toEqual([]);
  expect(await dueDeals({ 1: null, 3: null, 5: null }, entries)).toEqual(['1', '3', '5']);
});

test('a change that names no record is of the record that another change of its customer names', async () => {
  const entries = [change(0, { customer: 'cus_1' }), change(5, { customer: 'cus_1', deal: '1' })];
  expect(await dueDeals({ 1: 3 }, entries)).toEqual(['1']);
});
