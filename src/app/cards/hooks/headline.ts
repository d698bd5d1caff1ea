import type { Presentation } from '@stripe-payments/core';
import { utcDayText } from '@stripe-payments/core';
import type { CurrencyRow, OpenRow } from './currency-rows.ts';
import { currencyRowsOf, openRowsOf } from './currency-rows.ts';
import { differenceTexts } from './difference.ts';
import type { Figures } from './figures.ts';
import type { DealAmount, Statistic } from './statistics.ts';
import { openStatisticsOf, statisticsOf } from './statistics.ts';
import type { StatusVariant } from './status-variant.ts';
import { statusVariant } from './status-variant.ts';

/** What a rep understands at one glance, as text. */
export interface Headline {
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  readonly isFeePending: boolean;
  readonly isTest: boolean;
  readonly statistics: readonly Statistic[];
  /** What is still to come: due, and every month. */
  readonly openStatistics: readonly Statistic[];
  /** Where currencies are mixed, a row each. */
  readonly currencyRows: readonly CurrencyRow[];
  /** What is due and what recurs in several currencies, a row each. */
  readonly openRows: readonly OpenRow[];
  readonly lines: readonly string[];
  /** The deal amount against what was paid, in words. */
  readonly difference: readonly string[];
  readonly hints: readonly string[];
}

function isInSeveral(figures: Figures): boolean {
  const { isPaidInSeveral, isReceivedInSeveral, due, recurring } = figures;
  return isPaidInSeveral || isReceivedInSeveral || due.length > 1 || recurring.length > 1;
}

function hintsOf(figures: Figures, presentation: Presentation, nowMs: number): readonly string[] {
  const words = presentation.texts.card.figures;
  const hints: string[] = [];
  if (figures.feeStatus === 'pending') hints.push(words.feesPending);
  if (isInSeveral(figures)) {
    hints.push(words.severalCurrenciesHint);
  }
  // Once the day has passed, the date says nothing that a rep needs.
  if (figures.fundsAvailableMs !== null && figures.fundsAvailableMs > nowMs) {
    hints.push(words.fundsAvailable(utcDayText(figures.fundsAvailableMs, presentation)));
  }
  return hints;
}

export function headlineOf(
  figures: Figures,
  deal: DealAmount,
  { presentation, nowMs }: { readonly presentation: Presentation; readonly nowMs: number },
): Headline {
  return {
    status: {
      label: presentation.texts.options.paymentStatus[figures.status],
      variant: statusVariant(figures.status),
    },
    isFeePending: figures.feeStatus === 'pending',
    isTest: figures.mode === 'test',
    statistics: statisticsOf(figures, deal, presentation),
    openStatistics: openStatisticsOf(figures, presentation),
    currencyRows: currencyRowsOf(figures, presentation),
    openRows: openRowsOf(figures, presentation),
    lines: figures.lines,
    difference: differenceTexts(figures, deal, presentation),
    hints: hintsOf(figures, presentation, nowMs),
  };
}
