import type { PropertyValues, StoredProperties } from '@stripe-payments/core';
import { PROOF_PROPERTIES, epochMsFromText } from '@stripe-payments/core';
import type { Ports, RecordRef, SavedProperties } from '../ports.ts';
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

/**
 * Writes, and reads back what is saved then: also where the write was not answered.
 * @throws {SyncError} the write's codes; `write-unconfirmed` where it cannot be read back.
 */
export async function writeAndReadBack(
  { crm }: Ports,
  record: RecordRef,
  values: PropertyValues,
  versionsOf: string,
): Promise<SavedProperties> {
  try {
    await crm.write(record, values);
  } catch (error) {
    if (!(error instanceof SyncError) || error.code !== 'write-unconfirmed') throw error;
  }
  try {
    return await crm.saved(record, [versionsOf], versionsOf);
  } catch (cause) {
    throw new SyncError('write-unconfirmed', { cause });
  }
}
