import type { FigurePresentation } from '@stripe-payments/core';
import { brief, formatMoney, subtract } from '@stripe-payments/core';
import { fundsText, netReason } from './bank.ts';
import { churnText } from './churn.ts';
import { coming, isPastDue, only, renewalText } from './coming.ts';
import type { DatedText, Saying } from './dated-text.ts';
import { datedText } from './dated-text.ts';
import { outstandingOf } from './difference.ts';
import type { Figures } from './figures.ts';

type ToDoKind =
  | 'respond'
  | 'inquiry'
  | 'refund-failed'
  | 'failed'
  | 'past-due'
  | 'late'
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

/** A line, and what follows it where its day is over. */
const linesOf = (dated: DatedText | null): readonly string[] =>
  dated === null ? [] : [dated.text, ...(dated.followUp === null ? [] : [dated.followUp])];

/** Disputes and refunds: the deadline that loses money first. */
function urgent(saying: Saying): readonly NextStep[] {
  const texts = saying.presentation.texts.card.next;
  const { dispute, disputesToAnswer, days, hasFailedRefund } = saying.figures;
  const steps: NextStep[] = [];
  if (dispute === 'needs_response') {
    const sentences = {
      ahead: (day: string) => texts.respondBy(disputesToAnswer, day),
      over: (day: string) => texts.respondWasDue(disputesToAnswer, day),
      unknown: texts.respond(disputesToAnswer),
    };
    const [title = '', ...followUp] = linesOf(datedText(days.dispute, sentences, saying));
    // Of several, the others can still be answered.
    const isToAnswer = followUp.length === 0 || disputesToAnswer > 1;
    const lines = [...(isToAnswer ? [texts.noResponse] : []), ...followUp];
    steps.push({ kind: 'respond', title, variant: 'danger', lines });
  }
  if (dispute === 'inquiry') {
    const sentences = {
      ahead: texts.inquiryBy,
      over: texts.inquiryWasDue,
      unknown: texts.inquiry,
    };
    const [title = '', ...followUp] = linesOf(datedText(days.dispute, sentences, saying));
    const lines = [texts.inquiryDetail, ...followUp];
    steps.push({ kind: 'inquiry', title, variant: 'warning', lines });
  }
  if (hasFailedRefund) {
    const title = texts.refundFailed;
    const lines = saying.figures.failedRefunds.map((amount) =>
      texts.notRefunded(formatMoney(amount, saying.presentation.locale)),
    );
    steps.push({ kind: 'refund-failed', title, variant: 'warning', lines });
  }
  return steps;
}

/** What failed, is overdue, waits for a decision or for a capture. */
function toDecide(saying: Saying): readonly NextStep[] {
  const { figures, presentation } = saying;
  const texts = presentation.texts.card.next;
  const { failureReason, failureNextStep, reviewCount, days } = figures;
  const steps: NextStep[] = [];
  const failed = failureReason === '' ? null : texts.failed(brief(failureReason, MAX_OF_REASON));
  const isOverdue = isPastDue(saying);
  if (failed !== null && !isOverdue) {
    const title = failed;
    const lines = failureNextStep === '' ? [] : [failureNextStep];
    steps.push({ kind: 'failed', title, variant: 'danger', lines });
  }
  if (isOverdue) {
    const due = only(figures.due, presentation);
    const title = due === null ? texts.isPastDue : texts.pastDue(due);
    const sentences = { ahead: texts.retryOn, over: texts.retryWasOn, unknown: null };
    const lines = [
      ...(failed === null ? [] : [`${failed}.`]),
      ...linesOf(datedText(days.retry, sentences, saying)),
      failureNextStep === '' ? texts.remind : failureNextStep,
    ];
    steps.push({ kind: 'past-due', title, variant: 'warning', lines });
  }
  if (reviewCount > 0) {
    const title = texts.review(reviewCount);
    steps.push({ kind: 'review', title, variant: 'warning', lines: [] });
  }
  const authorized = only(figures.authorized, presentation);
  if (authorized !== null) {
    const sentences = {
      ahead: (day: string) => texts.captureBy(authorized, day),
      over: (day: string) => texts.captureWasBy(authorized, day),
      unknown: texts.capture(authorized),
    };
    const [title = '', ...followUp] = linesOf(datedText(days.capture, sentences, saying));
    const lines = followUp.length > 0 ? followUp : [texts.authorized];
    steps.push({ kind: 'capture', title, variant: 'warning', lines });
  }
  return steps;
}

