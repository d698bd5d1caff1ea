import type {
  Continuation,
  Failure,
  PropertyChange,
  StoredProperties,
} from '@stripe-payments/core';
import type { PaymentSource, Ports, RecordRef } from '../ports.ts';
import { syncProperties, syncRecord } from './sync-payments.ts';
import type { RecordAsRead } from './viewed-record.ts';
import { beginningOf } from './viewed-record.ts';

/** A part is begun only with this much time: it would be cut off. */
const PART_NEEDS_MS = 5_000;

const RECORD_ID = 'hs_object_id';

/** A sync without a viewer, as far as the time allows. */
export type PartialSync =
  | {
      readonly status: 'synced';
      readonly changes: readonly PropertyChange[];
      /** Why not all payment records are saved beside the figures; null where all are, or none are kept. */
      readonly unsavedPayments: Failure | null;
    }
  /** Nothing is saved: the reading goes on with the continuation. */
  | { readonly status: 'unfinished'; readonly continuation: Continuation };

/** Links and a sentence of the view depend on what is left out here. */
const withoutAccount = (stripe: PaymentSource): PaymentSource => ({
  ...stripe,
  accountId: () => Promise.resolve(null),
  hasAccountFees: () => Promise.resolve(false),
});

function withoutViewer(ports: Ports): Ports {
  const { stripe, readAhead } = ports;
  return {
    ...ports,
    asksForPayouts: true,
    stripe: withoutAccount(stripe),
    ...(readAhead && { readAhead: { ...readAhead, stripe: withoutAccount(readAhead.stripe) } }),
  };
}

/** HubSpot answers for a record that was merged into another with that one: it is synced, by its own ID. */
const asAnswered = (record: RecordRef, stored: StoredProperties): RecordRef => ({
  ...record,
  recordId: stored[RECORD_ID] ?? record.recordId,
});

async function readNow(ports: Ports, record: RecordRef): Promise<RecordAsRead> {
  const sinceMs = beginningOf(ports);
  const stored = await ports.crm.read(record, [...syncProperties(record), RECORD_ID]);
  return { stored, sinceMs };
}

/**
 * @param known the record with `syncProperties`, where it was read just now.
 * @throws {SyncError} as `syncRecord` does.
 */
export async function syncInParts(
  ports: Ports,
  record: RecordRef,
  from?: Continuation,
  known?: RecordAsRead,
): Promise<PartialSync> {
  const unviewed = withoutViewer(ports);
  let continuation = from;
  let next = known;
  let present = record;
  for (;;) {
    const read = next ?? (await readNow(ports, present));
    next = undefined;
    const answered = asAnswered(present, read.stored);
    // What was begun for the one that lost is of no use.
    if (answered.recordId !== present.recordId) continuation = undefined;
    present = answered;
    const outcome = await syncRecord(unviewed, present, read, continuation);
    const { changes, view, unsavedPayments } = outcome;
    if (view.continuation === null) return { status: 'synced', changes, unsavedPayments };
    continuation = view.continuation;
    if (ports.time.remainingMs() < PART_NEEDS_MS) return { status: 'unfinished', continuation };
  }
}
