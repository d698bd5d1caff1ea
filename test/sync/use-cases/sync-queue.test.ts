import type { ErrorCode } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';
import {
  syncNext,
  waitingFor,
} from '../../../src/app/packages/sync/src/use-cases/refresh/sync-queue.ts';
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

test.each(['write-unconfirmed', 'claims-unchecked', 'hubspot-rate-limited', 'timeout'] as const)(
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
