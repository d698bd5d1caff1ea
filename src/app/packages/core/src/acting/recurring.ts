import type { Money } from '../money/money.ts';
import { add } from '../money/money.ts';
import { dayOf } from '../time/month.ts';
import type { RequestLine } from './line-items.ts';

/** Stripe's units of a price that recurs. */
export const INTERVAL_UNITS = ['day', 'week', 'month', 'year'] as const;

/** How often a subscription bills. */
export interface BillingInterval {
  readonly unit: (typeof INTERVAL_UNITS)[number];
  readonly count: number;
}

/** A line item that is billed again and again. */
export interface RecurringRequestLine extends RequestLine {
  readonly interval: BillingInterval;
  /** True where HubSpot ends it after a term: a subscription renews until it is canceled. */
  readonly hasTerm: boolean;
  /** `2026-12-01`: the day from which HubSpot bills it; null where it names none. */
  readonly startDay: string | null;
}

/** HubSpot's values of `recurringbillingfrequency`. */
const FREQUENCIES: Readonly<Record<string, BillingInterval>> = {
  weekly: { unit: 'week', count: 1 },
  biweekly: { unit: 'week', count: 2 },
  monthly: { unit: 'month', count: 1 },
  quarterly: { unit: 'month', count: 3 },
  per_six_months: { unit: 'month', count: 6 },
  annually: { unit: 'year', count: 1 },
  per_two_years: { unit: 'year', count: 2 },
  per_three_years: { unit: 'year', count: 3 },
};

/** Undefined for a frequency that Stripe has no interval for: three years are its longest. */
export const intervalOfFrequency = (frequency: string): BillingInterval | undefined =>
  Object.hasOwn(FREQUENCIES, frequency) ? FREQUENCIES[frequency] : undefined;

/** Stripe's longest interval is three years, in each unit. */
const MAX_COUNTS: Readonly<Record<BillingInterval['unit'], number>> = {
  day: 1_095,
  week: 156,
  month: 36,
  year: 3,
};

export const isBillable = ({ unit, count }: BillingInterval): boolean =>
  Number.isSafeInteger(count) && count >= 1 && count <= MAX_COUNTS[unit];

export const isSameInterval = (one: BillingInterval, other: BillingInterval): boolean =>
  one.unit === other.unit && one.count === other.count;

/** The intervals of lines, each once, in the order of the lines. */
export const intervalsOf = (lines: readonly RecurringRequestLine[]): readonly BillingInterval[] =>
  lines
    .map(({ interval }) => interval)
    .filter(
      (interval, place, all) => all.findIndex((each) => isSameInterval(each, interval)) === place,
    );

/** What the first invoice asks for: one-time lines at once, what recurs unless it starts later. */
export const dueAtFirst = (once: Money, each: Money, isLater: boolean): Money =>
  isLater ? once : add(once, each);

/** What is billed when it begins; where that is nothing, each time after it. */
export const firstBillOf = (cycle: Readonly<Record<'dueAtFirst' | 'each', Money>>): Money =>
  cycle.dueAtFirst.minor > 0 ? cycle.dueAtFirst : cycle.each;

const DAY_SECONDS = 24 * 60 * 60;

/** Stripe's longest trial, by which a later start is made. */
export const MAX_TRIAL_DAYS = 730;

const STEP_SECONDS = 15 * 60;

/**
 * The first moment of a day in a time zone, in seconds since the epoch; undefined for what is no day.
 * @param day `2026-12-01`
 * @param timeZone IANA name; an unknown one is UTC.
 */
export function startOfDay(day: string, timeZone: string): number | undefined {
  const utc = Date.parse(`${day}T00:00:00Z`) / 1_000;
  if (!Number.isFinite(utc)) return undefined;
  // Offsets are between -12 and +14 hours, in quarters of an hour.
  for (let at = utc - 14 * 60 * 60; at <= utc + 12 * 60 * 60; at += STEP_SECONDS) {
    if (dayOf(at, timeZone) === day) return at;
  }
  return undefined;
}

export interface AskedStart {
  /** The day of the start; absent for now. */
  readonly startDay?: string | undefined;
  /** Absent for none. */
  readonly trialDays?: number | undefined;
}

export type PlannedStart =
  /** What recurs is billed at once. */
  | { readonly status: 'now' }
  /** Seconds since the epoch: when what recurs is billed first. */
  | { readonly status: 'later'; readonly at: number }
  | { readonly status: 'past' }
  | { readonly status: 'too-far' };

/** When what recurs is billed first: on the day of the start, after the days of the trial. */
export function plannedStart(
  { startDay, trialDays = 0 }: AskedStart,
  nowMs: number,
  timeZone: string,
): PlannedStart {
  const now = Math.floor(nowMs / 1_000);
  const start = startDay === undefined ? now : startOfDay(startDay, timeZone);
  if (start === undefined || (startDay !== undefined && start <= now)) return { status: 'past' };
  const at = start + trialDays * DAY_SECONDS;
  if (at > now + MAX_TRIAL_DAYS * DAY_SECONDS) return { status: 'too-far' };
  return at === now ? { status: 'now' } : { status: 'later', at };
}
