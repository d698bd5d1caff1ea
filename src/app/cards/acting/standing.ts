import type {
  AskedFor,
  Money,
  RequestOverview,
  RequestPrepared,
  RequestStanding,
} from '@stripe-payments/core';
import {
  askedTotals,
  dayText,
  excessOf,
  formatMoney,
  isolated,
  isVisible,
  missingOf,
  momentText,
} from '@stripe-payments/core';
import { isDayOver } from '../figures/dated-text.ts';
import type { ActedType, ActingPresentation } from './use-acting.ts';

const MAX_NAMED = 3;

/** How one is named in a sentence. */
function askedText(asked: AskedFor, presentation: ActingPresentation, nowMs: number): string {
  const { texts, locale } = presentation;
  const labels = texts.acting.askedFor;
  const { kind, number, dueDate, open } = asked;
  const amount = formatMoney(open, locale);
  const day = dueDate === null ? '' : dayText(dueDate, presentation);
  const isOver = dueDate !== null && isDayOver(dueDate, nowMs, presentation);
  const written = number !== null && isVisible(number) ? isolated(number) : '';
  switch (kind) {
    case 'invoice':
      return labels.by(amount, (isOver ? labels.overdue : labels.invoice)(written, day));
    case 'invoices':
      return labels.by(amount, labels.invoices);
    case 'link':
      return labels.by(amount, labels.link);
    case 'payment':
      return labels.coming(amount);
    case 'dispute':
      return labels.disputed(amount);
  }
}

/** A line for each of the first, and how many more there are. */
function askedTexts(
  asked: readonly AskedFor[],
  presentation: ActingPresentation,
  nowMs: number,
): readonly string[] {
  const named = asked.slice(0, MAX_NAMED).map((each) => askedText(each, presentation, nowMs));
  const more = asked.length - named.length;
  return more === 0 ? named : [...named, presentation.texts.acting.askedFor.more(more)];
}

/** What the card says first: what is asked for already, and what is not. */
export function standingTexts(
  overview: RequestOverview,
  objectType: ActedType,
  presentation: ActingPresentation,
  nowMs: number,
): readonly string[] {
  const { askedFor: labels } = presentation.texts.acting;
  const { asked, asOfMs, reviewCount } = overview.standing;
  const named = askedTexts(asked, presentation, nowMs);
  const inReview = reviewCount === 0 ? [] : [labels.review(reviewCount)];
  if (objectType === 'contact') return named;
  const isAsOf = asOfMs !== null && overview.standing.outstanding !== null;
  return [
    ...inReview,
    ...named,
    ...returnedTexts(overview.standing, presentation),
    ...outstandingTexts(overview, presentation),
    ...(isAsOf ? [labels.asOf(momentText(asOfMs, presentation))] : []),
  ];
}

/** What went back of what was paid, in the words of the payments card. */
function returnedTexts(
  { outstanding, refunded, lost }: RequestStanding,
  { texts, locale }: ActingPresentation,
): readonly string[] {
  const { common } = texts.card;
  if (outstanding === null || outstanding.minor === 0) return [];
  const ofDeal = ({ minor, currency }: Money): string =>
    common.ofDeal(formatMoney({ minor: Math.min(minor, outstanding.minor), currency }, locale));
  return [
    ...(refunded === null ? [] : [common.givenBack(ofDeal(refunded))]),
    ...(lost === null ? [] : [common.lostInDispute(ofDeal(lost))]),
  ];
}

