import type { PropertyValues, StoredProperties } from '@stripe-payments/core';
import { MODIFIED_AT, PROOF_PROPERTIES, epochMsFromText } from '@stripe-payments/core';
import type { Ports, RecordRef, SavedProperties } from '../ports.ts';
import { SyncError } from '../sync-error.ts';

/** What HubSpot sent for the record being viewed. It cannot be forged, but does not tell its type. */
export interface ViewedRecord extends RecordRef {
  /** `createdate` as sent: milliseconds or ISO text. */
  readonly createdAt: string;
  /** When it was last changed, in the same form: of a record that a page picked, which HubSpot did not send. */
  readonly modifiedAt?: string;
}

/** A record's properties, as they were at some moment since `sinceMs` (milliseconds since the epoch). */
export interface RecordAsRead {
  readonly stored: StoredProperties;
  readonly sinceMs: number;
}

/** The moment of a reading that begins now: before the record is asked for. What was read ahead is older. */
export const beginningOf = ({ readAhead, clock }: Pick<Ports, 'readAhead' | 'clock'>): number =>
  readAhead?.sinceMs ?? clock.nowMs();

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
  { crm }: { readonly crm: Pick<Ports['crm'], 'read'> },
  viewed: ViewedRecord,
  properties: readonly string[],
): Promise<StoredProperties> {
  const { modifiedAt } = viewed;
  const modified = MODIFIED_AT[viewed.objectType];
  const proofs = [...PROOF_PROPERTIES, ...(modifiedAt === undefined ? [] : [modified])];
  const stored = await crm.read(viewed, [...proofs, ...properties]);
  const isProven =
    stored['hs_object_id'] === viewed.recordId &&
    isSameInstant(viewed.createdAt, stored['createdate']) &&
    (modifiedAt === undefined || isSameInstant(modifiedAt, stored[modified]));
  if (!isProven) throw new SyncError('bad-request');
  return stored;
}

/** Without these a sync would be wrong: what is linked, in what currency amounts are, which sync is newer. */
const NEEDED: ReadonlySet<string> = new Set([
  'stripe_customer_id',
  'stripe_payment_ids',
  'stripe_excluded_payment_ids',
  'stripe_currency',
  'stripe_settlement_currency',
  'stripe_last_synced_at',
]);

/**
 * Which of the app's properties are archived. HubSpot leaves out of a read what the account does not have,
 * and its definition tells why; an empty property is there as null.
 * @throws {SyncError} `not-set-up` where one does not exist, `property-archived` where a needed one is.
 */
export async function archivedProperties(
  { crm }: Ports,
  { objectType }: RecordRef,
  stored: StoredProperties,
  asked: readonly string[],
): Promise<ReadonlySet<string>> {
  const absent = asked.filter((name) => name.startsWith('stripe_') && !Object.hasOwn(stored, name));
  if (absent.length === 0) return new Set();
  const states = await crm.propertyStates(objectType, absent);
  const missing = absent.filter((name) => !states.has(name));
  if (missing.length > 0) throw new SyncError('not-set-up', { properties: missing });
  const archived = absent.filter((name) => states.get(name) === 'archived');
  const needed = archived.filter((name) => NEEDED.has(name));
  if (needed.length > 0) throw new SyncError('property-archived', { properties: needed });
  return new Set(archived);
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
