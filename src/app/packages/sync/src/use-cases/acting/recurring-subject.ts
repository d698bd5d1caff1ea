import type {
  AskedPayment,
  LinesOfItems,
  PlannedCycle,
  PlannedStart,
  RecurringRequestLine,
  RequestLine,
} from '@stripe-payments/core';
import {
  dueAtFirst,
  isBillable,
  isSameInterval,
  plannedStart,
  totalOf,
} from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { Subject, SubjectFacts } from './subject.ts';
import { amountLine, checkAmount, checkUsable, currencyOf } from './subject.ts';

/** A request that is paid again and again. */
export type AskedSubscription = Extract<
  AskedPayment,
  { readonly method: 'subscription' | 'subscription-link' }
>;

export const isSubscription = (asked: AskedPayment): asked is AskedSubscription =>
  asked.method === 'subscription' || asked.method === 'subscription-link';

/** Stripe's limit for the items of a subscription, for those beside them, and for the lines of a link. */
const MAX_LINES = 20;

interface Lines {
  readonly once: readonly RequestLine[];
  readonly often: readonly RecurringRequestLine[];
  readonly leftOut: readonly RecurringRequestLine[];
}

/** @throws {SyncError} `no-recurring-lines`, `line-items-unusable` */
function linesOfDeal(
  { interval, withOneTime }: Extract<AskedSubscription['subject'], { kind: 'recurring-lines' }>,
  items: LinesOfItems | null,
): Lines {
  if (items === null) throw new SyncError('no-recurring-lines');
  // Where no one-time line can be billed, there is no choice to leave them out: a credit is not dropped.
  const isWithOneTime = withOneTime || items.lines.length === 0;
  // A line of an interval that Stripe has not is of no subscription.
  checkUsable(items, ({ isRecurring, why }) => (isRecurring ? why !== 'interval' : isWithOneTime));
  const isAsked = (line: RecurringRequestLine): boolean => isSameInterval(line.interval, interval);
  const often = items.recurring.filter(isAsked);
  if (often.length === 0) throw new SyncError('no-recurring-lines');
  return {
    often,
    once: withOneTime ? items.lines : [],
    leftOut: items.recurring.filter((line) => !isAsked(line)),
  };
}

function linesOf({ subject }: AskedSubscription, facts: SubjectFacts): Lines {
  if (!isBillable(subject.interval)) throw new SyncError('interval-invalid');
  if (subject.kind === 'recurring-lines') return linesOfDeal(subject, facts.items);
  const line = amountLine(subject, facts.name);
  const often = [{ ...line, interval: subject.interval, hasTerm: false, startDay: null }];
  return { once: [], often, leftOut: facts.items?.recurring ?? [] };
}

/** Of a link only the days are known: it begins when its page is completed. */
function startOf(asked: AskedSubscription, nowMs: number, timeZone: string): PlannedStart {
  if (asked.method === 'subscription') return plannedStart(asked, nowMs, timeZone);
  const { trialDays } = asked;
  return plannedStart({ trialDays }, nowMs, timeZone);
}

const REFUSED = { past: 'start-past', 'too-far': 'start-too-far' } as const;

/**
 * What a subscription bills, and when for the first time.
 * @param timeZone in which the day of its start begins.
 * @throws {SyncError} where there is nothing to bill, or nothing that Stripe would take.
 */
export function recurringSubjectOf(
  asked: AskedSubscription,
  facts: SubjectFacts,
  { nowMs, timeZone }: { readonly nowMs: number; readonly timeZone: string },
): Subject {
  const { once, often, leftOut } = linesOf(asked, facts);
  const isLink = asked.method === 'subscription-link';
  const counts = isLink ? [once.length + often.length] : [once.length, often.length];
  if (counts.some((count) => count > MAX_LINES)) throw new SyncError('too-many-lines');
  const start = startOf(asked, nowMs, timeZone);
  if (start.status === 'past' || start.status === 'too-far') {
    throw new SyncError(REFUSED[start.status]);
  }
  const currency = often[0]?.total.currency ?? currencyOf(facts.deal);
  const each = totalOf(often, currency);
  const first = dueAtFirst(totalOf(once, currency), each, start.status === 'later');
  for (const amount of first.minor > 0 ? [each, first] : [each]) checkAmount(amount);
  const cycle: PlannedCycle = {
    interval: asked.subject.interval,
    lines: often,
    each,
    dueAtFirst: first,
    startsAt: start.status === 'later' && !isLink ? start.at : null,
    trialDays: asked.trialDays ?? null,
  };
  return { lines: once, total: totalOf([...once, ...often], currency), recurring: leftOut, cycle };
}
