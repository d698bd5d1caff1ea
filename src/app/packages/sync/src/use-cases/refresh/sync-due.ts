import type { Continuation, Failure, PropertyChange, RangeRecord } from '@stripe-payments/core';
import { OBJECT_TYPES, SEARCH_LAG_MS } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { asSyncError, isPassing } from '../../sync-error.ts';
import { syncedAtMs } from '../save-figures.ts';
import type { PartialSync } from '../sync-in-parts.ts';
import { syncInParts } from '../sync-in-parts.ts';
import { syncProperties } from '../sync-payments.ts';
import { beginningOf } from '../viewed-record.ts';

const SYNCED_AT = 'stripe_last_synced_at';

/** A record that is to be synced, and when it was the last time; undefined where never. */
export interface DueRecord extends RecordRef {
  readonly syncedMs: number | undefined;
}

/** True where a sync of that moment may not know the change. */
export const isDueAt = (syncedMs: number | undefined, changedAtMs: number): boolean =>
  syncedMs === undefined || syncedMs < changedAtMs + SEARCH_LAG_MS;

/** True where the last sync began after the change, though perhaps before searches knew it. */
export const isSyncedSince = (syncedMs: number | undefined, changedAtMs: number): boolean =>
  syncedMs !== undefined && syncedMs > changedAtMs;

/**
 * Those whose last sync may have read Stripe before the change: the moment of its last sync is a record's
 * own watermark. A record that no longer exists is left out.
 */
export async function dueRecords(
  ports: Ports,
  records: readonly RecordRef[],
  changedAtMs: number,
): Promise<readonly DueRecord[]> {
  const byType = await Promise.all(
    OBJECT_TYPES.map(async (objectType) => {
      const ids = records.filter((each) => each.objectType === objectType);
      if (ids.length === 0) return [];
      const stored = await ports.crm.readMany(
        objectType,
        ids.map(({ recordId }) => recordId),
        [SYNCED_AT],
      );
      return [...stored]
        .map(([recordId, values]) => {
          const syncedMs = syncedAtMs(ports, values[SYNCED_AT]);
          return { objectType, recordId, syncedMs };
        })
        .filter(({ syncedMs }) => isDueAt(syncedMs, changedAtMs));
    }),
  );
  return byType.flat();
}

/** What became of a record's sync. */
export type SyncedRecord =
  | RangeRecord
  /** Its reading goes on with the continuation: nothing is saved yet. */
  | (RecordRef & {
      readonly status: 'unfinished';
      readonly continuation: Continuation | null;
      /** What ended it; null where the time was over. */
      readonly error: Failure | null;
    });

/** Syncs a record without a viewer, part by part as far as the time allows. It never throws. */
export async function syncUnviewed(
  ports: Ports,
  record: RecordRef,
  from: Continuation | null = null,
): Promise<SyncedRecord> {
  return outcomeOf(record, from, () => syncInParts(ports, record, from ?? undefined));
}

/**
 * The same for a record that need not be due; null where it was synced since the change, so that of a repeated event
 * the others come first. It never throws.
 */
export async function syncIfDue(
  ports: Ports,
  record: RecordRef,
  changedAtMs: number,
): Promise<SyncedRecord | null> {
  try {
    const sinceMs = beginningOf(ports);
    const stored = await ports.crm.read(record, syncProperties(record));
    if (isSyncedSince(syncedAtMs(ports, stored[SYNCED_AT]), changedAtMs)) return null;
    const known = { stored, sinceMs };
    return await outcomeOf(record, null, () => syncInParts(ports, record, undefined, known));
  } catch {
    // Gone, or not to be read now: it is looked for with the others.
    return null;
  }
}

/** An older failure that a record no longer says is no new figure. */
const isFigure = ({ name }: PropertyChange): boolean => name !== 'stripe_sync_error';

async function outcomeOf(
  record: RecordRef,
  from: Continuation | null,
  sync: () => Promise<PartialSync>,
): Promise<SyncedRecord> {
  try {
    const outcome = await sync();
    if (outcome.status === 'unfinished') return { ...record, ...outcome, error: null };
    const { changes, unsavedPayments } = outcome;
    if (unsavedPayments === null) {
      return { ...record, status: 'synced', changes: changes.filter(isFigure).length };
    }
    // The record says so as well. What passes is tried again, and its figures are then as they are.
    return isPassing(unsavedPayments.code)
      ? { ...record, status: 'unfinished', continuation: null, error: unsavedPayments }
      : { ...record, status: 'failed', error: unsavedPayments };
  } catch (thrown) {
    const error = asSyncError(thrown);
    if (!isPassing(error.code)) return { ...record, status: 'failed', error: error.failure };
    const goesOn = error.code === 'continuation-expired' ? null : from;
    return { ...record, status: 'unfinished', continuation: goesOn, error: error.failure };
  }
}
