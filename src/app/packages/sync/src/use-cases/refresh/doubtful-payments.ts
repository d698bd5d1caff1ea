import type { ObjectType, StoredProperties } from '@stripe-payments/core';
import {
  epochMsFromText,
  isMatchOfCounted,
  MATCH_PROPERTIES,
  OBJECT_TYPES,
  PAYMENT_KEY,
  PAYMENT_READ_AT,
  settledMatch,
} from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { syncedAtMs } from '../save-figures.ts';
import { emptyMatches, MATCH_NAMES, settleMatches } from '../payment-records/release.ts';

const MODIFIED_AT = 'hs_lastmodifieddate';
const SYNCED_AT = 'stripe_last_synced_at';

const NAMES = [...MATCH_NAMES, PAYMENT_READ_AT, MODIFIED_AT];

/** HubSpot's clock may be so much behind. */
const SKEW_MS = 5_000;

/** No sync is still at work on what was written before that. */
export const AT_WORK_MS = 120_000;

const momentIn = (stored: StoredProperties, name: string): number =>
  epochMsFromText(stored[name] ?? '') ?? 0;

const isAtWork = ({ clock }: Ports, payment: StoredProperties): boolean =>
  momentIn(payment, MODIFIED_AT) >= clock.nowMs() - AT_WORK_MS;

type Ties = ReadonlyMap<string, readonly string[]>;

interface Doubtful {
  /** Records whose payment records may not be as their last sync left them. */
  readonly records: readonly RecordRef[];
  /** Charges that counted on a record which has them no more: another one may have them now. */
  readonly lostCharges: readonly string[];
}

async function doubtfulOf(
  ports: Ports,
  objectType: ObjectType,
  payments: ReadonlyMap<string, StoredProperties>,
): Promise<Doubtful> {
  const match = MATCH_PROPERTIES[objectType];
  const ties: Ties = await ports.paymentRecords.tiesOf([...payments.keys()], objectType);
  const synced = await ports.crm.readMany(
    objectType,
    [...new Set([...ties.values()].flat())],
    [SYNCED_AT],
  );
  const isLate = (payment: StoredProperties, recordId: string): boolean => {
    const syncedMs = syncedAtMs(ports, synced.get(recordId)?.[SYNCED_AT]);
    return (
      syncedMs !== undefined &&
      momentIn(payment, PAYMENT_READ_AT) < syncedMs &&
      momentIn(payment, MODIFIED_AT) + SKEW_MS > syncedMs
    );
  };
  const doubtful = new Set<string>();
  const untied: string[] = [];
  for (const [id, payment] of payments) {
    const records = ties.get(id) ?? [];
    const isCounted = isMatchOfCounted(payment[match] ?? '');
    if (records.length === 0 && isCounted && !isAtWork(ports, payment)) untied.push(id);
    for (const recordId of records) {
      if (!isCounted || records.length > 1 || isLate(payment, recordId)) doubtful.add(recordId);
    }
  }
  if (untied.length > 0) await emptyMatches(ports, { objectType }, untied);
  return {
    records: [...doubtful].map((recordId) => ({ objectType, recordId })),
    lostCharges: untied.flatMap((id) => payments.get(id)?.[PAYMENT_KEY] ?? []),
  };
}

/** HubSpot's search gives 10,000 results at most. */
const MAX_READ = 9_000;

/** How far a walk over the payment records has come; moments are in milliseconds since the epoch. */
export interface PaymentWalk {
  /** What was written later is of syncs that began later. */
  readonly untilMs: number;
  readonly fromMs: number;
  /** HubSpot's cursor in the search that began there, and what it has given. */
  readonly after: string | null;
  readonly read: number;
}

/** A walk over what was written since a moment. */
export const walkSince = (sinceMs: number, nowMs: number): PaymentWalk => ({
  untilMs: nowMs,
  fromMs: sinceMs,
  after: null,
  read: 0,
});

/**
 * Records to be synced since what was written on their payment records does not fit them, of a part of the
 * payment records that were written since a moment. A sync that was killed, or that met another one of the same
 * payment, can leave an association or a match behind that no figure tells of.
 * @returns `next` is null at the end.
 */
export async function doubtfulRecords(
  ports: Ports,
  walk: PaymentWalk,
): Promise<Doubtful & { readonly next: PaymentWalk | null }> {
  const page = await ports.paymentRecords.writtenPage(walk, NAMES);
  if (page === null || page.records.size === 0) return { records: [], lostCharges: [], next: null };
  const found = await Promise.all(
    OBJECT_TYPES.map((objectType) => doubtfulOf(ports, objectType, page.records)),
  );
  const unsettled = [...page.records].flatMap(([id, stored]) =>
    settledMatch(stored) !== undefined && !isAtWork(ports, stored) ? [id] : [],
  );
  await settleMatches(ports, unsettled);
  const doubtful: Doubtful = {
    records: found.flatMap(({ records }) => records),
    lostCharges: [...new Set(found.flatMap(({ lostCharges }) => lostCharges))],
  };
  const { next: after } = page;
  if (after === null) return { ...doubtful, next: null };
  const read = walk.read + page.records.size;
  if (read < MAX_READ) return { ...doubtful, next: { ...walk, after, read } };
  const moments = [...page.records.values()].map((stored) => momentIn(stored, MODIFIED_AT));
  return { ...doubtful, next: walkSince(Math.max(...moments), walk.untilMs) };
}
