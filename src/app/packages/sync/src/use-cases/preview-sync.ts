import type { Continuation, ErrorCode } from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import { checkContinuation } from './collect/token.ts';
import type { SyncOutcome } from './sync-payments.ts';
import { planSync } from './sync-payments.ts';
import type { ViewedRecord } from './viewed-record.ts';

/** Failures that tell a record that is not there from one of which something else was guessed. */
const ABOUT_RECORD: ReadonlySet<ErrorCode> = new Set(['bad-request', 'record-not-found']);

/** The changes, and what it takes to print them: who paid and for what stays on the record. */
const withoutRows = ({ changes, view }: SyncOutcome): SyncOutcome => ({
  changes,
  view: {
    ...view,
    linkedCustomerIds: [],
    assignedIds: [],
    customers: [],
    payments: [],
    needsReview: [],
    subscriptions: [],
    invoices: [],
    freeCheckouts: [],
    notes: [],
    declines: {},
  },
});

/**
 * What a sync of a picked record would write. The id comes from the browser, unlike that of a record on
 * the screen, so a guessed id must not reveal whether there is such a record, nor its type.
 * @throws {SyncError} `record-not-found` for what could not be proven; as a sync does otherwise.
 */
export async function previewSync(
  ports: Ports,
  picked: Required<ViewedRecord>,
  continuation: Continuation | undefined,
): Promise<SyncOutcome> {
  checkContinuation(ports, picked, continuation);
  try {
    return withoutRows(await planSync(ports, picked, continuation));
  } catch (error) {
    const isAboutRecord = error instanceof SyncError && ABOUT_RECORD.has(error.code);
    // HubSpot's id of the request goes too: only a record that it does not find has one.
    if (isAboutRecord) throw new SyncError('record-not-found', { cause: error });
    throw error;
  }
}
