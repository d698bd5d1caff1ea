import type { PropertyChange } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../ports.ts';
import { SyncError } from '../sync-error.ts';

/** A write that was sent and not confirmed may have happened; only the same again tells. */
function asWriteFailure(error: unknown): unknown {
  const isOpen =
    error instanceof SyncError &&
    (error.code === 'timeout' || error.code === 'hubspot-unreachable');
  return isOpen ? new SyncError('write-unconfirmed', { cause: error }) : error;
}

/** All changes in one call; none where nothing changes. */
export async function writeChanges(
  { crm }: Ports,
  record: RecordRef,
  changes: readonly PropertyChange[],
): Promise<void> {
  if (changes.length === 0) return;
  try {
    await crm.write(record, Object.fromEntries(changes.map(({ name, to }) => [name, to])));
  } catch (error) {
    throw asWriteFailure(error);
  }
}
