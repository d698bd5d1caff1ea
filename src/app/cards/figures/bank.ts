import type { Money } from '@stripe-payments/core';
import { formatMoney, negate, subtract, utcDayText } from '@stripe-payments/core';
import type { Saying } from './dated-text.ts';
import { datedText } from './dated-text.ts';
import type { Figures } from './figures.ts';

/** True where nothing was taken from what was paid. */
const isUntouched = ({ paid }: Figures): boolean =>
  paid.every(({ refunded, disputed }) => refunded.minor + disputed.minor === 0);

/** The one net, where it is in one currency. */
function netOf({ received }: Figures): Money | null {
  const [first, ...others] = received;
  return first === undefined || others.length > 0 ? null : first.net;
}

const shownNets = ({ figures, presentation }: Saying): string =>
  figures.received.map(({ net }) => formatMoney(net, presentation.locale)).join(' + ');

const shownSize = (amount: Money, { presentation }: Saying): string =>
  formatMoney(amount.minor < 0 ? negate(amount) : amount, presentation.locale);

/** What is said of an amount and a day; of one that has passed without news, that it has. */
function onDay(
  day: string | null,
  amount: string,
  { ahead, over }: Record<'ahead' | 'over', (amount: string, day: string) => string>,
  saying: Saying,
): string | null {
  const of = (sentence: typeof ahead) => (shown: string) => sentence(amount, shown);
  const sentences = { ahead: of(ahead), over: of(over), unknown: null };
  // Stripe gives the day at midnight UTC.
  return datedText(day, sentences, saying, 'UTC')?.text ?? null;
}

/** What payouts brought by a day, or took. */
function paidOutText(amount: Money, day: string | null, saying: Saying): string | null {
  const { payoutOn, paidOutOn, takenOff } = saying.presentation.texts.card.next;
  const [ahead, over] = amount.minor < 0 ? [takenOff, takenOff] : [payoutOn, paidOutOn];
  return onDay(day, shownSize(amount, saying), { ahead, over }, saying);
}

/** What of the net no payout has brought yet. */
function restText(rest: Money, saying: Saying): string | null {
  const { figures, presentation, nowMs } = saying;
  const { restOn, restWasOn, restWaits, restAvailable, offLater, syncToSee } =
    presentation.texts.card.next;
  const shown = shownSize(rest, saying);
  if (rest.minor === 0) return null;
  if (rest.minor < 0) return offLater(shown);
  const over = (amount: string, day: string) => `${restWasOn(amount, day)} ${syncToSee}`;
  const expected = onDay(figures.days.payout, shown, { ahead: restOn, over }, saying);
  if (expected !== null) return expected;
  const { fundsAvailableMs } = figures;
  return fundsAvailableMs !== null && fundsAvailableMs > nowMs
    ? restAvailable(shown, utcDayText(fundsAvailableMs, presentation))
    : restWaits(shown);
}

/** All of it is paid out, or expected by a day; null while that is not known. */
function wholeText(saying: Saying): string | null {
  const { figures, presentation } = saying;
  const { payoutOn, payoutWasOn, paidOutOn, syncToSee } = presentation.texts.card.next;
  const { paidOut, payout } = figures.days;
  const net = netOf(figures);
  // An older build saved when the first payout came, whatever was taken off later ones.
  const isCertain = figures.netPaidOut !== null || net === null || isUntouched(figures);
  if (!isCertain) return null;
  if (net !== null) {
    if (paidOut !== null) return net.minor === 0 ? null : paidOutText(net, paidOut, saying);
    if (net.minor <= 0) return null;
  }
  const shown = shownNets(saying);
  const there = onDay(paidOut, shown, { ahead: payoutOn, over: paidOutOn }, saying);
  const over = (amount: string, day: string) => `${payoutWasOn(amount, day)} ${syncToSee}`;
  return there ?? onDay(payout, shown, { ahead: payoutOn, over }, saying);
}

