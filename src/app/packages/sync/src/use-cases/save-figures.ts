import type {
  ObjectType,
  ErrorCode,
  PropertyChange,
  PropertyValues,
  StoredProperties,
} from '@stripe-payments/core';
import {
  epochMsFromText,
  failureMessage,
  propertyChanges,
  propertyNamesOf,
  storedTextsIn,
} from '@stripe-payments/core';
import type { Ports, RecordRef, SavedProperties } from '../ports.ts';
import { isPassing, isRepeatable, SyncError } from '../sync-error.ts';
import type { FiguresOfView } from './figure-values.ts';
import { valuesOf } from './figure-values.ts';
import type { PayoutDates } from './payment-records/payouts-of-reading.ts';
import type { PaymentsToSave } from './payment-records/save-payments.ts';
import { writeAndReadBack } from './viewed-record.ts';

/** Tells which of two readings is the newer one: when it began. */
const SYNCED_AT = 'stripe_last_synced_at';

/** A moment further ahead than this comes from a wrong clock, or from a person, and orders nothing. */
const MAX_AHEAD_MS = 60_000;

/** When a saved reading began; undefined where there is none, or none that makes sense. */
export function syncedAtMs({ clock }: Ports, text: string | null | undefined): number | undefined {
  const ms = epochMsFromText(text ?? '');
  return ms === undefined || ms > clock.nowMs() + MAX_AHEAD_MS ? undefined : ms;
}

/**
 * A sync itself changes the record, this long after it began to read: a function's time, and that of a
 * company's parts. Another change in between shows in the history of its property only.
 */
export const OWN_WRITE_MS: Readonly<Record<ObjectType, number>> = {
  deal: 20_000,
  contact: 20_000,
  company: 15 * 60_000,
};

const isNewer = (ms: number | undefined, thanMs: number): boolean =>
  ms !== undefined && ms > thanMs;

/** What became of figures that were to be saved. */
export type Saving =
  | { readonly status: 'saved'; readonly changes: readonly PropertyChange[] }
  /** Newer figures were saved first: there is nothing to do. */
  | { readonly status: 'superseded' }
  /** Newer figures, or a payment's newer record, were saved at the same moment and are lost: read again, and save that. */
  | { readonly status: 'overwrote-newer' };

interface SavedWith {
  /** Names of properties that cannot be written. */
  readonly archived: ReadonlySet<string>;
  /** The record as the reading began with it. */
  readonly from: StoredProperties;
  /** True where it was read after everything else: that is saved now. */
  readonly isReadLast: boolean;
  readonly payments: PaymentsToSave;
  /** When the money reaches the bank; undefined where what HubSpot has stays. */
  readonly payoutDates: PayoutDates | undefined;
}

/** @throws {SyncError} `write-unconfirmed` where what is saved is older than what was written. */
function isNewest(ports: Ports, { stored, versions }: SavedProperties, asOfMs: number): boolean {
  const values = [stored[SYNCED_AT], ...versions.map(({ value }) => value)];
  const moments = values.flatMap((value) => syncedAtMs(ports, value) ?? []);
  const [current] = moments;
  if (current === undefined || current < asOfMs) throw new SyncError('write-unconfirmed');
  return current === Math.max(...moments);
}

/**
 * Saves the figures of a complete reading, all in one call, so that what is saved is of one reading
 * also when others write at the same time. HubSpot has no conditional update: compared before, confirmed after.
 * Payment records come first (docs/decisions/0018).
 * @throws {SyncError} the write's codes; `write-unconfirmed` where it cannot be seen afterwards.
 */
export async function saveFigures(
  ports: Ports,
  record: RecordRef,
  view: FiguresOfView,
  { archived, from, isReadLast, payments, payoutDates }: SavedWith,
): Promise<Saving> {
  const { asOfMs } = view;
  const names = propertyNamesOf(record.objectType);
  payments.prepare();
  const stored = isReadLast ? from : (await ports.crm.saved(record, names, SYNCED_AT)).stored;
  const savedMs = syncedAtMs(ports, stored[SYNCED_AT]);
  if (isNewer(savedMs, asOfMs)) return { status: 'superseded' };
  const isOvertaken = savedMs !== syncedAtMs(ports, from[SYNCED_AT]);
  const all = {
    ...(await valuesOf(ports, view)),
    ...payoutDates,
    stripe_sync_error: await payments.write({ isOvertaken }),
  };
  // A write with one property that does not exist is refused whole.
  const values: PropertyValues = Object.fromEntries(
    Object.entries(all).filter(([name]) => !archived.has(name)),
  );
  const changes = propertyChanges(stored, values);
  if (changes.length === 0) return { status: 'saved', changes };
  const [saved, areNewest] = await Promise.all([
    writeAndReadBack(ports, record, values, SYNCED_AT),
    payments.areNewest(),
  ]);
  return isNewest(ports, saved, asOfMs) && areNewest
    ? { status: 'saved', changes }
    : { status: 'overwrote-newer' };
}

/** Leaves on the record why its figures are old, unless newer ones were saved since. */
export async function noteOnRecord(
  ports: Ports,
  record: RecordRef,
  text: string,
  startedAtMs: number,
): Promise<void> {
  const { stored } = await ports.crm.saved(record, [SYNCED_AT, 'stripe_sync_error'], SYNCED_AT);
  if (isNewer(syncedAtMs(ports, stored[SYNCED_AT]), startedAtMs)) return;
  if (propertyChanges(stored, { stripe_sync_error: text }).length === 0) return;
  await ports.crm.write(record, { stripe_sync_error: text });
}

/** Failures of the write after which a note would fare no better. */
const REFUSES_EVERY_WRITE: ReadonlySet<ErrorCode> = new Set([
  'write-unconfirmed',
  'hubspot-rate-limited',
  'hubspot-daily-limit',
  'hubspot-unauthorized',
  'hubspot-permission',
  'record-not-found',
]);

/** Leaves on the record why its figures are old, so that lists and reports can see it. */
export async function noteFailure(
  ports: Ports,
  record: RecordRef,
  failure: SyncError,
  startedAtMs: number,
): Promise<void> {
  if (REFUSES_EVERY_WRITE.has(failure.code)) return;
  const { code } = failure;
  if (ports.isTriedAgain === true && (isPassing(code) || isRepeatable(code))) return;
  const { message } = failureMessage(failure.failure, storedTextsIn(ports.accountLanguage));
  // The message names the permission; Stripe's own words about it say no more.
  const { permission, detail } = failure.failure;
  const addsNothing = permission !== undefined || detail === undefined;
  const text = addsNothing ? message : `${message} (${detail})`;
  try {
    await noteOnRecord(ports, record, text, startedAtMs);
  } catch {
    // The reply says what went wrong first; a second failure adds nothing to it.
  }
}
