import type { ErrorCode, Failure, StoredProperties } from '@stripe-payments/core';
import {
  failureMessage,
  propertyNamesOf,
  storedTextsIn,
  WORKFLOW_OUTPUTS,
} from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { asSyncError } from '../../sync-error.ts';
import { noteOnRecord } from '../save-figures.ts';
import { syncInParts } from '../sync-in-parts.ts';

/** What a step of a workflow did with its record. */
export type ActionOutcome =
  | { readonly status: 'synced'; readonly stored: StoredProperties }
  /** Nothing is saved: it needs more time, and is left to the catch-up. */
  | { readonly status: 'unfinished' }
  | { readonly status: 'failed'; readonly failure: Failure };

/** For these HubSpot tries the step again, later and later: there is nothing wrong with the record. */
const TRY_AGAIN: ReadonlySet<ErrorCode> = new Set([
  'stripe-unreachable',
  'stripe-rate-limited',
  'hubspot-unreachable',
  'hubspot-rate-limited',
  'hubspot-daily-limit',
  'claims-unchecked',
  'write-unconfirmed',
]);

const NEEDS_MORE_TIME: ReadonlySet<ErrorCode> = new Set(['timeout', 'continuation-expired']);

type Ended = 'synced' | 'unfinished' | Failure;

async function trySync(ports: Ports, record: RecordRef): Promise<Ended> {
  try {
    return (await syncInParts(ports, record)).status;
  } catch (thrown) {
    const error = asSyncError(thrown);
    if (TRY_AGAIN.has(error.code)) throw error;
    return NEEDS_MORE_TIME.has(error.code) ? 'unfinished' : error.failure;
  }
}

/**
 * Syncs one record for a step of a workflow. One that does not fit into the time is marked, so that the
 * catch-up finds it.
 * @throws {SyncError} where HubSpot should try again.
 */
export async function syncForWorkflow(ports: Ports, record: RecordRef): Promise<ActionOutcome> {
  const startedAtMs = ports.clock.nowMs();
  const ended = await trySync(ports, record);
  if (ended === 'synced') {
    const names = propertyNamesOf(record.objectType).filter((name) => name in WORKFLOW_OUTPUTS);
    return { status: 'synced', stored: await ports.crm.read(record, names) };
  }
  if (ended !== 'unfinished') return { status: 'failed', failure: ended };
  const { message } = failureMessage({ code: 'timeout' }, storedTextsIn(ports.accountLanguage));
  await noteOnRecord(ports, record, message, startedAtMs);
  return { status: 'unfinished' };
}
