import type { ErrorCode } from '../contract/failure.ts';
import type { SyncRun } from './sync-run.ts';

/** A catch-up that has ended and left no gap. Both in milliseconds since the epoch. */
export interface GaplessRun {
  readonly startedMs: number;
  /** Since when this one and those before it have looked at every change. */
  readonly coveredSinceMs: number;
}

/** Stripe keeps events for 30 days. */
export const EVENTS_KEPT_MS = 30 * 24 * 60 * 60_000;

/** Stripe's and HubSpot's searches know a change at the latest after this. */
export const SEARCH_LAG_MS = 120_000;

/** After these the record need not say that its sync failed: the write of that may have failed too. */
const isSilent = (code: string): boolean =>
  code.startsWith('hubspot-') || ['timeout', 'write-unconfirmed', 'unexpected'].includes(code);

/**
 * Since when a catch-up and those before it have looked at every change; null where records failed that may not
 * say so, or for a list.
 */
export function coveredSince(run: SyncRun, before: readonly GaplessRun[]): number | null {
  const codes = Object.keys(run.failures) as readonly ErrorCode[];
  if (run.sinceMs === null || codes.some(isSilent)) return null;
  const sinceMs = Math.max(run.sinceMs, run.startedMs - EVENTS_KEPT_MS);
  const joined = before.filter(({ startedMs }) => startedMs >= sinceMs);
  return Math.min(sinceMs, ...joined.map(({ coveredSinceMs }) => coveredSinceMs));
}

/**
 * The latest moment at which a record's saved figures were what Stripe had: that of its last sync, or of a catch-up
 * that has looked at every change since, and found none that touches it.
 */
export function currentAsOf(syncedMs: number, catchUps: readonly GaplessRun[]): number {
  const since = catchUps.filter(({ coveredSinceMs }) => coveredSinceMs <= syncedMs);
  return Math.max(syncedMs, ...since.map(({ startedMs }) => startedMs - SEARCH_LAG_MS));
}

/** How old they may be to be shown instead of being read again: where a webhook syncs what happens, and elsewhere. */
const MAX_AGE_MS = { webhook: 90 * 60_000, none: 20 * 60_000 };

/** True where saved figures are shown without another reading: they are new enough, and the account is kept current. */
export function isShownAsCurrent(
  asOfMs: number,
  {
    catchUps,
    hasWebhook,
    nowMs,
  }: {
    readonly catchUps: readonly GaplessRun[];
    readonly hasWebhook: boolean;
    readonly nowMs: number;
  },
): boolean {
  const sinceMs = nowMs - MAX_AGE_MS[hasWebhook ? 'webhook' : 'none'];
  // Of another clock, or a log that a person changed.
  if (asOfMs > nowMs) return false;
  return asOfMs > sinceMs && (hasWebhook || catchUps.some(({ startedMs }) => startedMs > sinceMs));
}
