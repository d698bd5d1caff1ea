import type { Money, Presentation } from '@stripe-payments/core';
import { brief, epochMsFromText, formatMoney, utcDayText } from '@stripe-payments/core';
import type { Figures } from './figures.ts';

/** What happens next, or what a user has to do, in one line. */
export interface NextStep {
  readonly text: string;
  readonly variant: 'danger' | 'warning' | 'info';
  /** True where the live card has an alert of its own that says more. */
  readonly hasAlert: boolean;
  /** True for what has to be captured. */
  readonly isCapture?: boolean;
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

/** What needs a user: the deadline that loses money first. */
function toDo(figures: Figures, presentation: Presentation): readonly NextStep[] {
  const texts = presentation.texts.card.next;
  const { dispute, days, hasFailedRefund, failureReason, status } = figures;
  const steps: NextStep[] = [];
  if (dispute === 'needs_response') {
    const text = withDay(days.dispute, figures, presentation, texts.respondBy, texts.respond);
    steps.push({ text, variant: 'danger', hasAlert: true });
  }
  if (dispute === 'inquiry') {
    const text = withDay(days.dispute, figures, presentation, texts.inquiryBy, texts.inquiry);
    steps.push({ text, variant: 'warning', hasAlert: true });
  }
  if (hasFailedRefund) {
    steps.push({ text: texts.refundFailed, variant: 'warning', hasAlert: true });
  }
  if (failureReason !== '') {
    const text = texts.failed(brief(failureReason, MAX_OF_REASON));
    steps.push({ text, variant: 'danger', hasAlert: true });
  }
  if (status === 'past_due') {
    const due = only(figures.due, presentation);
    const text = due === null ? texts.isPastDue : texts.pastDue(due);
    steps.push({ text, variant: 'warning', hasAlert: false });
  }
  return steps;
}

/** What comes without a user's doing, the least certain first. */
function toCome(
  figures: Figures,
  presentation: Presentation,
): Pick<NextStep, 'text' | 'isCapture'> | null {
  const texts = presentation.texts.card.next;
  const { dispute, days } = figures;
  if (dispute === 'under_review') return { text: texts.underReview };
  const authorized = only(figures.authorized, presentation);
  if (authorized !== null) {
    const until = (day: string): string => texts.authorizedUntil(authorized, day);
    const otherwise = texts.authorized(authorized);
    return {
      text: withDay(days.capture, figures, presentation, until, otherwise),
      isCapture: true,
    };
  }
  const processing = only(figures.processing, presentation);
  if (processing !== null) {
    const on = (day: string): string => texts.expectedOn(processing, day);
    return {
      text: withDay(days.expected, figures, presentation, on, texts.processing(processing)),
    };
  }
  const due = only(figures.due, presentation);
  if (due === null) return null;
  const on = (day: string): string => texts.dueOn(due, day);
  return { text: withDay(days.due, figures, presentation, on, texts.due(due)) };
}

/** True where money that was received is still there, and in no currency more is gone than came. */
const hasFunds = ({ received }: Figures): boolean =>
  received.some(({ net }) => net.minor > 0) && received.every(({ net }) => net.minor >= 0);

/** When the money arrives, or arrived. */
export interface Funds {
  readonly hasArrived: boolean;
  /** The day on which the last of it is available. */
  readonly day: string;
}

/** Null while it is not known, where more is on its way, and where nothing is left of what came. */
export function fundsOf(figures: Figures, presentation: Presentation, nowMs: number): Funds | null {
  const { fundsAvailableMs, isComplete, processing, authorized } = figures;
  if (fundsAvailableMs === null || !isComplete || !hasFunds(figures)) return null;
  if (processing.length > 0 || authorized.length > 0) return null;
  const hasArrived = fundsAvailableMs <= nowMs;
  return { hasArrived, day: utcDayText(fundsAvailableMs, presentation) };
}

/** The same in a sentence. */
export function fundsText(
  figures: Figures,
  presentation: Presentation,
  nowMs: number,
): string | null {
  const { fundsAvailable, fundsArrived } = presentation.texts.card.figures;
  const funds = fundsOf(figures, presentation, nowMs);
  if (funds === null) return null;
  return (funds.hasArrived ? fundsArrived : fundsAvailable)(funds.day);
}

/** The first one is what to say where there is room for one. */
export function nextStepsOf(figures: Figures, presentation: Presentation): readonly NextStep[] {
  const step = toCome(figures, presentation);
  const coming = step === null ? [] : [{ ...step, variant: 'info', hasAlert: false } as const];
  return [...toDo(figures, presentation), ...coming];
}
