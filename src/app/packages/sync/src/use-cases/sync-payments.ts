import type {
  Continuation,
  ErrorCode,
  PropertyChange,
  RecordView,
  StoredProperties,
} from '@stripe-payments/core';
import { failureMessage, missingProperties, PROPERTY_NAMES, propertyChanges, textsIn } from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import { checkContinuation } from './collect/token.ts';
import { changesOf, readRecordView, viewProperties } from './read-record.ts';
import { shownView } from './view-details.ts';
import type { ViewedRecord } from './viewed-record.ts';
import { readViewedRecord, writeChanges } from './viewed-record.ts';

export interface SyncOutcome {
  readonly changes: readonly PropertyChange[];
  readonly view: RecordView;
}

/** The moment of the sync moves every time, so it says nothing about what changed. */
const isVisibleChange = ({ name }: PropertyChange): boolean => name !== 'stripe_last_synced_at';

/** Failures of the write after which a note would fare no better. */
const REFUSES_EVERY_WRITE: ReadonlySet<ErrorCode> = new Set([
  'write-unconfirmed',
  'hubspot-rate-limited',
  'hubspot-unauthorized',
  'hubspot-permission',
  'record-not-found',
]);

/** Leaves on the record why its figures are old, so that lists and reports can see it. */
async function noteFailure(
  ports: Ports,
  viewed: ViewedRecord,
  stored: StoredProperties,
  failure: SyncError,
): Promise<void> {
  const { message } = failureMessage(failure.failure, textsIn(ports.accountLanguage));
  const { detail } = failure;
  const text = detail === undefined ? message : `${message} (${detail})`;
  const changes = propertyChanges(stored, { stripe_sync_error: text });
  try {
    await writeChanges(ports, viewed, changes);
  } catch {
    // The reply says what went wrong first; a second failure adds nothing to it.
  }
}

/**
 * Reads the record's payments and says what a sync writes; itself it writes nothing. A read with problems
 * would give figures that miss something, so the first problem is the failure. Where the view has a
 * continuation, not everything is read yet and there is nothing to write.
 */
async function readChanges(
  ports: Ports,
  viewed: ViewedRecord,
  stored: StoredProperties,
  continuation: Continuation | undefined,
): Promise<SyncOutcome> {
  const view = await readRecordView(ports, viewed, stored, continuation);
  const [problem] = view.problems;
  if (problem !== undefined) {
    const { code, ...facts } = problem;
    throw new SyncError(code, facts);
  }
  return { changes: view.continuation === null ? changesOf(ports, stored, view) : [], view };
}

const syncProperties = (viewed: ViewedRecord): readonly string[] => [
  ...viewProperties(viewed),
  ...PROPERTY_NAMES,
];

const shown = ({ changes, view }: SyncOutcome): SyncOutcome => ({
  changes: changes.filter(isVisibleChange),
  view: shownView(view),
});

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
  const stored = await readViewedRecord(ports, viewed, syncProperties(viewed));
  return shown(await readChanges(ports, viewed, stored, continuation));
}

/**
 * Reads the record's payments and writes the properties that differ, in one call. Where the view has a
 * continuation, not everything is read yet and nothing is written: the sync goes on with it.
 * @throws {SyncError} with the code of what went wrong; the figures are then as they were.
 */
export async function syncPayments(
  ports: Ports,
  viewed: ViewedRecord,
  continuation?: Continuation,
): Promise<SyncOutcome> {
  checkContinuation(ports, viewed, continuation);
  const stored = await readViewedRecord(ports, viewed, syncProperties(viewed));
  const missing = missingProperties(stored);
  if (missing.length > 0) throw new SyncError('not-set-up', { detail: missing.join(', ') });
  try {
    const outcome = await readChanges(ports, viewed, stored, continuation);
    await writeChanges(ports, viewed, outcome.changes);
    return shown(outcome);
  } catch (error) {
    const isNoteworthy = error instanceof SyncError && !REFUSES_EVERY_WRITE.has(error.code);
    if (isNoteworthy) await noteFailure(ports, viewed, stored, error);
    throw error;
  }
}