/** What should have come by now: nothing says that there is nothing to do beside it. */
function lateSteps(late: readonly DatedText[]): readonly NextStep[] {
  const [first, ...others] = late;
  if (first === undefined) return [];
  const followUps = new Set(late.flatMap(({ followUp }) => followUp ?? []));
  const lines = [...others.map(({ text }) => `${text}.`), ...followUps];
  return [{ kind: 'late', title: first.text, variant: 'warning', lines }];
}

/** True where a subscription bills the customer without a user's doing. */
const isBilledNext = ({ subscription, days }: Figures): boolean =>
  (subscription === 'active' || subscription === 'trialing') && days.renewal !== null;

/** What is missing of a deal amount, or too much: nothing while something else is to be done or on its way. */
function toSettle(figures: Figures, presentation: FigurePresentation): readonly NextStep[] {
  const texts = presentation.texts.card.next;
  const { coverage, others, due, isComplete, status, hasLinks, freeCheckoutCount } = figures;
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
    const outstandingText = formatMoney(outstanding, presentation.locale);
    return step('beside', texts.checkBeside(amounts, outstandingText));
  }
  if (isBilledNext(figures)) return [];
  const invoiced = due.find(({ currency }) => currency === outstanding.currency);
  if (due.length > 0 && (invoiced === undefined || invoiced.minor >= outstanding.minor)) return [];
  const missing = invoiced === undefined ? outstanding : subtract(outstanding, invoiced);
  const amount = formatMoney(missing, presentation.locale);
  if (status === 'none' && freeCheckoutCount > 0) return step('beside', texts.checkFree(amount));
  // Who paid may only not have been found.
  const isToMatch = status === 'none' && !hasLinks;
  const title = isToMatch ? texts.matchOrCollect(amount) : texts.collect(amount);
  // Stripe has a payment only once the customer pays a link.
  const lines = [texts.unlessAsked];
  return [{ kind: isToMatch ? 'match' : 'collect', title, variant: 'warning', lines }];
}

/** What is to be done, the most urgent first, and at the end what happens when. */
export function nextStepsOf(
  figures: Figures,
  presentation: FigurePresentation,
  nowMs: number,
): readonly NextStep[] {
  const texts = presentation.texts.card.next;
  const saying = { figures, presentation, nowMs };
  const comes = coming(saying);
  const renewal = renewalText(saying);
  const isLate = (each: DatedText | null): each is DatedText =>
    each !== null && each.followUp !== null;
  const decided = [
    ...urgent(saying),
    ...toDecide(saying),
    ...lateSteps([...comes, renewal].filter(isLate)),
  ];
  const toDo = decided.length > 0 ? decided : toSettle(figures, presentation);
  const pending = figures.feeStatus === 'pending' ? texts.feesPending : null;
  const ahead = (each: DatedText | null): string | null =>
    each?.followUp === null ? each.text : null;
  const [first, ...rest] = [
    ...comes.map(ahead),
    pending,
    ahead(renewal),
    churnText(figures.churn, presentation),
    netReason(saying),
    fundsText(saying),
  ].filter((line) => line !== null);
  if (toDo.length > 0 || !figures.isComplete) {
    if (first === undefined) return toDo;
    return [...toDo, { kind: 'coming', title: first, variant: 'info', lines: rest }];
  }
  const isFree = figures.status === 'none' && figures.freeCheckoutCount > 0;
  const isDone = (figures.status === 'paid' || isFree) && comes.length === 0 && pending === null;
  const lines = first === undefined ? [] : [first, ...rest];
  const waits = figures.dispute === 'under_review' ? texts.underReview : texts.wait;
  const isBilled = isBilledNext(figures) && outstandingOf(figures) !== null;
  const calm = comes.length > 0 ? waits : isBilled ? texts.waitForBill : texts.nothing;
  const title = pending === null ? calm : texts.syncLater;
  return [
    {
      kind: 'nothing',
      title,
      variant: isDone ? 'success' : 'info',
      lines: lines.filter((line) => line !== title),
    },
  ];
}
