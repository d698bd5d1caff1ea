import type { Continuation, Note, RecordView, StoredProperties } from '@stripe-payments/core';
import { currentAsOf, epochMsFromText, isShownAsCurrent, MODIFIED_AT } from '@stripe-payments/core';
import type { Ports } from '../ports.ts';
import { claimsOf } from './collect/record-claims.ts';
import { checkContinuation } from './collect/token.ts';
import { withTickets } from './get-payment.ts';
import { lostInMerge } from './lost-in-merge.ts';
import { MOVED_PAYMENTS } from './moved-payments.ts';
import { readRecord, viewProperties } from './read-record.ts';
import { OWN_WRITE_MS, syncedAtMs } from './save-figures.ts';
import { shownView } from './view-details.ts';
import type { RecordAsRead, ViewedRecord } from './viewed-record.ts';
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

/** Which part of the payments is asked for; the first where it says nothing. */
interface Asked {
  readonly continuation?: Continuation | undefined;
  readonly reviewAfter?: string | undefined;
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
  const sinceMs = beginningOf(ports);
  const stored = await readViewedRecord(ports, viewed, propertiesOf(viewed));
  return viewOf(ports, viewed, { stored, sinceMs }, { continuation, reviewAfter });
}

/**
 * The payments of a record that was opened, or until when its saved figures are known to be those of Stripe: then
 * Stripe is not asked. Known they are by the moment of the last sync, and by catch-ups that found no change since.
 * @param savedAtMs when the figures that the card shows were read; others may be saved since.
 * @throws {SyncError} as `getPayments`
 */
export async function openPayments(
  ports: Ports,
  viewed: ViewedRecord,
  savedAtMs: number,
): Promise<{ readonly view: RecordView } | { readonly currentAsOfMs: number }> {
  const { runLog, hasWebhook, clock } = ports;
  const sinceMs = beginningOf(ports);
  const [stored, catchUps] = await Promise.all([
    readViewedRecord(ports, viewed, [
      ...propertiesOf(viewed),
      ...CURRENT,
      MODIFIED_AT[viewed.objectType],
    ]),
    runLog.catchUps(),
  ]);
  if (isUnchangedSince(ports, viewed, stored, savedAtMs)) {
    const asOfMs = currentAsOf(savedAtMs, catchUps);
    const isCurrent = isShownAsCurrent(asOfMs, { catchUps, hasWebhook, nowMs: clock.nowMs() });
    if (isCurrent) return { currentAsOfMs: asOfMs };
  }
  return { view: await viewOf(ports, viewed, { stored, sinceMs }, {}) };
}

/** What tells whether saved figures are still right, beside the moment of the record's last change. */
const CURRENT = ['stripe_last_synced_at', 'stripe_sync_error', 'stripe_mode'];

/** True where the figures that are shown are those of the last sync, and nothing was changed in HubSpot since. */
function isUnchangedSince(
  ports: Ports,
  { objectType }: ViewedRecord,
  stored: StoredProperties,
  savedAtMs: number,
): boolean {
  const modifiedMs = epochMsFromText(stored[MODIFIED_AT[objectType]] ?? '');
  return (
    syncedAtMs(ports, stored['stripe_last_synced_at']) === savedAtMs &&
    (stored['stripe_sync_error'] ?? '') === '' &&
    stored['stripe_mode'] === ports.stripe.mode &&
    modifiedMs !== undefined &&
    modifiedMs <= savedAtMs + OWN_WRITE_MS[objectType]
  );
}

const propertiesOf = (viewed: ViewedRecord): readonly string[] =>
  viewed.objectType === 'deal'
    ? [...viewProperties(viewed), MOVED_PAYMENTS]
    : viewProperties(viewed);

async function viewOf(
  ports: Ports,
  viewed: ViewedRecord,
  { stored, sinceMs }: RecordAsRead,
  { continuation, reviewAfter }: Asked,
): Promise<RecordView> {
  await archivedProperties(ports, viewed, stored, viewProperties(viewed));
  const [{ view }, lost] = await Promise.all([
    readRecord(ports, viewed, { stored, sinceMs }, continuation),
    continuation === undefined ? offered(ports, viewed, stored) : [],
  ]);
  const whole = { ...view, notes: [...view.notes, ...lost] };
  return withTickets(ports, viewed, shownView(whole, { continuation, reviewAfter }));
}