/** What of the deal's amount is missing, and not asked for yet. */
function outstandingTexts(
  overview: RequestOverview,
  { texts, locale }: ActingPresentation,
): readonly string[] {
  const { askedFor: labels } = texts.acting;
  const { standing, dealAmount, syncedAtMs } = overview;
  const { outstanding, asked, problem, refunded, lost, reviewCount } = standing;
  const missing = missingOf(standing);
  if (missing === null || outstanding === null) {
    if (problem !== null) return [];
    if (dealAmount === null || dealAmount.minor <= 0) return [labels.noAmount];
    return [syncedAtMs === null ? labels.notSynced : labels.notComparable];
  }
  const amount = formatMoney(missing, locale);
  if (outstanding.minor === 0) return [labels.paid];
  if (missing.minor === 0) return [labels.covered];
  if (reviewCount > 0) return [labels.withoutReview(amount)];
  // What a subscription will have billed by when, the deal amount does not say.
  if (hasSubscription(overview)) return [labels.besideSubscription(amount)];
  const isAll = asked.length === 0 && refunded === null && lost === null;
  return [isAll ? labels.nothingAsked(amount) : labels.missing(amount)];
}

/** True where a subscription was requested, or is there. */
export const hasSubscription = ({
  requests,
  subscriptions,
}: Pick<RequestOverview, 'requests' | 'subscriptions'>): boolean =>
  subscriptions.length > 0 ||
  requests.some(
    ({ kind, isRecurring, status }) =>
      (kind === 'subscription' || isRecurring) && status !== 'canceled',
  );

/** True where a further request would ask for more than the deal is worth. */
export const isCovered = ({ standing }: Pick<RequestOverview, 'standing'>): boolean =>
  missingOf(standing)?.minor === 0;

/** What the request leaves of what is missing, in words. */
export function differenceTexts(
  { standing, total, cycle }: RequestPrepared,
  { texts, locale }: ActingPresentation,
): readonly string[] {
  const missing = missingOf(standing);
  if (cycle !== null || missing?.currency !== total.currency) return [];
  const { same, less } = texts.acting.askedFor;
  if (missing.minor === total.minor) return [same];
  if (missing.minor < total.minor) return [];
  return [less(formatMoney({ ...missing, minor: missing.minor - total.minor }, locale))];
}

/** What a review warns of, or says beside the request. */
export interface StandingNotice {
  readonly variant: 'warning' | 'info';
  readonly title: string;
  readonly lines: readonly string[];
}

const amountsText = (amounts: readonly Money[], locale: string): string =>
  amounts.map((amount) => formatMoney(amount, locale)).join(', ');

/** Null where the request asks for no more than is missing, and nothing else is asked for. */
export function standingNotice(
  { standing, total, cycle }: RequestPrepared,
  presentation: ActingPresentation,
  nowMs: number,
): StandingNotice | null {
  const { texts, locale } = presentation;
  const { askedFor: labels } = texts.acting;
  const { outstanding, asked, asOfMs } = standing;
  const missing = missingOf(standing);
  const excess = cycle === null ? excessOf(total, missing) : null;
  const named =
    asked.length === 0 ? [] : [...askedTexts(asked, presentation, nowMs), labels.replaces];
  if (excess !== null && missing !== null && outstanding !== null) {
    const figures = labels.figures(formatMoney(outstanding, locale), formatMoney(missing, locale));
    return {
      variant: 'warning',
      title: labels.excess(formatMoney(excess, locale)),
      lines: [figures, ...returnedTexts(standing, presentation), ...named],
    };
  }
  if (asked.length === 0) return null;
  const isCompared = cycle === null && missing?.currency === total.currency && asOfMs === null;
  return {
    variant: isCompared ? 'info' : 'warning',
    title: labels.total(amountsText(askedTotals({ asked }), locale)),
    lines: named,
  };
}

/** True where requests and subscriptions are missing for the same reason: it is said once. */
export const hasOneProblem = ({
  requestsProblem,
  subscriptionsProblem,
}: Pick<RequestOverview, 'requestsProblem' | 'subscriptionsProblem'>): boolean =>
  requestsProblem !== null &&
  requestsProblem.code === subscriptionsProblem?.code &&
  requestsProblem.permission === subscriptionsProblem.permission &&
  requestsProblem.detail === subscriptionsProblem.detail;
