import type { RecordView } from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import { readRecordView, VIEW_PROPERTIES } from './record-view.ts';
import type { ViewedRecord } from './viewed-record.ts';
import { readViewedRecord } from './viewed-record.ts';

/**
 * The payments of the record being viewed; writes nothing.
 * @throws {SyncError} with the code of what went wrong, where there is nothing to show.
 */
export async function getPayments(ports: Ports, viewed: ViewedRecord): Promise<RecordView> {
  const stored = await readViewedRecord(ports, viewed, VIEW_PROPERTIES);
  // HubSpot leaves out of a read what the account does not have; an empty property is there as null.
  if (!Object.hasOwn(stored, 'stripe_customer_id')) throw new SyncError('not-set-up');
  return readRecordView(ports, viewed, stored);
}
