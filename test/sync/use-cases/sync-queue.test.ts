import type { ErrorCode } from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';
import {
  syncNext,
  waitingFor,
} from '../../../src/app/packages/sync/src/use-cases/refresh/sync-queue.ts';
import type { Fakes } from '../fake-ports.ts';
import { fakePorts, stored } from '../fake-ports.ts';

/** Syncs a record whose reading always fails, until nothing waits. */
async function failing(code: ErrorCode) {
  const ports = fakePorts({ crm: { read: () => Promise.reject(new SyncError(code)) } });
  let waiting = waitingFor([{ objectType: 'deal', recordId: '9' }]);
  for (let calls = 1; ; calls += 1) {
    const done = await syncNext(ports, waiting);
    waiting = done.waiting;
    if (waiting.length === 0) return { calls, records: done.records };
  }
}

const failed = (code: ErrorCode) => [
  { objectType: 'deal', recordId: '9', status: 'failed', error: { code } },
];

test.each(['write-unconfirmed', 'claims-unchecked', 'stripe-unreachable', 'timeout'] as const)(
  'a record that fails with %s is tried in three calls, and then says why',
  async (code) => {
    expect(await failing(code)).toEqual({ calls: 3, records: failed(code) });
  },
);

test('a record whose failure another call would only repeat fails at once', async () => {
  expect(await failing('bad-id')).toEqual({ calls: 1, records: failed('bad-id') });
});

test.each([
  ['claims-unchecked', [0, 0, 1]],
  ['timeout', [0, 0, 1]],
  ['too-many-claims', [1]],
] as const)(
  'a record that fails with %s says so only where it is not tried again',
  async (code, notes) => {
    const ports = fakePorts({
      stored: { ...stored, stripe_customer_id: 'cus_1' },
      charges: { cus_1: [] },
      crm: { searchClaims: () => Promise.reject(new SyncError(code)) },
    });
    let waiting = waitingFor([{ objectType: 'deal', recordId: '9001' }]);
    const after: number[] = [];
    while (waiting.length > 0) {
      ({ waiting } = await syncNext(ports, waiting));
      after.push(ports.writes.length);
    }
    expect(after).toEqual(notes);
    expect(ports.writes.map((values) => Object.keys(values))).toEqual([['stripe_sync_error']]);
  },
);

const DEALS = ['1', '2', '3'].map((recordId) => ({ objectType: 'deal' as const, recordId }));

test.each([
  ['hubspot-daily-limit', 1],
  ['stripe-rate-limited', 1],
  ['hubspot-unauthorized', 1],
  ['hubspot-unreachable', 3],
] as const)(
  '%s that refuses all of %i records stops the run, and they still wait',
  async (code, count) => {
    const ports = fakePorts({ crm: { read: () => Promise.reject(new SyncError(code)) } });
    const waiting = waitingFor(DEALS.slice(0, count));
    await expect(syncNext(ports, waiting)).rejects.toMatchObject({ code });
  },
);

test('what a service refuses for one record of several stops nothing', async () => {
  const ports = fakePorts({
    stored: { ...stored, stripe_customer_id: null },
    crm: {
      read: ({ recordId }) =>
        recordId === '2'
          ? Promise.reject(new SyncError('hubspot-rate-limited'))
          : Promise.resolve({ ...stored, stripe_customer_id: null, hs_object_id: recordId }),
    },
  });
  const { records, waiting } = await syncNext(ports, waitingFor(DEALS));
  expect(records.map(({ recordId, status }) => [recordId, status])).toEqual([
    ['1', 'synced'],
    ['3', 'synced'],
  ]);
  expect(waiting).toMatchObject([{ recordId: '2', tries: 1 }]);
});

test('an older failure that a record no longer says is no new figure', async () => {
  const ports = fakePorts({
    stored: { ...stored, stripe_customer_id: null, hs_object_id: '1' },
  });
  await syncNext(ports, waitingFor(DEALS.slice(0, 1)));
  const [written = {}] = ports.writes;
  const again = fakePorts({
    stored: {
      ...stored,
      stripe_customer_id: null,
      hs_object_id: '1',
      ...written,
      stripe_sync_error: 'An old failure.',
    },
  });
  const { records } = await syncNext(again, waitingFor(DEALS.slice(0, 1)));
  expect(again.writes).toMatchObject([{ stripe_sync_error: '' }]);
  expect(records).toMatchObject([{ status: 'synced', changes: 0 }]);
});

describe('a process for itself', () => {
  const MANY = waitingFor(
    Array.from({ length: 12 }, (_, index) => ({ objectType: 'deal', recordId: String(index) })),
  );

  /** Three at a time, of which `read` tells how many there are. */
  const threeAtOnce = (fakes: Fakes) => {
    let running = 0;
    const seen: number[] = [];
    const ports = {
      ...fakePorts({
        ...fakes,
        crm: {
          read: async (record, properties) => {
            running += 1;
            seen.push(running);
            await new Promise((done) => setImmediate(done));
            running -= 1;
            return (await fakes.crm?.read?.(record, properties)) ?? stored;
          },
        },
      }),
      recordsAtOnce: 3,
    };
    return { ports, seen };
  };

  test('begins the next records when those before them are done, so many at a time', async () => {
    const { ports, seen } = threeAtOnce({ charges: { cus_1: [] } });
    const done = await syncNext(ports, MANY);
    expect([done.records.length, done.waiting.length]).toEqual([12, 0]);
    expect(Math.max(...seen)).toBe(3);
  });

  test('of eighty at a time forty are read, and the next ones once those are to be written', async () => {
    let begun = 0;
    const waitingCalls: (() => void)[] = [];
    let mayPass = false;
    const held = async (): Promise<void> => {
      if (!mayPass) await new Promise<void>((goOn) => waitingCalls.push(goOn));
    };
    const turn = (): Promise<void> => new Promise((next) => setTimeout(next, 20));
    const fakes = fakePorts({
      crm: {
        read: async ({ recordId }) => {
          begun += 1;
          await held();
          return { ...stored, stripe_customer_id: null, hs_object_id: recordId };
        },
      },
    });
    const write: typeof fakes.crm.write = async (record, values) => {
      await held();
      await fakes.crm.write(record, values);
    };
    const crm = { ...fakes.crm, write };
    const ids = Array.from({ length: 100 }, (_, index) => String(index));
    const all = waitingFor(ids.map((recordId) => ({ objectType: 'deal', recordId })));
    const done = syncNext({ ...fakes, crm, recordsAtOnce: 80 }, all);
    await turn();
    expect(begun).toBe(40);
    for (const goOn of waitingCalls.splice(0)) goOn();
    await turn();
    expect(begun).toBe(80);
    mayPass = true;
    for (const goOn of waitingCalls.splice(0)) goOn();
    expect((await done).records.length).toBe(100);
  });

  test('begins no record that would be cut off', async () => {
    const { ports } = threeAtOnce({ charges: { cus_1: [] }, remainingMs: Array(99).fill(4_000) });
    const done = await syncNext(ports, MANY);
    expect([done.records.length, done.waiting.length]).toEqual([3, 9]);
  });

  test('asks a service that refuses every record no longer', async () => {
    const { ports, seen } = threeAtOnce({
      crm: { read: () => Promise.reject(new SyncError('hubspot-unauthorized')) },
    });
    await expect(syncNext(ports, MANY)).rejects.toMatchObject({ code: 'hubspot-unauthorized' });
    expect(seen).toHaveLength(3);
  });
});
