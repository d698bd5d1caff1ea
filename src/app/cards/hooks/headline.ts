import type { DateStyle, Money } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';
import type { CurrencyRow } from './currency-rows.ts';
import { currencyRowsOf } from './currency-rows.ts';
import { utcDayText } from './dates.ts';
import { differenceTexts } from './difference.ts';
import type { Figures } from './figures.ts';
import type { Statistic } from './statistics.ts';
import { statisticsOf } from './statistics.ts';
import type { StatusVariant } from './status-variant.ts';
import { statusVariant } from './status-variant.ts';

/** What a rep understands at one glance, as text. */
export interface Headline {
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  readonly isFeePending: boolean;
  readonly isTest: boolean;
  readonly statistics: readonly Statistic[];
  /** Where currencies are mixed, a row each. */
  readonly currencyRows: readonly CurrencyRow[];
  readonly lines: readonly string[];
  /** The deal amount against what was paid, in words. */
  readonly difference: readonly string[];
  readonly hints: readonly string[];
}

const words = english.card.figures;

function hintsOf(figures: Figures, style: DateStyle, nowMs: number): readonly string[] {
  const hints: string[] = [];
  if (figures.feeStatus === 'pending') hints.push(words.feesPending);
  if (figures.isPaidInSeveral || figures.isReceivedInSeveral) {
    hints.push(words.severalCurrenciesHint);
  }
  // Once the day has passed, the date says nothing that a rep needs.
  if (figures.fundsAvailableMs !== null && figures.fundsAvailableMs > nowMs) {
    hints.push(words.fundsAvailable(utcDayText(figures.fundsAvailableMs, style)));
  }
  return hints;
}

export function headlineOf(
  figures: Figures,
  deal: Money | null,
  { style, nowMs }: { readonly style: DateStyle; readonly nowMs: number },
): Headline {
  return {
    status: {
      label: english.options.paymentStatus[figures.status],
      variant: statusVariant(figures.status),
    },
    isFeePending: figures.feeStatus === 'pending',
    isTest: figures.mode === 'test',
    statistics: statisticsOf(figures, deal, style.locale),
    currencyRows: currencyRowsOf(figures, style.locale),
    lines: figures.lines,
    difference: differenceTexts(figures, deal, style.locale),
    hints: hintsOf(figures, style, nowMs),
  };
}
