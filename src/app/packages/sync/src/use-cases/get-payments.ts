import type { Continuation, RecordView } from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import { checkContinuation } from './collect/token.ts';
import { readRecordView, viewProperties } from './read-record.ts';
import { shownView } from './view-details.ts';
import type { ViewedRecord } from './viewed-record.ts';
import { archivedProperties, readViewedRecord } from './viewed-record.ts';

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
  const asked = viewProperties(viewed);
  const stored = await readViewedRecord(ports, viewed, asked);
  await archivedProperties(ports, viewed, stored, asked);
  return shownView(await readRecordView(ports, viewed, stored, continuation));
}
