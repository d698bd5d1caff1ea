import type { CurrencyByMonth, Presentation, RecordView, Texts } from '@stripe-payments/core';
import {
  formatCurrency,
  money,
  settlementByMonth,
  toDecimal,
  usableLocale,
} from '@stripe-payments/core';

/** One bar: a figure of a month, in major units. */
interface Bar {
  readonly month: string;
  readonly kind: string;
  readonly amount: number;
}

/** Gross, fees and net of one settlement currency, by month. */
export interface MonthChart {
  readonly currency: string;
  readonly title: string;
  readonly bars: readonly Bar[];
}

export interface MonthCharts {
  readonly charts: readonly MonthChart[];
  /** What the charts leave out, a sentence each. */
  readonly hints: readonly string[];
}

/** More months than these are too narrow to be read: the latest are shown. */
const MAX_MONTHS = 12;

/** `2026-11` as `Nov 2026`: a month has no time zone any more. */
function monthText(month: string, locale: string): string {
  const [year = '', number = ''] = month.split('-');
  return new Intl.DateTimeFormat(usableLocale(locale), {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.UTC(Number(year), Number(number) - 1));
}

function barsOf(
  { currency, months }: CurrencyByMonth,
  { common, figures }: Texts['card'],
  locale: string,
): readonly Bar[] {
  const major = (minor: number): number => Number(toDecimal(money(minor, currency)));
  return months.slice(-MAX_MONTHS).flatMap(({ month, grossMinor, feesMinor, netMinor }) => {
    const label = monthText(month, locale);
    return [
      { month: label, kind: figures.gross, amount: major(grossMinor) },
      { month: label, kind: figures.fees, amount: major(feesMinor) },
      { month: label, kind: common.net, amount: major(netMinor) },
    ];
  });
}

/** One chart a settlement currency: bars of two currencies side by side would be compared. */
export function monthChartsOf({ payments }: RecordView, presentation: Presentation): MonthCharts {
  const { texts, locale, timeZone } = presentation;
  const { billing } = texts.card;
  const { currencies, pendingCount } = settlementByMonth(payments, timeZone);
  // One month is what the figures say already.
  if (!currencies.some(({ months }) => months.length > 1)) return { charts: [], hints: [] };
  const isCut = currencies.some(({ months }) => months.length > MAX_MONTHS);
  return {
    charts: currencies.map((byMonth) => ({
      currency: byMonth.currency,
      title: billing.chartTitle(formatCurrency(byMonth.currency)),
      bars: barsOf(byMonth, texts.card, locale),
    })),
    hints: [
      ...(isCut ? [billing.chartCut(MAX_MONTHS)] : []),
      ...(pendingCount === 0 ? [] : [billing.chartPending(pendingCount)]),
    ],
  };
}
