import type { Money, Presentation } from '@stripe-payments/core';
import { brief, epochMsFromText, formatMoney, subtract, utcDayText } from '@stripe-payments/core';
import { outstandingOf } from './difference.ts';
import type { Figures } from './figures.ts';

type ToDoKind =
  | 'respond'
  | 'inquiry'
  | 'refund-failed'
  | 'failed'
  | 'past-due'
  | 'review'
  | 'capture'
  | 'surplus'
  | 'beside'
  | 'match'
  | 'collect';

/** What a user has to do, or that there is nothing to do, and when what happens. */
export interface NextStep {
  /** `coming` stands below what is to be done. */
  readonly kind: ToDoKind | 'coming' | 'nothing';
  readonly title: string;
  readonly variant: 'danger' | 'warning' | 'info' | 'success';
  readonly lines: readonly string[];
}

/** The whole of it is in the property. */
const MAX_OF_REASON = 160;

const DAY_MS = 24 * 60 * 60_000;

/** A text with the day until when; without it where the day is not known, or was over when Stripe was read. */
function withDay(
  day: string | null,
  { asOfMs }: Figures,
  presentation: Presentation,
  by: (day: string) => string,
  otherwise: string,
): string {
  const epochMs = day === null ? undefined : epochMsFromText(day);
  if (epochMs === undefined || epochMs + DAY_MS < (asOfMs ?? 0)) return otherwise;
  return by(utcDayText(epochMs, presentation));
}

/** The one amount, where it is in one currency. */
const only = (amounts: readonly Money[], { locale }: Presentation): string | null => {
  const [first, ...others] = amounts;
  return first === undefined || others.length > 0 ? null : formatMoney(first, locale);
};

/** Disputes and refunds: the deadline that loses money first. */
function urgent(figures: Figures, presentation: Presentation): readonly NextStep[] {
  const texts = presentation.texts.card.next;
  const { dispute, disputesToAnswer, days, hasFailedRefund } = figures;
  const byDay = (by: (day: string) => string, otherwise: string): string =>
    withDay(days.dispute, figures, presentation, by, otherwise);
  const steps: NextStep[] = [];
  if (dispute === 'needs_response') {
    const by = (day: string): string => texts.respondBy(disputesToAnswer, day);
    const title = byDay(by, texts.respond(disputesToAnswer));
    steps.push({ kind: 'respond', title, variant: 'danger', lines: [texts.noResponse] });
  }
  if (dispute === 'inquiry') {
    const title = byDay(texts.inquiryBy, texts.inquiry);
    steps.push({ kind: 'inquiry', title, variant: 'warning', lines: [texts.inquiryDetail] });
  }
  if (hasFailedRefund) {
    const title = texts.refundFailed;
    steps.push({ kind: 'refund-failed', title, variant: 'warning', lines: [] });
  }
  return steps;
}

/** What failed, is overdue, waits for a decision or for a capture. */
function toDecide(figures: Figures, presentation: Presentation): readonly NextStep[] {
  const texts = presentation.texts.card.next;
  const { failureReason, failureNextStep, status, reviewCount, days } = figures;
  const steps: NextStep[] = [];
  if (failureReason !== '') {
    const title = texts.failed(brief(failureReason, MAX_OF_REASON));
    const lines = failureNextStep === '' ? [] : [failureNextStep];
    steps.push({ kind: 'failed', title, variant: 'danger', lines });
  }
  if (status === 'past_due') {
    const due = only(figures.due, presentation);
    const title = due === null ? texts.isPastDue : texts.pastDue(due);
    const retry = withDay(days.retry, figures, presentation, texts.retryOn, '');
    const lines = retry === '' ? [texts.remind] : [retry, texts.remind];
    steps.push({ kind: 'past-due', title, variant: 'warning', lines });
  }
  if (reviewCount > 0) {
    const title = texts.review(reviewCount);
    steps.push({ kind: 'review', title, variant: 'warning', lines: [] });
  }
  const authorized = only(figures.authorized, presentation);
  if (authorized !== null) {
    const by = (day: string): string => texts.captureBy(authorized, day);
    const title = withDay(days.capture, figures, presentation, by, texts.capture(authorized));
    steps.push({ kind: 'capture', title, variant: 'warning', lines: [texts.authorized] });
  }
  return steps;
}

/** True where a subscription bills the customer without a user's doing. */
const isBilledNext = ({ subscription, days }: Figures): boolean =>
  (subscription === 'active' || subscription === 'trialing') && days.renewal !== null;

