import type { RangeRecord, RecordClaims } from '@stripe-payments/core';
import { NO_STRIPE_OBJECTS } from '@stripe-payments/core';
import type { Ports, RecordRef, StripeEvent } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import type { ClaimIndex } from '../collect/claim-index.ts';
import { createClaimIndex } from '../collect/claim-index.ts';
import { competingRecordsOf } from '../collect/competing-records.ts';
import { createReading } from '../collect/reading.ts';
import { customerSteps } from '../collect/steps.ts';
import { knowing } from './known-objects.ts';
import { readingAhead } from './read-ahead.ts';
import type { SyncedRecord } from './sync-due.ts';
import { dueRecords, syncIfDue, syncUnviewed } from './sync-due.ts';
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
  /** Requests to Stripe. */
  readonly stripeCalls: number;
}

const nothingDone = ({ stripe }: Ports): EventOutcome => ({
  isKnown: false,
  records: [],
  left: 0,
  stripeCalls: stripe.callsSent(),
});

const EVENT_ID = /^evt_\w{1,100}$/;

/** So many syncs run at the same time. */
const AT_ONCE = 2;

/** No sync is begun with less than this. */
const SYNC_NEEDS_MS = 3_000;

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
): Promise<void> {
  while (due.length > 0 && ports.time.remainingMs() > SYNC_NEEDS_MS) {
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
  const { chargeIds, rest } = await paidOutIn(ports, payout);
  const touched = touchedPayments(chargeIds.slice(0, MAX_PAID_OUT));
  const left = Math.max(0, chargeIds.length - MAX_PAID_OUT) + (rest === null ? 0 : 1);
  return { event: { ...event, touched }, left };
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
    const objects = await readTouched(ahead.readAhead, event.touched);
    const { records } = await touchedRecords(ports, event.touched, objects, index);
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
  due.push(...(await dueRecords(ports, others, event.created * 1_000)));
  await syncWhileTime(knowing(ahead, objects), due, isDone);
  return { isKnown: true, records, left: left + due.length, stripeCalls: ports.stripe.callsSent() };
}

/**
 * Syncs the records that an event has touched, as far as the time allows. Of what called, only the id is
 * believed: the event and everything it names are read from Stripe. An id that Stripe does not
 * know does nothing.
 */
export async function syncEvent(ports: Ports, eventId: string): Promise<EventOutcome> {
  if (!EVENT_ID.test(eventId)) return nothingDone(ports);
  try {
    return await syncTouched(ports, await ports.stripe.event(eventId));
  } catch (error) {
    if (error instanceof SyncError && ['unknown-event', 'wrong-mode'].includes(error.code)) {
      return nothingDone(ports);
    }
    throw error;
  }
}
