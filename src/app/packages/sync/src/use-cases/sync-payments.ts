import type {
  ErrorCode,
  PropertyChange,
  PropertyValues,
  RecordView,
  StoredProperties,
} from '@stripe-payments/core';
import {
  missingProperties,
  PROPERTY_NAMES,
  propertyChanges,
  propertyValues,
} from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import { readRecordView, VIEW_PROPERTIES } from './record-view.ts';
import type { ViewedRecord } from './viewed-record.ts';
import { readViewedRecord } from './viewed-record.ts';

export interface SyncOutcome {
  readonly changes: readonly PropertyChange[];
  readonly view: RecordView;
}

export interface SyncOptions {
  /** True writes nothing and answers the same. */
  readonly dryRun: boolean;
}

/** The moment of the sync moves every time, so it says nothing about what changed. */
const isNews = ({ name }: PropertyChange): boolean => name !== 'stripe_last_synced_at';

function valuesToWrite(changes: readonly PropertyChange[]): PropertyValues {
  return Object.fromEntries(changes.map(({ name, to }) => [name, to]));
}

/** A write that was sent and not confirmed may have happened; only the same sync again tells. */
function asWriteFailure(error: unknown): unknown {
  const isOpen =
    error instanceof SyncError &&
    (error.code === 'timeout' || error.code === 'hubspot-unreachable');
  return isOpen ? new SyncError('write-unconfirmed', { cause: error }) : error;
}

async function write(ports: Ports, viewed: ViewedRecord, values: PropertyValues): Promise<void> {
  if (Object.keys(values).length === 0) return;
  try {
    await ports.crm.write(viewed, values);
  } catch (error) {
    throw asWriteFailure(error);
  }
}

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
  const { message, detail } = failure.toReplyError();
  const text = detail === undefined ? message : `${message} (${detail})`;
  const changes = propertyChanges(stored, { stripe_sync_error: text });
  try {
    await write(ports, viewed, valuesToWrite(changes));
  } catch {
    // The reply says what went wrong first; a second failure adds nothing to it.
  }
}

/** A read with problems would write figures that miss something, so the first problem fails the sync. */
async function readCompleteView(
  ports: Ports,
  viewed: ViewedRecord,
  stored: StoredProperties,
): Promise<RecordView> {
  const view = await readRecordView(ports, viewed, stored);
  const [problem] = view.problems;
  if (problem === undefined) return view;
  const { code, detail, reference } = problem;
  throw new SyncError(code, {
    ...(detail === undefined ? {} : { detail }),
    ...(reference === undefined ? {} : { requestId: reference }),
  });
}

/**
 * Reads the record's payments and writes the properties that differ, in one call.
 * @throws {SyncError} with the code of what went wrong; the figures are then as they were.
 */
export async function syncPayments(
  ports: Ports,
  viewed: ViewedRecord,
  { dryRun }: SyncOptions,
): Promise<SyncOutcome> {
  const stored = await readViewedRecord(ports, viewed, [...VIEW_PROPERTIES, ...PROPERTY_NAMES]);
  const missing = missingProperties(stored);
  if (missing.length > 0) throw new SyncError('not-set-up', { detail: missing.join(', ') });
  try {
    const view = await readCompleteView(ports, viewed, stored);
    const changes = propertyChanges(stored, propertyValues(view.summary, view));
    if (!dryRun) await write(ports, viewed, valuesToWrite(changes));
    return { changes: changes.filter(isNews), view };
  } catch (error) {
    const isNoteworthy = error instanceof SyncError && !REFUSES_EVERY_WRITE.has(error.code);
    if (isNoteworthy && !dryRun) await noteFailure(ports, viewed, stored, error);
    throw error;
  }
}