/** What is missing of a deal amount, or too much: nothing while something else is to be done or on its way. */
function toSettle(figures: Figures, presentation: Presentation): readonly NextStep[] {
  const texts = presentation.texts.card.next;
  const { coverage, others, due, isComplete, status, hasLinks } = figures;
  if (coverage === null || !isComplete) return [];
  const step = (kind: ToDoKind, title: string): readonly NextStep[] => [
    { kind, title, variant: 'warning', lines: [] },
  ];
  if (coverage.value === 'overpaid') {
    const surplus = subtract(coverage.paid, coverage.amount);
    return step('surplus', texts.refundSurplus(formatMoney(surplus, presentation.locale)));
  }
  const outstanding = outstandingOf(figures);
  if (outstanding === null) return [];
  const [beside] = others;
  if (beside !== undefined) {
    const amounts = others.map((amount) => formatMoney(amount, presentation.locale)).join(', ');
    return step('beside', texts.checkBeside(amounts));
  }
  if (due.length > 0 || isBilledNext(figures)) return [];
  const amount = formatMoney(outstanding, presentation.locale);
  // Who paid may only not have been found.
  return status === 'none' && !hasLinks
    ? step('match', texts.matchOrCollect(amount))
    : step('collect', texts.collect(amount));
}

/** What comes without a user's doing, the least certain first. */
function coming(figures: Figures, presentation: Presentation): string | null {
  const texts = presentation.texts.card.next;
  const { dispute, days, status } = figures;
  if (dispute === 'under_review') return texts.underReview;
  const processing = only(figures.processing, presentation);
  if (processing !== null) {
    const on = (day: string): string => texts.expectedOn(processing, day);
    return withDay(days.expected, figures, presentation, on, texts.processing(processing));
  }
  const due = status === 'past_due' ? null : only(figures.due, presentation);
  if (due === null) return null;
  const on = (day: string): string => texts.dueOn(due, day);
  return withDay(days.due, figures, presentation, on, texts.due(due));
}

/** When a subscription is billed next. */
function renewalText(figures: Figures, presentation: Presentation): string | null {
  const { trialEnds, firstBill, renewsOn } = presentation.texts.card.next;
  const amount = only(figures.firstBill === null ? [] : [figures.firstBill], presentation);
  const ends = (day: string): string => (amount === null ? trialEnds(day) : firstBill(day, amount));
  const by = figures.subscription === 'trialing' ? ends : renewsOn;
  return withDay(figures.days.renewal, figures, presentation, by, '') || null;
}

/** True where money that was received is still there, and in no currency more is gone than came. */
const hasFunds = ({ received }: Figures): boolean =>
  received.some(({ net }) => net.minor > 0) && received.every(({ net }) => net.minor >= 0);

/**
 * When the money arrives, or arrived. Null while it is not known, where more is on its way, and where nothing
 * is left of what came.
 */
function fundsText(figures: Figures, presentation: Presentation, nowMs: number): string | null {
  const { fundsAvailableMs, isComplete, processing, authorized } = figures;
  const { fundsOn, fundsSince } = presentation.texts.card.next;
  if (fundsAvailableMs === null || !isComplete || !hasFunds(figures)) return null;
  if (processing.length > 0 || authorized.length > 0) return null;
  return (fundsAvailableMs <= nowMs ? fundsSince : fundsOn)(
    utcDayText(fundsAvailableMs, presentation),
  );
}

/** What is to be done, the most urgent first, and at the end what happens when. */
export function nextStepsOf(
  figures: Figures,
  presentation: Presentation,
  nowMs: number,
): readonly NextStep[] {
  const texts = presentation.texts.card.next;
  const decided = [...urgent(figures, presentation), ...toDecide(figures, presentation)];
  const toDo = decided.length > 0 ? decided : toSettle(figures, presentation);
  const comes = coming(figures, presentation);
  const pending = figures.feeStatus === 'pending' ? texts.feesPending : null;
  const [first, ...rest] = [
    comes,
    pending,
    renewalText(figures, presentation),
    fundsText(figures, presentation, nowMs),
  ].filter((line) => line !== null);
  if (toDo.length > 0 || !figures.isComplete) {
    if (first === undefined) return toDo;
    return [...toDo, { kind: 'coming', title: first, variant: 'info', lines: rest }];
  }
  const isDone = figures.status === 'paid' && comes === null && pending === null;
  const lines = first === undefined ? [] : [first, ...rest];
  const title = pending === null ? texts.nothing : texts.syncLater;
  return [{ kind: 'nothing', title, variant: isDone ? 'success' : 'info', lines }];
}
