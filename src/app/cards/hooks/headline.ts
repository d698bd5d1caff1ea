import type { ChargeStatus, DateStyle, Money, PaymentStatus } from '@stripe-payments/core';
import {
  english,
  formatCurrency,
  formatDay,
  formatMoney,
  money,
  subtract,
} from '@stripe-payments/core';
import type { Figures, PaidFigures } from './figures.ts';

export type StatusVariant = 'danger' | 'warning' | 'info' | 'success' | 'default';

export interface Statistic {
  readonly label: string;
  readonly value: string;
}

/** One currency of several, a row each. Empty cells are `–`. */
export interface CurrencyRow {
  readonly currency: string;
  readonly paid: string;
  readonly taken: string;
  readonly gross: string;
  readonly fees: string;
  readonly net: string;
}

/** What a rep understands at one glance, as text. */
export interface Headline {
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  readonly isFeePending: boolean;
  readonly isTest: boolean;
  readonly statistics: readonly Statistic[];
  /** Where currencies are mixed, in place of statistics about money. */
  readonly currencyRows: readonly CurrencyRow[];
  readonly lines: readonly string[];
  /** The deal amount against what was paid, in words. */
  readonly difference: readonly string[];
  readonly hints: readonly string[];
}

const words = english.card.figures;

export function statusVariant(status: PaymentStatus | ChargeStatus): StatusVariant {
  switch (status) {
    case 'paid':
      return 'success';
    case 'processing':
    case 'authorized':
      return 'info';
    case 'partially_refunded':
    case 'refunded':
    case 'past_due':
      return 'warning';
    case 'disputed':
    case 'failed':
      return 'danger';
    case 'none':
    case 'released':
    case 'unknown':
      return 'default';
  }
}

/** What is still missing, or too much, of the deal amount; null where there is none to compare with. */
function comparedText(
  deal: Money | null,
  paid: PaidFigures | undefined,
  locale: string,
): string | null {
  if (deal === null) return null;
  const received = paid?.paid ?? money(0, deal.currency);
  if (received.currency !== deal.currency) {
    return words.otherCurrency(formatCurrency(deal.currency), formatCurrency(received.currency));
  }
  const missing = subtract(deal, received);
  if (missing.minor > 0) return words.unpaid(formatMoney(missing, locale));
  if (missing.minor === 0) return words.paidInFull;
  return words.overpaid(formatMoney(subtract(received, deal), locale));
}

/** The deal amount against what was paid, and what of it did not stay, in words. */
function differenceTexts(figures: Figures, deal: Money | null, locale: string): readonly string[] {
  if (figures.paid.length > 1 || figures.lines.length > 0) return [];
  const [paid] = figures.paid;
  const texts = [comparedText(deal, paid, locale)];
  if (paid !== undefined && paid.refunded.minor > 0) {
    texts.push(words.givenBack(formatMoney(paid.refunded, locale)));
  }
  if (paid !== undefined && paid.disputed.minor > 0) {
    texts.push(words.disputedSince(formatMoney(paid.disputed, locale)));
  }
  return texts.filter((text) => text !== null);
}

/** Refunds and disputes stand side by side, so that a deal with both hides neither. */
function takenText({ refunded, disputed }: PaidFigures, locale: string): string {
  const parts = [refunded, disputed].filter(({ minor }) => minor !== 0);
  return (parts.length === 0 ? [refunded] : parts)
    .map((amount) => formatMoney(amount, locale))
    .join(' + ');
}

function takenLabel({ refunded, disputed }: PaidFigures): string {
  if (refunded.minor !== 0 && disputed.minor !== 0) return words.refundedOrDisputed;
  return disputed.minor === 0 ? words.refunded : words.disputed;
}

function netText(figures: Figures, locale: string): string {
  if (figures.feeStatus === 'pending') return words.pending;
  const [received, second] = figures.received;
  if (second !== undefined || figures.lines.length > 0) return words.severalCurrencies;
  return received === undefined ? words.none : formatMoney(received.net, locale);
}

/** A large figure in a narrow tile may break before its currency, and nowhere else. */
const breakable = (statistic: Statistic): Statistic => ({
  ...statistic,
  value: statistic.value.replaceAll('\u00a0', ' '),
});

function statisticsOf(figures: Figures, deal: Money | null, locale: string): readonly Statistic[] {
  const [paid, second] = figures.paid;
  const isMixed = second !== undefined || figures.lines.length > 0;
  return [
    { label: words.dealAmount, value: deal === null ? words.notSet : formatMoney(deal, locale) },
    ...(isMixed
      ? [{ label: words.paid, value: words.severalCurrencies }]
      : [
          {
            label: words.paid,
            value: paid === undefined ? words.none : formatMoney(paid.paid, locale),
          },
          ...(paid === undefined
            ? []
            : [{ label: takenLabel(paid), value: takenText(paid, locale) }]),
        ]),
    { label: words.net, value: netText(figures, locale) },
  ];
}

function currencyRowsOf(figures: Figures, locale: string): readonly CurrencyRow[] {
  const { paid, received } = figures;
  if (paid.length <= 1 && received.length <= 1) return [];
  const currencies = new Set([
    ...paid.map((entry) => entry.paid.currency),
    ...received.map((entry) => entry.net.currency),
  ]);
  const dash = english.card.payments.noValue;
  return [...currencies].sort().map((currency) => {
    const presented = paid.find((entry) => entry.paid.currency === currency);
    const settled = received.find((entry) => entry.net.currency === currency);
    const amount = (value: Money | undefined): string =>
      value === undefined ? dash : formatMoney(value, locale);
    return {
      currency: formatCurrency(currency),
      paid: amount(presented?.paid),
      taken: presented === undefined ? dash : takenText(presented, locale),
      gross: amount(settled?.gross),
      fees: amount(settled?.fees),
      net: amount(settled?.net),
    };
  });
}

function hintsOf(figures: Figures, style: DateStyle, nowMs: number): readonly string[] {
  const hints: string[] = [];
  if (figures.feeStatus === 'pending') hints.push(words.feesPending);
  if (figures.paid.length > 1 || figures.received.length > 1) {
    hints.push(words.severalCurrenciesHint);
  }
  // Once the day has passed, the date says nothing that a rep needs.
  if (figures.fundsAvailableMs !== null && figures.fundsAvailableMs > nowMs) {
    hints.push(words.fundsAvailable(formatDay(figures.fundsAvailableMs / 1_000, style)));
  }
  return hints;
}

export function headlineOf(
  figures: Figures,
  deal: Money | null,
  style: DateStyle,
  nowMs: number,
): Headline {
  return {
    status: {
      label: english.options.paymentStatus[figures.status],
      variant: statusVariant(figures.status),
    },
    isFeePending: figures.feeStatus === 'pending',
    isTest: figures.mode === 'test',
    statistics: statisticsOf(figures, deal, style.locale).map(breakable),
    currencyRows: currencyRowsOf(figures, style.locale),
    lines: figures.lines,
    difference: differenceTexts(figures, deal, style.locale),
    hints: hintsOf(figures, style, nowMs),
  };
}
