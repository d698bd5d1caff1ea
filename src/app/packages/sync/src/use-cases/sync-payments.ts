import type {
  Continuation,
  Failure,
  PropertyChange,
  RecordView,
  StoredProperties,
} from '@stripe-payments/core';
import { labelsOf, PROPERTY_NAMES, propertyChanges, propertyNamesOf } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../ports.ts';
import { firstOf, SyncError } from '../sync-error.ts';
import { checkContinuation, progressIn } from './collect/token.ts';
import { withTickets } from './get-payment.ts';
import { savePart, withPayments } from './payment-records/payments-of-reading.ts';
import type { OpenPayouts } from './payment-records/payouts-after-sync.ts';
import { sealedPayouts } from './payment-records/payouts-after-sync.ts';
import type { RecordReading } from './read-record.ts';
import { readRecord, viewProperties } from './read-record.ts';
import { shownView } from './view-details.ts';
import { takeBackReturned } from './moved-payments.ts';
import { valuesOf } from './figure-values.ts';
import { noteFailure, saveFigures, syncedAtMs } from './save-figures.ts';
import type { RecordAsRead, ViewedRecord } from './viewed-record.ts';
import { archivedProperties, beginningOf, readViewedRecord } from './viewed-record.ts';

export interface SyncOutcome {
  readonly changes: readonly PropertyChange[];
  readonly view: RecordView;
}

/** The same, and why the figures are saved and not all payment records are; null where all are. */
type RecordSync = SyncOutcome & {
  readonly unsavedPayments: Failure | null;
  readonly openPayouts: OpenPayouts | null;
};

/** The moment of the sync moves every time, so it says nothing about what changed. */
const isVisibleChange = ({ name }: PropertyChange): boolean => name !== 'stripe_last_synced_at';

/**
 * A complete reading, or a part of one that goes on. A read with problems would give figures that miss
 * something, so the first problem is the failure.
 */
async function readForSync(
  ports: Ports,
  record: RecordRef,
  read: RecordAsRead,
  continuation: Continuation | undefined,
): Promise<RecordReading> {
  // Begun here to save the time: `valuesOf` awaits it, and throws where it failed.
  ports.crm.accountFacts().catch(() => undefined);
  const reading = await readRecord(ports, record, read, continuation);
  const problem = firstOf(reading.view.problems);
  if (problem !== undefined) throw problem;
  return reading;
}

/** The view, with the properties that its sync leaves as they are. */
function withArchived(view: RecordView, archived: ReadonlySet<string>): RecordView {
  const names = PROPERTY_NAMES.filter((name) => archived.has(name));
  if (names.length === 0) return view;
  return {
    ...view,
    notes: [...view.notes, { kind: 'properties-archived', labels: labelsOf(names) }],
  };
}

const shown = (changes: readonly PropertyChange[], view: RecordView): SyncOutcome => ({
  changes: changes.filter(isVisibleChange),
  view: shownView(view),
});

/** What a sync reads of a record before it reads Stripe. */
export const syncProperties = (record: RecordRef): readonly string[] => [
  ...viewProperties(record),
  ...propertyNamesOf(record.objectType),
];

/**
 * A reading in parts that began before newer figures were saved ends there: it would save older ones.
 * @throws {SyncError} `continuation-expired`
 */
function refuseSuperseded(
  ports: Ports,
  record: RecordRef,
  stored: StoredProperties,
  continuation: Continuation | undefined,
): void {
  if (continuation === undefined) return;
  const savedMs = syncedAtMs(ports, stored['stripe_last_synced_at']);
  const { startedAtMs } = progressIn(ports, record, continuation);
  if (savedMs !== undefined && savedMs > startedAtMs) throw new SyncError('continuation-expired');
}

/**
 * What a sync would write, also before there is a property to write it to. It cannot write.
 * @throws {SyncError} with the code of what would stop the sync.
 */
export async function planSync(
  ports: Ports,
  viewed: ViewedRecord,
  continuation: Continuation | undefined,
): Promise<SyncOutcome> {
  checkContinuation(ports, viewed, continuation);
  const sinceMs = beginningOf(ports);
  const stored = await readViewedRecord(ports, viewed, syncProperties(viewed));
  const { view } = await readForSync(ports, viewed, { stored, sinceMs }, continuation);
  const isFinished = view.continuation === null;
  const changes = isFinished ? propertyChanges(stored, await valuesOf(ports, view)) : [];
  return shown(changes, view);
}

