import { OBJECT_TYPES, SEARCH_LAG_MS } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { dueRecords } from './sync-due.ts';

/** A record whose fees are pending is synced again after this. */
const PENDING_FOR_MS = 60 * 60_000;

/** One that says that not all was saved is, by the next run: what kept it from that is mostly over. */
const FAILED_FOR_MS = 60_000;

const SYNC_ERROR = 'stripe_sync_error';

/** Records whose fees are pending or whose last sync failed; where there are many, the newest of them. */
export async function unsettledRecords(ports: Ports): Promise<readonly RecordRef[]> {
  const byType = await Promise.all(
    OBJECT_TYPES.map(async (objectType) => {
      const { records } = await ports.crm.searchClaims({
        objectType,
        conditions: [
          { property: 'stripe_fee_status', is: 'one-of', values: ['pending'] },
          { property: SYNC_ERROR, is: 'set' },
        ],
        properties: [SYNC_ERROR],
      });
      return [...records].map(([recordId, stored]) => ({
        record: { objectType, recordId },
        hasFailed: (stored[SYNC_ERROR] ?? '') !== '',
      }));
    }),
  );
  const found = byType.flat();
  const nowMs = ports.clock.nowMs();
  const dueOf = (hasFailed: boolean, afterMs: number): Promise<readonly RecordRef[]> =>
    dueRecords(
      ports,
      found.filter((each) => each.hasFailed === hasFailed).map(({ record }) => record),
      // Less the time that `dueRecords` gives searches.
      nowMs - afterMs - (hasFailed ? SEARCH_LAG_MS : 0),
    );
  const due = await Promise.all([dueOf(true, FAILED_FOR_MS), dueOf(false, PENDING_FOR_MS)]);
  return due.flat();
}
