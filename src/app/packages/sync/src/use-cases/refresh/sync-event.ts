import type { RangeRecord, RecordClaims, StripeObjects } from '@stripe-payments/core';
import { NO_STRIPE_OBJECTS } from '@stripe-payments/core';
import type { Ports, RecordRef, StripeEvent, TouchedObjects } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import type { ClaimIndex } from '../collect/claim-index.ts';
import { createClaimIndex } from '../collect/claim-index.ts';
import { competingRecordsOf } from '../collect/competing-records.ts';
import { createReading, mergeObjectSets } from '../collect/reading.ts';
import { isGone } from '../collect/recent-steps.ts';
import { customerSteps } from '../collect/steps.ts';
import { knowing } from './known-objects.ts';
import { readingAhead } from './read-ahead.ts';
import type { DueRecord, SyncedRecord } from './sync-due.ts';
import { dueRecords, isSyncedSince, syncIfDue, syncUnviewed } from './sync-due.ts';
import { paidOutIn, touchedPayments } from './touched-payouts.ts';
import { MAX_OBJECTS } from './touched-queue.ts';
import { readTouched, touchedRecords } from './touched-records.ts';

/** What an event led to. */
export interface EventOutcome {
  /** False for an ID that Stripe does not know, or knows in the other mode or no longer. */
  readonly isKnown: boolean;
  readonly records: readonly RangeRecord[];
  /** Left to the catch-up: the time was over. */
  readonly left: number;
  /** True where some are due, and there was no time to begin with one of them. */
  readonly isPostponed: boolean;
  /** Requests to Stripe. */
  readonly stripeCalls: number;
}

const nothingDone = ({ stripe }: Ports): EventOutcome => ({
  isKnown: false,
  records: [],
  left: 0,
  isPostponed: false,
  stripeCalls: stripe.callsSent(),
});

const EVENT_ID = /^evt_\w{1,100}$/;

/** So many syncs run at the same time. */
const AT_ONCE = 2;

/** No sync is begun with less than this, but the first ones: with nothing done, a repeated event gets no further. */
const SYNC_NEEDS_MS = 3_000;
const FIRST_NEEDS_MS = 1_000;

type Ahead = ReturnType<typeof readingAhead>;

/** Asks for what the record's sync is going to ask for, so that it need not wait for the record. */
function readAheadFor({ readAhead, ...ports }: Ahead, record: RecordClaims): void {
  const { objectType, recordId, mergedIds, linkedCustomerIds } = record;
  const { stripe } = readAhead;
  const customerIds = [...linkedCustomerIds];
  const reading = createReading(stripe, { follow: () => [], hasRoom: () => false });
  void reading.run(customerIds.flatMap(customerSteps));
  const ids = [recordId, ...mergedIds];
  stripe.findByMetadata(objectType, ids, () => undefined).catch(() => undefined);
  stripe.recentEvents().catch(() => undefined);
  // An account that keeps no payment records is known by then.
  ports.paymentRecords.tiedTo(record).catch(() => undefined);
  const none = () => Promise.resolve(NO_STRIPE_OBJECTS);
  const using = { ...ports, ...readAhead };
  competingRecordsOf(using, record, customerIds, none).catch(() => undefined);
}

/**
 * Syncs the deals that link a customer of the event, at once: who they are is known before what else the event has
 * touched. It never throws; what it does not do is left to who looks for everything.
 */
async function syncLinkedDeals(
  ahead: Ahead,
  { created, touched }: StripeEvent,
  index: ClaimIndex,
): Promise<readonly SyncedRecord[]> {
  const references = {
    customerIds: new Set(touched.customerIds),
    objectIds: new Set<string>(),
    addresses: new Set<string>(),
    domains: new Set<string>(),
  };
  if (references.customerIds.size === 0) return [];
  const deals = await index.having('deal', references).catch(() => []);
  if (deals.length > AT_ONCE) return [];
  const outcomes = await Promise.all(
    deals.map(async (deal) => {
      readAheadFor(ahead, deal);
      return syncIfDue(ahead, deal, created * 1_000);
    }),
  );
  return outcomes.filter((outcome) => outcome !== null);
}

const keyOf = ({ objectType, recordId }: RecordRef): string => `${objectType}/${recordId}`;

/** Syncs records while there is time; the others stay in the list. */
async function syncWhileTime(
  ports: Ports,
  due: RecordRef[],
  isDone: (outcome: SyncedRecord) => void,
  isFirst: boolean,
): Promise<void> {
  let needsMs = isFirst ? FIRST_NEEDS_MS : SYNC_NEEDS_MS;
  while (due.length > 0 && ports.time.remainingMs() > needsMs) {
    needsMs = SYNC_NEEDS_MS;
    const outcomes = await Promise.all(
      due.splice(0, AT_ONCE).map((record) => syncUnviewed(ports, record)),
    );
    outcomes.forEach(isDone);
    if (outcomes.some(({ status }) => status === 'unfinished')) return;
  }
}

