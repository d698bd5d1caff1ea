import type { Money } from '@stripe-payments/core';
import { english, formatMoney } from '@stripe-payments/core';
import { breakable } from './breakable.ts';
import type { Figures } from './figures.ts';

/** A large figure and what it is. */
export interface Statistic {
  readonly label: string;
  readonly value: string;
}

const words = english.card.figures;

function paidStatistics({ paid, isPaidInSeveral }: Figures, locale: string): readonly Statistic[] {
  if (isPaidInSeveral) return [{ label: words.paid, value: words.severalCurrencies }];
  const [only] = paid;
  if (only === undefined) return [{ label: words.paid, value: words.none }];
  const { refunded, disputed } = only;
  // A deal with both hides neither; one with none says that nothing was given back.
  const isRefundShown = refunded.minor !== 0 || disputed.minor === 0;
  return [
    { label: words.paid, value: formatMoney(only.paid, locale) },
    ...(isRefundShown ? [{ label: words.refunded, value: formatMoney(refunded, locale) }] : []),
    ...(disputed.minor === 0
      ? []
      : [{ label: words.disputed, value: formatMoney(disputed, locale) }]),
  ];
}

function netText({ feeStatus, received, isReceivedInSeveral }: Figures, locale: string): string {
  if (feeStatus === 'pending') return words.pending;
  if (isReceivedInSeveral) return words.severalCurrencies;
  const [only] = received;
  return only === undefined ? words.none : formatMoney(only.net, locale);
}

/** Deal amount, paid, refunded or disputed, net. */
export function statisticsOf(
  figures: Figures,
  deal: Money | null,
  locale: string,
): readonly Statistic[] {
  return [
    { label: words.dealAmount, value: deal === null ? words.notSet : formatMoney(deal, locale) },
    ...paidStatistics(figures, locale),
    { label: words.net, value: netText(figures, locale) },
  ].map(({ label, value }) => ({ label, value: breakable(value) }));
}
