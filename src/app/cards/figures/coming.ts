import type { Money, FigurePresentation } from '@stripe-payments/core';
import { formatMoney } from '@stripe-payments/core';
import type { DatedText, Saying } from './dated-text.ts';
import { datedText } from './dated-text.ts';

/** The one amount, where it is in one currency. */
export const only = (amounts: readonly Money[], { locale }: FigurePresentation): string | null => {
  const [first, ...others] = amounts;
  return first === undefined || others.length > 0 ? null : formatMoney(first, locale);
};

/** What is open on invoices, and when; null where several amounts are. */
function dueText(saying: Saying): DatedText | null {
  const texts = saying.presentation.texts.card.next;
  const due = only(saying.figures.due, saying.presentation);
  if (due === null) return null;
  const sentences = {
    ahead: (day: string) => texts.dueOn(due, day),
    over: (day: string) => texts.wasDueOn(due, day),
    unknown: texts.due(due),
  };
  return datedText(saying.figures.days.due, sentences, saying);
}

/** True where Stripe says so, or has the invoice as open after its day. */
export const isPastDue = (saying: Saying): boolean =>
  saying.figures.status === 'past_due' ||
  dueText(saying)?.followUp === saying.presentation.texts.card.next.noNewerDay;

/** What comes without a user's doing, the least certain first. */
export function coming(saying: Saying): readonly DatedText[] {
  const { figures, presentation } = saying;
  const texts = presentation.texts.card.next;
  const processing = only(figures.processing, presentation);
  const expected = processing !== null && {
    ahead: (day: string) => texts.expectedOn(processing, day),
    over: (day: string) => texts.expectedWasOn(processing, day),
    unknown: texts.processing(processing),
  };
  return [
    figures.dispute === 'under_review' ? { text: texts.underReview, followUp: null } : null,
    // Stripe makes funds available at midnight UTC.
    expected && datedText(figures.days.expected, expected, saying, 'UTC'),
    isPastDue(saying) ? null : dueText(saying),
  ].filter((dated) => dated !== null && dated !== false);
}

/** When a subscription is billed next. */
export function renewalText(saying: Saying): DatedText | null {
  const { figures, presentation } = saying;
  const { trialEnds, firstBill, renewsOn, renewalWasOn, trialEndWasOn } =
    presentation.texts.card.next;
  const amount = only(figures.firstBill === null ? [] : [figures.firstBill], presentation);
  const ends = (day: string): string => (amount === null ? trialEnds(day) : firstBill(day, amount));
  const isTrial = figures.subscription === 'trialing';
  const sentences = {
    ahead: isTrial ? ends : renewsOn,
    over: isTrial ? trialEndWasOn : renewalWasOn,
    unknown: null,
  };
  return datedText(figures.days.renewal, sentences, saying);
}
