import type { Continuation, RecordView } from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import { checkContinuation } from './collect/token.ts';
import { readRecordView, viewProperties } from './read-record.ts';
import { shownView } from './view-details.ts';
import type { ViewedRecord } from './viewed-record.ts';
import { readViewedRecord } from './viewed-record.ts';

/**
 * The payments of the record being viewed; writes nothing.
 * @throws {SyncError} with the code of what went wrong, where there is nothing to show.
 */
export async function getPayments(
  ports: Ports,
  viewed: ViewedRecord,
  continuation?: Continuation,
): Promise<RecordView> {
  checkContinuation(ports, viewed, continuation);
  const stored = await readViewedRecord(ports, viewed, viewProperties(viewed));
  // HubSpot leaves out of a read what the account does not have; an empty property is there as null.
  if (!Object.hasOwn(stored, 'stripe_customer_id')) throw new SyncError('not-set-up');
  return shownView(await readRecordView(ports, viewed, stored, continuation));
}
