import type { DealAmount, Money, FigurePresentation } from '@stripe-payments/core';
import { formatCurrency, formatMoney } from '@stripe-payments/core';
import type { Figures } from './figures.ts';

/** What the deal on the page is worth, if it is a deal. */
export type ShownDeal = DealAmount | 'no-deal';

/** A large figure and what it is. */
export interface Statistic {
  readonly label: string;
  readonly value: string;
}

/** One amount, or two with a figure each; of more, that there are several. */
function amountStatistics(
  label: string,
  amounts: readonly Money[],
  { texts, locale }: FigurePresentation,
): readonly Statistic[] {
  if (amounts.length > 2) return [{ label, value: texts.card.figures.severalCurrencies }];
  const isAlone = amounts.length === 1;
  return amounts.map((amount) => ({
    label: isAlone ? label : `${label} (${formatCurrency(amount.currency)})`,
    value: formatMoney(amount, locale),
  }));
}

/** What invoices were paid with outside Stripe or from credit: no payment of Stripe's shows it. */
function outsideStatistic(
  { outside, paid }: Figures,
  presentation: FigurePresentation,
): readonly Statistic[] {
  const [amount, ...others] = outside;
  const isAlone = paid.every(
    (each) => each.paid.minor === 0 || each.paid.currency === amount?.currency,
  );
  // Of several currencies the sentences below have the rest.
  if (amount === undefined || others.length > 0 || !isAlone) return [];
  const { paidOutsideLabel } = presentation.texts.card.figures;
  return [{ label: paidOutsideLabel, value: formatMoney(amount, presentation.locale) }];
}

/** What was paid, refunded, disputed or lost; what is zero takes no room. */
export function paidStatistics(
  figures: Figures,
  presentation: FigurePresentation,
): readonly Statistic[] {
  const { paid, isPaidInSeveral, unread, freeCheckoutCount } = figures;
  const { texts, locale } = presentation;
  const labels = texts.card.figures;
  if (unread.includes('paid')) return [{ label: labels.paid, value: labels.notAvailable }];
  if (isPaidInSeveral) {
    const amounts = paid.map((each) => each.paid);
    return amountStatistics(labels.paid, amounts, presentation);
  }
  const [only] = paid;
  // Of a payment that was tried, and brought nothing, only the currency is known.
  const hasNothing = [only?.paid, only?.refunded, only?.disputed].every((each) => !each?.minor);
  const outside = outsideStatistic(figures, presentation);
  if (only === undefined || hasNothing) {
    const nothing = freeCheckoutCount > 0 ? labels.nothingToPay : labels.none;
    return outside.length > 0 ? outside : [{ label: labels.paid, value: nothing }];
  }
  const { refunded, disputed, lost } = only;
  const isLost = lost !== null && lost.minor === disputed.minor;
  const taken = [
    { label: labels.refunded, amount: refunded },
    { label: isLost ? labels.lost : labels.disputed, amount: disputed },
  ];
  const paidLabel = outside.length > 0 ? labels.paidInStripeLabel : labels.paid;
  return [
    { label: paidLabel, value: formatMoney(only.paid, locale) },
    // What is zero takes no room.
    ...taken
      .filter(({ amount }) => amount.minor !== 0)
      .map(({ label, amount }) => ({ label, value: formatMoney(amount, locale) })),
    ...outside,
  ];
}

/** Net in one currency, that it is pending, or that there are several. */
function netText(
  { feeStatus, received, isReceivedInSeveral, pendingCount, unread }: Figures,
  presentation: FigurePresentation,
): string {
  const { texts, locale } = presentation;
  const { figures: labels, common } = texts.card;
  const [only] = received;
  if (unread.includes('net')) return labels.notAvailable;
  if (feeStatus === 'pending') {
    if (only === undefined || isReceivedInSeveral || pendingCount === null) return common.pending;
    return labels.netSoFar(formatMoney(only.net, locale), pendingCount);
  }
  return only === undefined ? labels.none : formatMoney(only.net, locale);
}

/** Where nothing was received there is no net to tell. */
export function netStatistic(
  figures: Figures,
  presentation: FigurePresentation,
): readonly Statistic[] {
  const { figures: labels, common } = presentation.texts.card;
  const { net, netConverted, none } = labels;
  const { paid, received, isReceivedInSeveral, feeStatus, unread } = figures;
  if (isReceivedInSeveral && feeStatus !== 'pending' && !unread.includes('net')) {
    const nets = received.map((each) => each.net);
    return amountStatistics(net, nets, presentation);
  }
  const value = netText(figures, presentation);
  const [only, ...others] = received;
  if (value === none) return [];
  if (only === undefined || others.length > 0) return [{ label: net, value }];
  const isConverted =
    paid.length > 0 && paid.every((each) => each.paid.currency !== only.net.currency);
  if (isConverted) return [{ label: netConverted(formatCurrency(only.net.currency)), value }];
  return [{ label: only.net.minor < 0 ? common.net : net, value }];
}

const notZero = (amounts: readonly Money[]): readonly Money[] =>
  amounts.filter(({ minor }) => minor !== 0);

function dealText(deal: DealAmount, { texts, locale }: FigurePresentation): string {
  const { notSet, notComparable } = texts.card.figures;
  if (deal === null) return notSet;
  return deal === 'not-comparable' ? notComparable : formatMoney(deal, locale);
}

function dealStatistic(deal: ShownDeal, presentation: FigurePresentation): readonly Statistic[] {
  if (deal === 'no-deal') return [];
  const { dealAmount } = presentation.texts.card.figures;
  return [{ label: dealAmount, value: dealText(deal, presentation) }];
}

/** Deal amount, paid, refunded or disputed, net. */
export function statisticsOf(
  figures: Figures,
  deal: ShownDeal,
  presentation: FigurePresentation,
): readonly Statistic[] {
  const { isPaidInSeveral, isReceivedInSeveral, feeStatus } = figures;
  // Beside a deal amount and two paid amounts there is no room: the table below has the nets.
  const isInTable =
    deal !== 'no-deal' && isPaidInSeveral && isReceivedInSeveral && feeStatus !== 'pending';
  return [
    ...dealStatistic(deal, presentation),
    ...paidStatistics(figures, presentation),
    ...(isInTable ? [] : netStatistic(figures, presentation)),
  ];
}

/** What is due and what recurs, where anything does. */
export function openStatisticsOf(
  { processing, authorized, due, recurring, unread }: Figures,
  presentation: FigurePresentation,
): readonly Statistic[] {
  const { common, figures } = presentation.texts.card;
  const { paymentStatus } = presentation.texts.options;
  const unknown = (label: string): Statistic => ({ label, value: figures.notAvailable });
  return [
    ...amountStatistics(paymentStatus.processing, notZero(processing), presentation),
    ...amountStatistics(paymentStatus.authorized, notZero(authorized), presentation),
    ...(unread.includes('due')
      ? [unknown(common.dueLabel)]
      : amountStatistics(common.dueLabel, notZero(due), presentation)),
    ...(unread.includes('recurring')
      ? [unknown(common.recurringLabel)]
      : amountStatistics(common.recurringLabel, notZero(recurring), presentation)),
  ];
}
