import type { Continuation, Note, RecordView, StoredProperties } from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import { claimsOf } from './collect/record-claims.ts';
import { checkContinuation } from './collect/token.ts';
import { withTickets } from './get-payment.ts';
import { lostInMerge } from './lost-in-merge.ts';
import { MOVED_PAYMENTS } from './moved-payments.ts';
import { readRecord, viewProperties } from './read-record.ts';
import { shownView } from './view-details.ts';
import type { ViewedRecord } from './viewed-record.ts';
import { archivedProperties, beginningOf, readViewedRecord } from './viewed-record.ts';

/** Without it the figures are right too, and the next view asks again. */
async function offered(
  ports: Ports,
  viewed: ViewedRecord,
  stored: StoredProperties,
): Promise<readonly Note[]> {
  try {
    return await lostInMerge(ports, claimsOf(viewed, stored, ports.isFreeMail));
  } catch {
    return [];
  }
}

/**
 * The payments of the record being viewed, or the next of those to review; writes nothing.
 * @throws {SyncError} with the code of what went wrong, where there is nothing to show.
 */
export async function getPayments(
  ports: Ports,
  viewed: ViewedRecord,
  continuation?: Continuation,
  reviewAfter?: string,
): Promise<RecordView> {
  checkContinuation(ports, viewed, continuation);
  const asked = viewProperties(viewed);
  const noted = viewed.objectType === 'deal' ? [MOVED_PAYMENTS] : [];
  const sinceMs = beginningOf(ports);
  const stored = await readViewedRecord(ports, viewed, [...asked, ...noted]);
  await archivedProperties(ports, viewed, stored, asked);
  const [{ view }, lost] = await Promise.all([
    readRecord(ports, viewed, { stored, sinceMs }, continuation),
    continuation === undefined ? offered(ports, viewed, stored) : [],
  ]);
  const whole = { ...view, notes: [...view.notes, ...lost] };
  return withTickets(ports, viewed, shownView(whole, { continuation, reviewAfter }));
}
