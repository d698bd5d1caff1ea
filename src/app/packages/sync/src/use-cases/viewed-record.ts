import type { PropertyChange, StoredProperties } from '@stripe-payments/core';
import { PROOF_PROPERTIES, epochMsFromText } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../ports.ts';
import { SyncError } from '../sync-error.ts';

/** What HubSpot sent for the record being viewed. It cannot be forged, but does not tell its type. */
export interface ViewedRecord extends RecordRef {
  /** `createdate` as sent: milliseconds or ISO text. */
  readonly createdAt: string;
}

function isSameInstant(sent: string, stored: string | null | undefined): boolean {
  const sentMs = epochMsFromText(sent);
  return sentMs !== undefined && sentMs === epochMsFromText(stored ?? '');
}

/**
 * Reads the record that is being viewed. The object type is the browser's claim; a record of that type
 * with the same id and another creation time is not the one on the screen, and nothing of it is returned.
 * @throws {SyncError} `bad-request` for a claim that does not hold; the reads' own codes.
 */
export async function readViewedRecord(
  { crm }: Ports,
  viewed: ViewedRecord,
  properties: readonly string[],
): Promise<StoredProperties> {
  const stored = await crm.read(viewed, [...PROOF_PROPERTIES, ...properties]);
  const isProven =
    stored['hs_object_id'] === viewed.recordId &&
    isSameInstant(viewed.createdAt, stored['createdate']);
  if (!isProven) throw new SyncError('bad-request');
  return stored;
}

/** All changes in one call; none where nothing changes. */
export async function writeChanges(
  { crm }: Ports,
  record: RecordRef,
  changes: readonly PropertyChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await crm.write(record, Object.fromEntries(changes.map(({ name, to }) => [name, to])));
}