/** A part of it is paid out, and the rest is somewhere else; null while that is not known. */
function partText(saying: Saying): string | null {
  const { netPaidOut, days } = saying.figures;
  const net = netOf(saying.figures);
  if (netPaidOut === null || net === null || netPaidOut.currency !== net.currency) return null;
  if (days.paidOut !== null || days.lastPayout === null) return null;
  const paidOut = netPaidOut.minor === 0 ? null : paidOutText(netPaidOut, days.lastPayout, saying);
  const said = [paidOut, restText(subtract(net, netPaidOut), saying)];
  return said.filter((sentence) => sentence !== null).join(' ') || null;
}

/** In the balance, and what is known of the way from there. */
function balanceText(saying: Saying): string | null {
  const { figures, presentation, nowMs } = saying;
  const { fundsAvailableMs, received, netPaidOut, arePayoutsSaved, paymentCount } = figures;
  const { fundsOn, lastFundsOn, fundsSince, inNoPayout, syncForPayout, openForPayout } =
    presentation.texts.card.next;
  const isLeft =
    received.some(({ net }) => net.minor > 0) && received.every(({ net }) => net.minor >= 0);
  if (fundsAvailableMs === null || !isLeft) return null;
  const day = utcDayText(fundsAvailableMs, presentation);
  // Of several payments this is the day of the last one: the others can be in the bank.
  if (fundsAvailableMs > nowMs)
    return (paymentCount > 1 ? lastFundsOn : fundsOn)(shownNets(saying), day);
  const unknown = arePayoutsSaved ? openForPayout : syncForPayout;
  return `${fundsSince(shownNets(saying), day)} ${netPaidOut === null ? unknown : inNoPayout}`;
}

/**
 * How much of the net is in the bank by when, and where the rest is. Null where that is not known, and where more is on its way.
 */
export function fundsText(saying: Saying): string | null {
  const { isComplete, processing, authorized, received, feeStatus } = saying.figures;
  if (!isComplete || received.length === 0 || feeStatus === 'pending') return null;
  if (processing.length > 0 || authorized.length > 0) return null;
  return partText(saying) ?? wholeText(saying) ?? balanceText(saying);
}

/** Why less than nothing is left of what was paid; null where something is, or the parts do not tell. */
export function netReason({ figures, presentation }: Saying): string | null {
  const { paid, received, feeStatus, isComplete } = figures;
  const [only, ...others] = received;
  if (only === undefined || others.length > 0 || feeStatus !== 'final' || !isComplete) return null;
  const { net, fees } = only;
  const isGone = paid.every(
    (each) => each.paid.minor === each.refunded.minor + each.disputed.minor,
  );
  if (net.minor >= 0 || fees.minor <= 0 || !isGone) return null;
  const { netFees, netFeesAndRate } = presentation.texts.card.next;
  const shown = (amount: Money): string => formatMoney(amount, presentation.locale);
  const lost = negate(net).minor - fees.minor;
  if (lost === 0) return netFees(shown(fees));
  const isConverted = paid.some((each) => each.paid.currency !== net.currency);
  return lost > 0 && isConverted
    ? netFeesAndRate(shown(fees), shown({ ...net, minor: lost }))
    : null;
}

const netsOf = ({ received }: Figures): string =>
  received
    .map(({ gross, net }) => [net.currency, gross.minor, net.minor].join(' '))
    .sort()
    .join();

/** Only the day is saved: money that returns is available at the moment itself. */
const dayNumber = (ms: number | null): number | null =>
  ms === null ? null : Math.floor(ms / 86_400_000);

/** True where two readings found the same money, and so the same payouts. */
const hasSameMoney = (left: Figures, right: Figures): boolean =>
  dayNumber(left.fundsAvailableMs) === dayNumber(right.fundsAvailableMs) &&
  netsOf(left) === netsOf(right);

/** Live figures with what a sync saved of their payouts, as long as the money is the same. */
export function withPayoutsOf(live: Figures, saved: Figures | undefined): Figures {
  if (saved === undefined || !hasSameMoney(live, saved)) return live;
  const { arePayoutsSaved, netPaidOut, days } = saved;
  const { paidOut, payout, lastPayout } = days;
  return {
    ...live,
    arePayoutsSaved,
    netPaidOut,
    days: { ...live.days, paidOut, payout, lastPayout },
  };
}