/** A webhook has no time for more payments of a payout. */
const MAX_PAID_OUT = MAX_OBJECTS;

/** The event with the first payments of its payout, and how many records or pages are left to the catch-up. */
async function withPaidOut(
  ports: Ports,
  event: StripeEvent,
): Promise<{ readonly event: StripeEvent; readonly left: number }> {
  const [payout] = event.touched.payouts ?? [];
  if (payout === undefined) return { event, left: 0 };
  const { chargeIds, returned, rest } = await paidOutIn(ports, payout);
  const touched = touchedPayments(chargeIds.slice(0, MAX_PAID_OUT));
  const pages = returned.length + (rest === null ? 0 : 1);
  const left = Math.max(0, chargeIds.length - MAX_PAID_OUT) + pages;
  return { event: { ...event, touched }, left };
}

/** So many payments of an event are looked up. A payout has more, and changes no status. */
const MAX_LOOKED_UP = 3;

/**
 * Invoices and checkouts of the event's payments, where it is of nothing else: the record may be named, or what a
 * person assigned, only there.
 */
async function documentsOf(
  { stripe }: Pick<Ports, 'stripe'>,
  { paymentIds, documentIds }: TouchedObjects,
): Promise<readonly string[]> {
  const intents = paymentIds.filter((id) => id.startsWith('pi_'));
  if (documentIds.length > 0 || intents.length > MAX_LOOKED_UP) return [];
  const found = await Promise.all(
    intents.map((id) =>
      stripe.documentsOfPayment(id).catch((error: unknown) => {
        if (error instanceof SyncError && isGone(error)) return [];
        throw error;
      }),
    ),
  );
  return found.flat();
}

/** What an event has touched as it is now, with what its payments paid. */
async function readWithDocuments(
  ahead: Pick<Ports, 'stripe'>,
  touched: TouchedObjects,
): Promise<{ readonly objects: StripeObjects; readonly touched: TouchedObjects }> {
  const [own, documentIds] = await Promise.all([
    readTouched(ahead, touched),
    documentsOf(ahead, touched),
  ]);
  if (documentIds.length === 0) return { objects: own, touched };
  const documents = await readTouched(ahead, { ...touchedPayments([]), documentIds });
  return { objects: mergeObjectSets([own, documents]), touched: { ...touched, documentIds } };
}

async function syncTouched(ports: Ports, asked: StripeEvent): Promise<EventOutcome> {
  const { event, left } = await withPaidOut(ports, asked);
  const ahead = readingAhead(ports);
  const { crm } = ahead.readAhead;
  const index = createClaimIndex({ ...ports, crm });
  // A sync needs the account's days and kind of payment records. It asks for them again, and tells what is wrong.
  crm.accountFacts().catch(() => undefined);
  ports.paymentRecords.kind().catch(() => undefined);
  const findAll = async () => {
    const { objects, touched } = await readWithDocuments(ahead.readAhead, event.touched);
    const { records } = await touchedRecords(ports, touched, objects, index);
    return { objects, touched: records };
  };
  const [linked, { objects, touched }] = await Promise.all([
    syncLinkedDeals(ahead, event, index),
    findAll(),
  ]);
  const records: RangeRecord[] = [];
  const due: RecordRef[] = [];
  const isDone = (outcome: SyncedRecord): void => {
    if (outcome.status === 'unfinished') due.push(outcome);
    else records.push(outcome);
  };
  linked.forEach(isDone);
  const synced = new Set(linked.map(keyOf));
  const others = touched.filter((record) => !synced.has(keyOf(record)));
  const changedAtMs = event.created * 1_000;
  const found = await dueRecords(ports, others, changedAtMs);
  // Of a repeated event those that an earlier delivery has synced come last: each delivery gets further.
  const isSynced = ({ syncedMs }: DueRecord): boolean => isSyncedSince(syncedMs, changedAtMs);
  due.push(...found.filter((each) => !isSynced(each)), ...found.filter(isSynced));
  const isFirst = linked.length === 0;
  const isPostponed = isFirst && due.length > 0 && ports.time.remainingMs() <= FIRST_NEEDS_MS;
  await syncWhileTime(knowing(ahead, objects), due, isDone, isFirst);
  return {
    isKnown: true,
    records,
    left: left + due.length,
    isPostponed,
    stripeCalls: ports.stripe.callsSent(),
  };
}

/**
 * Syncs the records that an event has touched, as far as the time allows. Of what called, only the id is
 * believed: the event and everything it names are read from Stripe. An id that Stripe does not
 * know does nothing.
 */
export async function syncEvent(ports: Ports, eventId: string): Promise<EventOutcome> {
  if (!EVENT_ID.test(eventId)) return nothingDone(ports);
  try {
    return await syncTouched({ ...ports, isTriedAgain: true }, await ports.stripe.event(eventId));
  } catch (error) {
    if (error instanceof SyncError && ['unknown-event', 'wrong-mode'].includes(error.code)) {
      return nothingDone(ports);
    }
    throw error;
  }
}
