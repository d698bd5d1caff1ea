import type {
  Continuation,
  ErrorCode,
  PropertyChange,
  RecordView,
  StoredProperties,
} from '@stripe-payments/core';
import {
  ACCOUNT_TEXTS,
  missingProperties,
  PROPERTY_NAMES,
  propertyChanges,
  propertyValues,
} from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import { checkContinuation } from './company/token.ts';
import { readRecordView, viewProperties } from './record-view.ts';
import type { ViewedRecord } from './viewed-record.ts';
import { readViewedRecord } from './viewed-record.ts';
import { writeChanges } from './write-properties.ts';

export interface SyncOutcome {
  readonly changes: readonly PropertyChange[];
  readonly view: RecordView;
}

export interface SyncOptions {
  /** True writes nothing and answers the same. */
  readonly dryRun: boolean;
  readonly continuation?: Continuation | undefined;
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
  const { message } = ACCOUNT_TEXTS.errors[failure.code];
  const { detail } = failure;
  const text = detail === undefined ? message : `${message} (${detail})`;
  const changes = propertyChanges(stored, { stripe_sync_error: text });
  try {
    await writeChanges(ports, viewed, changes);
  } catch {
    // The reply says what went wrong first; a second failure adds nothing to it.
  }
}

/** A read with problems would write figures that miss something, so the first problem fails the sync. */
async function readCompleteView(
  ports: Ports,
  viewed: ViewedRecord,
  stored: StoredProperties,
  continuation: Continuation | undefined,
): Promise<RecordView> {
  const view = await readRecordView(ports, viewed, stored, continuation);
  const [problem] = view.problems;
  if (problem === undefined) return view;
  const { code, ...facts } = problem;
  throw new SyncError(code, facts);
}

/**
 * Reads the record's payments and writes the properties that differ, in one call. Where the view has a
 * continuation, not everything is read yet and nothing is written: the sync goes on with it.
 * @throws {SyncError} with the code of what went wrong; the figures are then as they were.
 */
export async function syncPayments(
  ports: Ports,
  viewed: ViewedRecord,
  { dryRun, continuation }: SyncOptions,
): Promise<SyncOutcome> {
  checkContinuation(ports, viewed, continuation);
  const properties = [...viewProperties(viewed), ...PROPERTY_NAMES];
  const stored = await readViewedRecord(ports, viewed, properties);
  const missing = missingProperties(stored);
  // What a sync would write can be seen before there is anything to write it to.
  if (missing.length > 0 && !dryRun)
    throw new SyncError('not-set-up', { detail: missing.join(', ') });
  try {
    const view = await readCompleteView(ports, viewed, stored, continuation);
    if (view.continuation !== null) return { changes: [], view };
    const changes = propertyChanges(stored, propertyValues(view.summary, view));
    if (!dryRun) await writeChanges(ports, viewed, changes);
    return { changes: changes.filter(isVisibleChange), view };
  } catch (error) {
    const isNoteworthy = error instanceof SyncError && !REFUSES_EVERY_WRITE.has(error.code);
    if (isNoteworthy && !dryRun) await noteFailure(ports, viewed, stored, error);
    throw error;
  }
}