/** Readings of one call: where newer figures were overwritten, it reads again. */
const MAX_READINGS = 3;

async function readAndSave(
  ports: Ports,
  record: RecordRef,
  {
    archived,
    ...first
  }: RecordAsRead & {
    /** Names of properties that cannot be written. */
    readonly archived: ReadonlySet<string>;
    readonly continuation: Continuation | undefined;
  },
): Promise<RecordSync> {
  const { readAhead, ...fresh } = ports;
  // Where the record was read last of all, its own values are what is compared.
  const sentBefore = ports.stripe.callsSent();
  const isReadLast = (): boolean =>
    readAhead !== undefined && ports.stripe.callsSent() === sentBefore;
  const { stripe, crm } = readAhead ?? ports;
  let using: Ports = { ...ports, stripe, crm };
  let from = first;
  for (let reading = 1; reading <= MAX_READINGS; reading += 1) {
    const paymentsOf = withPayments(using, record, from.stored, from.continuation);
    const read = await readForSync(using, record, from, from.continuation);
    const view = withArchived(read.view, archived);
    const { payments, payoutDates, openPayouts } = await paymentsOf(read);
    if (view.continuation !== null) {
      const part = await savePart(using, record, view, view.continuation, payments);
      return { ...shown([], part), unsavedPayments: null, openPayouts: null };
    }
    const saving = await saveFigures(using, record, view, {
      archived,
      payments,
      payoutDates,
      from: from.stored,
      isReadLast: isReadLast(),
    });
    switch (saving.status) {
      case 'saved':
        if (payments.hasAssigned() && reading < MAX_READINGS) break;
        await takeBackReturned(ports, record, from.stored, view);
        return {
          ...shown(saving.changes, view),
          unsavedPayments: payments.failure(),
          openPayouts: await openPayouts(),
        };
      case 'superseded':
        return { ...shown([], view), unsavedPayments: null, openPayouts: null };
      case 'overwrote-newer':
        break;
    }
    // The record too: what people changed may be why there are newer figures.
    using = fresh;
    const sinceMs = beginningOf(fresh);
    const stored = await ports.crm.read(record, syncProperties(record));
    from = { stored, sinceMs, continuation: undefined };
  }
  throw new SyncError('write-unconfirmed');
}

/**
 * Reads a record's payments and saves the figures that differ, in one call. Where the view has a
 * continuation, not everything is read yet and nothing is saved: the sync goes on with it.
 * @param read `syncProperties` of the record.
 * @throws {SyncError} with the code of what went wrong; the figures are then as they were.
 */
export async function syncRecord(
  ports: Ports,
  record: RecordRef,
  read: RecordAsRead,
  continuation?: Continuation,
): Promise<RecordSync> {
  const archived = await archivedProperties(
    ports,
    record,
    read.stored,
    propertyNamesOf(record.objectType),
  );
  try {
    return await readAndSave(ports, record, { ...read, archived, continuation });
  } catch (error) {
    if (error instanceof SyncError) await noteFailure(ports, record, error, read.sinceMs);
    throw error;
  }
}

/** With what the card sends back for the payouts, where these are still open. */
type ViewedSync = SyncOutcome & { readonly payouts: string | null };

/** The sync of the record being viewed. @throws {SyncError} as `syncRecord` does. */
export async function syncPayments(
  ports: Ports,
  viewed: ViewedRecord,
  continuation?: Continuation,
): Promise<ViewedSync> {
  checkContinuation(ports, viewed, continuation);
  const sinceMs = beginningOf(ports);
  // A part that goes on asks for less.
  if (continuation === undefined) ports.begin(viewed);
  const stored = await readViewedRecord(ports, viewed, syncProperties(viewed));
  refuseSuperseded(ports, viewed, stored, continuation);
  const { changes, view, openPayouts } = await syncRecord(
    ports,
    viewed,
    { stored, sinceMs },
    continuation,
  );
  return {
    changes,
    view: withTickets(ports, viewed, view),
    payouts: openPayouts && sealedPayouts(ports, viewed, openPayouts),
  };
}
