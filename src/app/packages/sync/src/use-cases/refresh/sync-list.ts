import type { ListedBy } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { asSyncError, isOfService, isPassing, SyncError } from '../../sync-error.ts';
import { dueRecords } from './sync-due.ts';
import type { Waiting } from './sync-queue.ts';
import { recordsOfRound, syncNext, waitingFor } from './sync-queue.ts';
import type { AheadOptions } from './read-ahead.ts';
import { readingAhead } from './read-ahead.ts';
import type { RangeStep } from './sync-range.ts';

/** How far a list has come; what is in its token. */
interface Listing {
  readonly kind: 'list';
  readonly mode: string;
  readonly by: ListedBy;
  /** The last id that was listed, or where HubSpot's list goes on; null before the first. */
  readonly afterId: string | null;
  readonly isListed: boolean;
  readonly waiting: readonly Waiting[];
}

/** Nothing new is begun with less than this: it would be cut off. */
const ROUND_NEEDS_MS = 5_000;

const LINKS = ['stripe_customer_id', 'stripe_payment_ids'];

const refsTo = ({ objectType }: ListedBy, recordIds: readonly string[]): readonly RecordRef[] =>
  recordIds.map((recordId) => ({ objectType, recordId }));

/** @throws {SyncError} `bad-request` for a token that was not made here for this mode. */
function listingOf({ seal, stripe }: Ports, by: ListedBy, continuation?: string): Listing {
  if (continuation === undefined) {
    const { mode } = stripe;
    return { kind: 'list', mode, by, afterId: null, isListed: false, waiting: [] };
  }
  const text = seal.open(continuation);
  const listing = text === undefined ? undefined : (JSON.parse(text) as Partial<Listing>);
  if (listing?.kind !== 'list' || listing.mode !== stripe.mode) throw new SyncError('bad-request');
  return listing as Listing;
}

async function nextPage(
  { crm }: Ports,
  { objectType, which, where }: ListedBy,
  after: string | null,
): Promise<{ readonly recordIds: readonly string[]; readonly next: string | null }> {
  if (typeof which === 'string') {
    const having = which === 'linked' ? LINKS : [];
    const { recordIds, isLast } = await crm.recordsAfter({
      objectType,
      having,
      where,
      afterId: after,
    });
    return { recordIds, next: isLast ? null : (recordIds.at(-1) ?? after) };
  }
  if ('listId' in which) return crm.listMembers({ objectType, listId: which.listId, after });
  return { recordIds: [...new Set(which)], next: null };
}

/** Lists the next records, after those that wait; those that were synced a short time ago are left out. */
async function listMore(ports: Ports, listing: Listing): Promise<Listing> {
  const { by, afterId } = listing;
  const { syncedBeforeMs } = by;
  const page = await nextPage(ports, by, afterId);
  const records = refsTo(by, page.recordIds);
  const due = syncedBeforeMs === null ? records : await dueRecords(ports, records, syncedBeforeMs);
  return {
    ...listing,
    afterId: page.next,
    isListed: page.next === null,
    waiting: [...listing.waiting, ...waitingFor(due)],
  };
}

/**
 * One bounded part of a sync of many records: lists them by id and syncs each once. Repeated, it does
 * nothing that was not needed.
 * @throws {SyncError} where nothing of it could be done.
 */
export async function syncList(
  ports: Ports,
  by: ListedBy,
  continuation?: string,
): Promise<RangeStep> {
  const records: RangeStep['records'][number][] = [];
  let listing = listingOf(ports, by, continuation);
  let isOutOfTime = false;
  const many: NonNullable<AheadOptions['many']> = new Set();
  const isFinished = (): boolean => listing.isListed && listing.waiting.length === 0;
  const hasRoom = (): boolean =>
    !listing.isListed && listing.waiting.length < recordsOfRound(ports);
  try {
    while (!isFinished() && !isOutOfTime) {
      if (hasRoom()) {
        listing = await listMore(ports, listing);
        isOutOfTime = ports.time.remainingMs() < ROUND_NEEDS_MS;
        if (hasRoom() && !isOutOfTime) continue;
      }
      const some = await syncNext(readingAhead(ports, { many }), listing.waiting);
      records.push(...some.records);
      listing = { ...listing, waiting: some.waiting };
      isOutOfTime ||= some.isOutOfTime || ports.time.remainingMs() < ROUND_NEEDS_MS;
    }
  } catch (thrown) {
    const error = asSyncError(thrown);
    if (records.length === 0 || !(isPassing(error.code) || isOfService(error.code))) throw error;
  }
  return {
    eventsRead: 0,
    records,
    waiting: listing.waiting.length,
    isBeyondEvents: false,
    stripeCalls: ports.stripe.callsSent(),
    continuation: isFinished() ? null : ports.seal.close(JSON.stringify(listing)),
  };
}
