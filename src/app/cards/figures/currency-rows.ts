import type { Money, Presentation } from '@stripe-payments/core';
import { formatCurrency, formatMoney } from '@stripe-payments/core';
import type { Figures, PaidFigures } from './figures.ts';

/** One currency of several, a row each. Empty cells are `–`. */
export interface CurrencyRow {
  readonly currency: string;
  readonly paid: string;
  /** What of it was refunded, is disputed or lost; null where nothing was. */
  readonly taken: string | null;
  readonly gross: string;
  readonly fees: string;
  readonly net: string;
}

/** Refunds and disputes stand side by side, so that a currency with both hides neither. */
function takenText(
  { refunded, disputed }: PaidFigures,
  { texts, locale }: Presentation,
): string | null {
  const parts = [refunded, disputed].filter(({ minor }) => minor !== 0);
  if (parts.length === 0) return null;
  const amounts = parts.map((amount) => formatMoney(amount, locale)).join(' + ');
  return `${texts.card.figures.refundedAndDisputed}: ${amounts}`;
}

function currencyRow(
  { paid, received, feeStatus }: Figures,
  currency: string,
  presentation: Presentation,
): CurrencyRow {
  const { texts, locale } = presentation;
  const { noValue, pending } = texts.card.payments;
  const presented = paid.find((entry) => entry.paid.currency === currency);
  const settled = received.find((entry) => entry.net.currency === currency);
  // While a fee is pending a part of the sum would read like the whole.
  const settledText = (amount: Money | undefined): string => {
    if (amount === undefined) return noValue;
    return feeStatus === 'pending' ? pending : formatMoney(amount, locale);
  };
  return {
    currency: formatCurrency(currency),
    paid: presented === undefined ? noValue : formatMoney(presented.paid, locale),
    taken: presented === undefined ? null : takenText(presented, presentation),
    gross: settledText(settled?.gross),
    fees: settledText(settled?.fees),
    net: settledText(settled?.net),
  };
}

/** A row for every currency in which something was paid or received, where there are several. */
export function currencyRowsOf(
  figures: Figures,
  presentation: Presentation,
): readonly CurrencyRow[] {
  const { paid, received, isPaidInSeveral, isReceivedInSeveral } = figures;
  if (!isPaidInSeveral && !isReceivedInSeveral) return [];
  const currencies = new Set([
    ...paid.map((entry) => entry.paid.currency),
    ...received.map((entry) => entry.net.currency),
  ]);
  // Saved figures of several currencies are text: `lines` has them.
  if (currencies.size < 2) return [];
  return [...currencies].sort().map((currency) => currencyRow(figures, currency, presentation));
}

/** What is open on invoices and what recurs in one currency of several. */
export interface OpenRow {
  readonly currency: string;
  readonly due: string;
  readonly recurring: string;
}

/** A row for every currency in which something is due or recurs, where there are several. */
export function openRowsOf(
  { due, recurring }: Figures,
  { texts, locale }: Presentation,
): readonly OpenRow[] {
  const currencies = new Set([...due, ...recurring].map(({ currency }) => currency));
  if (currencies.size < 2) return [];
  const amountIn = (amounts: readonly Money[], currency: string): string => {
    const amount = amounts.find((each) => each.currency === currency);
    return amount === undefined ? texts.card.payments.noValue : formatMoney(amount, locale);
  };
  return [...currencies].sort().map((currency) => ({
    currency: formatCurrency(currency),
    due: amountIn(due, currency),
    recurring: amountIn(recurring, currency),
  }));
}
