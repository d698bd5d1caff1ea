import type { Money, FigurePresentation } from '@stripe-payments/core';
import { formatMoney, utcDayText } from '@stripe-payments/core';
import type { DatedText, Saying } from './dated-text.ts';
import { datedText } from './dated-text.ts';
import type { Figures } from './figures.ts';

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

/** True where money that was received is still there, and in no currency more is gone than came. */
const hasFunds = ({ received }: Figures): boolean =>
  received.some(({ net }) => net.minor > 0) && received.every(({ net }) => net.minor >= 0);

/** More would not be read in a sentence. */
const MAX_AMOUNTS = 2;

/**
 * What arrives. Where something was refunded or disputed since, a later payout was less: what the first one brought
 * is not known, and no amount is named.
 */
function arrivingText({ figures, presentation }: Saying): string {
  const { paid, received } = figures;
  const isWhole =
    paid.length > 0 &&
    paid.every(({ refunded, disputed }) => refunded.minor + disputed.minor === 0);
  if (!isWhole || received.length > MAX_AMOUNTS) return presentation.texts.card.next.theNet;
  return received.map(({ net }) => formatMoney(net, presentation.locale)).join(' + ');
}

/** What a day of a payout says: of one that has passed without news, that it has. */
function payoutText({ figures, presentation, nowMs }: Saying): string | null {
  const { paidOut, payout } = figures.days;
  const { paidOutOn, payoutOn, payoutWasOn, syncToSee } = presentation.texts.card.next;
  const saying = { figures, presentation, nowMs };
  const amount = arrivingText(saying);
  const of = (sentence: typeof payoutOn) => (day: string) => sentence(amount, day);
  // Stripe gives the day at midnight UTC.
  const there = datedText(
    paidOut,
    { ahead: of(payoutOn), over: of(paidOutOn), unknown: null },
    saying,
    'UTC',
  );
  const expected = {
    ahead: of(payoutOn),
    over: (day: string) => `${payoutWasOn(amount, day)} ${syncToSee}`,
    unknown: null,
  };
  return (there ?? datedText(payout, expected, saying, 'UTC'))?.text ?? null;
}

/**
 * When the money is in the bank, or as far as that is known in the balance. Null while it is not known, where
 * more is on its way, and where nothing is left of what came.
 */
export function fundsText(saying: Saying): string | null {
  const { figures, presentation, nowMs } = saying;
  const { fundsAvailableMs, isComplete, processing, authorized } = figures;
  const { fundsOn, fundsSince } = presentation.texts.card.next;
  if (fundsAvailableMs === null || !isComplete || !hasFunds(figures)) return null;
  if (processing.length > 0 || authorized.length > 0) return null;
  const inBalance = fundsAvailableMs <= nowMs ? fundsSince : fundsOn;
  return (
    payoutText(saying) ??
    inBalance(arrivingText(saying), utcDayText(fundsAvailableMs, presentation))
  );
}

const netsOf = ({ received }: Figures): string =>
  received
    .map(({ gross, net }) => [net.currency, gross.minor, net.minor].join(' '))
    .sort()
    .join();

/** True where two readings found the same money, and so the same payouts. */
const hasSameMoney = (left: Figures, right: Figures): boolean =>
  left.fundsAvailableMs === right.fundsAvailableMs && netsOf(left) === netsOf(right);

/** Live figures with the days that a sync saved of their payouts, as long as the money is the same. */
export function withPayoutsOf(live: Figures, saved: Figures | undefined): Figures {
  if (saved === undefined || !hasSameMoney(live, saved)) return live;
  const { paidOut, payout } = saved.days;
  return { ...live, days: { ...live.days, paidOut, payout } };
}
