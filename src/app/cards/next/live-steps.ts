import type { CheckedUrl, PaymentRow, Presentation, RecordView } from '@stripe-payments/core';
import { stripeUrl } from '@stripe-payments/core';
import type { NextStep } from '../figures/next-step.ts';
import { reviewTotal } from '../matching/review-line.ts';
import { paymentUrl } from '../payments/payment-line.ts';
import type { ShownStep, StepAction } from './NextSteps.tsx';

const opened = (url: CheckedUrl | null): StepAction | null => url && { kind: 'open', url };

/** The payment with a dispute in one of the states that is to be answered first. */
function firstToAnswer(view: RecordView, statuses: readonly string[]): PaymentRow | undefined {
  const dueBy = ({ dispute }: PaymentRow): number => {
    const seconds = dispute?.evidenceDueBy ?? 0;
    return seconds * 1_000 > view.asOfMs ? seconds : Infinity;
  };
  return view.payments
    .filter(({ dispute }) => dispute !== null && statuses.includes(dispute.status))
    .reduce<PaymentRow | undefined>(
      (first, each) => (first === undefined || dueBy(each) < dueBy(first) ? each : first),
      undefined,
    );
}

const urlOf = (view: RecordView, payment: PaymentRow | undefined): CheckedUrl | null =>
  payment === undefined ? null : paymentUrl(view, payment);

/** The only payment of which it holds. */
function onlyOne(
  { payments }: RecordView,
  holds: (payment: PaymentRow) => boolean,
): PaymentRow | undefined {
  const [first, ...others] = payments.filter(holds);
  return others.length === 0 ? first : undefined;
}

const hasFailedRefund = ({ refundFailed, captured }: PaymentRow): boolean =>
  refundFailed.minor > 0 && captured.minor > 0;

function reviewLine(view: RecordView, presentation: Presentation): string {
  const { links, records } = presentation.texts.card;
  const thisRecord = records.this[view.objectType];
  const total = reviewTotal(view.needsReview, view.summary.needsReviewCount, presentation);
  return total === null ? links.needsReview(thisRecord) : links.mayBelong(total, thisRecord);
}

/** The payment page of the invoice that is overdue first. */
function overdueUrl({ invoices }: RecordView): CheckedUrl | null {
  const [first] = invoices
    .filter(({ status }) => status === 'past_due')
    .sort((left, right) => (left.dueOn ?? Infinity) - (right.dueOn ?? Infinity));
  return stripeUrl(first?.hostedUrl ?? null);
}

/** What the live view knows beyond the figures: details, and the button of a step. */
function known(
  { kind, lines }: NextStep,
  view: RecordView,
  presentation: Presentation,
): Pick<ShownStep, 'lines' | 'action'> {
  switch (kind) {
    case 'respond': {
      const statuses = ['needs_response', 'appeal_needs_response'];
      return { lines, action: opened(urlOf(view, firstToAnswer(view, statuses))) };
    }
    case 'inquiry': {
      const payment = firstToAnswer(view, ['warning_needs_response']);
      return { lines, action: opened(urlOf(view, payment)) };
    }
    case 'refund-failed':
      return { lines, action: opened(urlOf(view, onlyOne(view, hasFailedRefund))) };
    case 'past-due': {
      const url = overdueUrl(view);
      return { lines, action: url && { kind: 'copy', url } };
    }
    case 'review':
      return { lines: [reviewLine(view, presentation)], action: { kind: 'review' } };
    case 'capture': {
      const payment = onlyOne(view, ({ status }) => status === 'authorized');
      return { lines, action: opened(urlOf(view, payment)) };
    }
    case 'late': {
      const payment = onlyOne(view, ({ status }) => status === 'processing');
      return { lines, action: opened(urlOf(view, payment)) };
    }
    case 'failed':
    case 'surplus':
    case 'beside':
    case 'match':
    case 'collect':
    case 'coming':
    case 'nothing':
      return { lines, action: null };
  }
}

/** What was linked to a record that lost a merge is to be linked anew: then something is to be done. */
function afterMerge(
  steps: readonly ShownStep[],
  { notes }: RecordView,
  { texts }: Presentation,
): readonly ShownStep[] {
  if (!notes.some(({ kind }) => kind === 'lost-in-merge')) return steps;
  const title = texts.card.next.merged;
  const step: ShownStep = {
    kind: 'merged',
    title,
    variant: 'warning',
    lines: [],
    action: { kind: 'review' },
  };
  return [step, ...uncertain(steps)];
}

export const liveSteps = (
  steps: readonly NextStep[],
  view: RecordView,
  presentation: Presentation,
): readonly ShownStep[] =>
  afterMerge(
    steps.map((step) => ({ ...step, ...known(step, view, presentation) })),
    view,
    presentation,
  );

/** Where something went wrong since, nothing says that nothing is to be done. */
export const uncertain = (steps: readonly ShownStep[]): readonly ShownStep[] =>
  steps.flatMap((step): readonly ShownStep[] => {
    if (step.kind !== 'nothing') return [step];
    const [title, ...lines] = step.lines;
    return title === undefined ? [] : [{ ...step, kind: 'coming', variant: 'info', title, lines }];
  });

/** The steps of saved figures, which have no buttons. */
export function savedSteps(steps: readonly NextStep[], isUncertain: boolean): readonly ShownStep[] {
  const shown = steps.map((step) => ({ ...step, action: null }));
  return isUncertain ? uncertain(shown) : shown;
}
