import type { Money, FigurePresentation } from '@stripe-payments/core';
import { formatCurrency, formatMoney } from '@stripe-payments/core';
import type { Figures, PaidFigures } from './figures.ts';

/** An amount, and in small print what has to be said of it. */
interface CurrencyCell {
  readonly text: string;
  readonly note?: string;
}

/** One currency of several, a row each, its name first. */
export type CurrencyRow = readonly [name: CurrencyCell, ...amounts: CurrencyCell[]];

/** Refunds and disputes stand side by side, so that a currency with both hides neither. */
function takenNote(
  { refunded, disputed }: PaidFigures,
  { texts, locale }: FigurePresentation,
): Pick<CurrencyCell, 'note'> {
  const parts = [refunded, disputed].filter(({ minor }) => minor !== 0);
  if (parts.length === 0) return {};
  const amounts = parts.map((amount) => formatMoney(amount, locale)).join(' + ');
  return { note: `${texts.card.figures.refundedAndDisputed}: ${amounts}` };
}

function currencyRow(
  { paid, received, feeStatus }: Figures,
  currency: string,
  presentation: FigurePresentation,
): CurrencyRow {
  const { texts, locale } = presentation;
  const { common, figures } = texts.card;
  const presented = paid.find((entry) => entry.paid.currency === currency);
  const settled = received.find((entry) => entry.net.currency === currency);
  // While a fee is pending a part of the sum would read like the whole.
  const settledText = (amount: Money | undefined): string => {
    if (amount === undefined) return common.noValue;
    return feeStatus === 'pending' ? common.pending : formatMoney(amount, locale);
  };
  const origins = (settled?.convertedFrom ?? []).map(formatCurrency).join(', ');
  return [
    { text: formatCurrency(currency) },
    presented === undefined
      ? { text: common.noValue }
      : {
          text: formatMoney(presented.paid, locale),
          ...takenNote(presented, presentation),
        },
    {
      text: settledText(settled?.gross),
      ...(origins === '' ? {} : { note: figures.includes(origins) }),
    },
    { text: settledText(settled?.net), note: common.feeOf(settledText(settled?.fees)) },
  ];
}

/** A row for every currency in which something was paid or received, where there are several. */
export function currencyRowsOf(
  figures: Figures,
  presentation: FigurePresentation,
): readonly CurrencyRow[] {
  const { paid, received, lines, isPaidInSeveral, isReceivedInSeveral } = figures;
  // Saved figures of several currencies are text.
  if (lines.length > 0 || (!isPaidInSeveral && !isReceivedInSeveral)) return [];
  const currencies = new Set([
    ...paid.map((entry) => entry.paid.currency),
    ...received.map((entry) => entry.net.currency),
  ]);
  return [...currencies].sort().map((currency) => currencyRow(figures, currency, presentation));
}

/** What is open on invoices and what recurs, a row for every currency where there are several. */
export function openRowsOf(
  { due, recurring }: Figures,
  { texts, locale }: FigurePresentation,
): readonly CurrencyRow[] {
  const currencies = new Set([...due, ...recurring].map(({ currency }) => currency));
  if (currencies.size < 2) return [];
  const cell = (amounts: readonly Money[], currency: string): CurrencyCell => {
    const amount = amounts.find((each) => each.currency === currency);
    return {
      text: amount === undefined ? texts.card.common.noValue : formatMoney(amount, locale),
    };
  };
  return [...currencies]
    .sort()
    .map((currency) => [
      { text: formatCurrency(currency) },
      cell(due, currency),
      cell(recurring, currency),
    ]);
}
