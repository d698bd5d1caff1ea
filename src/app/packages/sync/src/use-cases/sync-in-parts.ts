import type { Continuation, PropertyChange } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../ports.ts';
import { syncProperties, syncRecord } from './sync-payments.ts';

/** A part is begun only with this much time: it would be cut off. */
const PART_NEEDS_MS = 5_000;

/** A sync without a viewer, as far as the time allows. */
export type PartialSync =
  | { readonly status: 'synced'; readonly changes: readonly PropertyChange[] }
  /** Nothing is saved: the reading goes on with the continuation. */
  | { readonly status: 'unfinished'; readonly continuation: Continuation };

/** @throws {SyncError} as `syncRecord` does. */
export async function syncInParts(
  ports: Ports,
  record: RecordRef,
  from?: Continuation,
): Promise<PartialSync> {
  let continuation = from;
  for (;;) {
    const stored = await ports.crm.read(record, syncProperties(record));
    const { changes, view } = await syncRecord(ports, record, stored, continuation);
    if (view.continuation === null) return { status: 'synced', changes };
    continuation = view.continuation;
    if (ports.time.remainingMs() < PART_NEEDS_MS) return { status: 'unfinished', continuation };
  }
}
