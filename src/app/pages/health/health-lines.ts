import type {
  HealthReport,
  ObjectType,
  RecordsKept,
  SetupPresentation,
} from '@stripe-payments/core';
import { ageText, MAX_EVENTS_SEEN, momentText } from '@stripe-payments/core';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Stripe keeps events for 30 days. */
const EVENTS_KEPT_MS = 30 * DAY_MS;

/** How far a catch-up looks back. */
export const RANGES = ['day', 'week', 'month'] as const;
export type CatchUpRange = (typeof RANGES)[number];

/** The longest ends inside of what Stripe keeps, also while a clock is wrong. */
const RANGE_MS: Readonly<Record<CatchUpRange, number>> = {
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: EVENTS_KEPT_MS - HOUR_MS,
};

export const sinceMsOf = (range: CatchUpRange, nowMs: number): number => nowMs - RANGE_MS[range];

type Kept = HealthReport['records'][number];

/** The counts that were read, by object type. */
export const readable = (
  records: readonly Kept[],
): readonly (RecordsKept & { readonly objectType: ObjectType })[] =>
  records.flatMap(({ objectType, kept }) => (kept.isReadable ? [{ objectType, ...kept }] : []));

const present = (moments: readonly (number | null)[]): readonly number[] =>
  moments.filter((ms) => ms !== null);

/** Null where no record was synced, or nothing could be read. */
function newestSyncMs({ records }: HealthReport): number | null {
  const moments = present(readable(records).map((kept) => kept.newestSyncMs));
  return moments.length === 0 ? null : Math.max(...moments);
}

function oldestSyncMs({ records }: HealthReport): number | null {
  const moments = present(readable(records).map((kept) => kept.oldestSyncMs));
  return moments.length === 0 ? null : Math.min(...moments);
}

/** When the newest catch-up began, where the run log has it as finished: until then all records are known to be current. */
export function caughtUpMs({ runLog }: HealthReport): number | null {
  const last = runLog.isReadable ? runLog.last : null;
  return last?.isFinished === true ? last.startedMs : null;
}

/** The shortest range that reaches back to the last finished catch-up; the longest where none is known. */
export function usualRange(report: HealthReport): CatchUpRange {
  const sinceMs = caughtUpMs(report);
  if (sinceMs === null) return 'month';
  return RANGES.find((range) => sinceMsOf(range, report.asOfMs) <= sinceMs) ?? 'month';
}

/** True where nothing was synced for longer than Stripe keeps events. */
export function hasGap(report: HealthReport): boolean {
  const newest = newestSyncMs(report);
  return newest !== null && newest < report.asOfMs - EVENTS_KEPT_MS;
}

/** True where the account has none of the app's properties. */
export const isNotSetUp = ({ records }: HealthReport): boolean =>
  records.every(({ kept }) => !kept.isReadable && kept.error.code === 'not-set-up');

/** True where everything was read, and nothing needs attention. */
export function isFine({ records, events }: HealthReport): boolean {
  const counts = readable(records);
  const areRead = counts.length === records.length && events.isReadable;
  const areKept = counts.every(({ failed, feesPending }) => failed === 0 && feesPending === 0);
  const isSynced = counts.some(({ synced }) => synced > 0);
  return areRead && isSynced && areKept && events.sinceSync === 0;
}

interface FreshnessLine {
  readonly testId: string;
  readonly label: string;
  readonly text: string;
}

function lagText(report: HealthReport, { texts, language }: SetupPresentation): string {
  const { events, asOfMs } = report;
  if (!events.isReadable) return texts.setup.unreadable;
  const { sinceSync, oldestSinceSyncMs } = events;
  if (oldestSinceSyncMs === null) return texts.health.noLag;
  const isAtLeast = sinceSync >= MAX_EVENTS_SEEN;
  if (newestSyncMs(report) === null) return texts.health.lagOfAll(sinceSync, isAtLeast);
  const age = ageText(asOfMs - oldestSinceSyncMs, language);
  return texts.health.lagOf(sinceSync, isAtLeast, age);
}

/** The moments that tell how current the records are. */
export function freshnessLines(
  report: HealthReport,
  presentation: SetupPresentation,
): readonly FreshnessLine[] {
  const { texts, language } = presentation;
  const { events, asOfMs, records } = report;
  const { health, setup } = texts;
  const moment = (ms: number): string =>
    `${momentText(ms, presentation)} (${ageText(asOfMs - ms, language)})`;
  const synced = (ms: number | null): string => {
    if (ms !== null) return moment(ms);
    return readable(records).length === 0 ? setup.unreadable : health.none;
  };
  const newest = events.isReadable ? events.newestMs : null;
  const event = newest === null ? health.noEvent : moment(newest);
  return [
    {
      testId: 'newest-event',
      label: health.newestEvent,
      text: events.isReadable ? event : setup.unreadable,
    },
    { testId: 'newest-sync', label: health.newestSync, text: synced(newestSyncMs(report)) },
    { testId: 'oldest-sync', label: health.oldestSync, text: synced(oldestSyncMs(report)) },
    { testId: 'lag', label: health.lag, text: lagText(report, presentation) },
  ];
}
