import type { FigurePresentation } from '@stripe-payments/core';
import { formatMoney, isolated, shownAmountsLine } from '@stripe-payments/core';
import type { StatusVariant } from '../tables/cell-texts.ts';
import { statusVariant, unbroken } from '../tables/cell-texts.ts';
import type { Progress } from './coverage.ts';
import { progressOf } from './coverage.ts';
import type { CurrencyRow } from './currency-rows.ts';
import { currencyRowsOf, openRowsOf } from './currency-rows.ts';
import { differenceTexts } from './difference.ts';
import type { Figures } from './figures.ts';
import type { NextStep } from './next-step.ts';
import { nextStepsOf } from './next-step.ts';
import type { ShownDeal, Statistic } from './statistics.ts';
import { openStatisticsOf, statisticsOf } from './statistics.ts';

/** What a rep understands at one glance, as text. */
export interface Headline {
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  readonly isFeePending: boolean;
  /** What has to be said of the Stripe mode; null for live. */
  readonly modeTag: string | null;
  /** How much of the deal is paid; null where nothing is compared. */
  readonly progress: Progress | null;
  readonly statistics: readonly Statistic[];
  /** What to do, or that there is nothing to do, and what happens when; the most urgent first. */
  readonly next: readonly NextStep[];
  /** What is still to come: due, and every month. */
  readonly openStatistics: readonly Statistic[];
  /** Where currencies are mixed, a row each. */
  readonly currencyRows: readonly CurrencyRow[];
  /** What is due and what recurs in several currencies, a row each. */
  readonly openRows: readonly CurrencyRow[];
  readonly lines: readonly string[];
  /** The deal amount against what was paid, in words. */
  readonly difference: readonly string[];
  readonly hints: readonly string[];
}

function isInSeveral(figures: Figures): boolean {
  const { isPaidInSeveral, isReceivedInSeveral, due, recurring } = figures;
  return isPaidInSeveral || isReceivedInSeveral || due.length > 1 || recurring.length > 1;
}

function hintsOf(figures: Figures, presentation: FigurePresentation): readonly string[] {
  const texts = presentation.texts.card.figures;
  const hints = figures.customerPaid.map(({ paid }) =>
    texts.customerPaid(formatMoney(paid, presentation.locale)),
  );
  if (isInSeveral(figures)) {
    hints.push(texts.severalCurrenciesHint);
  }
  return hints;
}

/** Test is visible, and so is a mode that is not known: neither is taken for live. */
function modeTagOf({ mode }: Figures, { texts }: FigurePresentation): string | null {
  const { header, common } = texts.card;
  if (mode === 'live') return null;
  if (mode === 'test') return unbroken(header.testMode);
  const value = mode === '' ? common.noValue : isolated(mode);
  return `${header.mode}: ${value}`;
}

/** Where figures are unknown there is no status: that, and what the key may not read. */
function statusOf(figures: Figures, { texts }: FigurePresentation): Headline['status'] {
  const { status, denied, reviewCount, due, freeCheckoutCount } = figures;
  const { incomplete, incompleteAccess, invoiceOpen, freeCheckout } = texts.card.header;
  // "No payment" beside a payment that waits for a decision would send a rep after a customer who paid.
  if (status === 'none' && reviewCount > 0) {
    return { label: texts.options.match.ambiguous, variant: 'warning' };
  }
  if (status === 'none' && due.length > 0) return { label: invoiceOpen, variant: 'info' };
  if (status === 'none' && freeCheckoutCount > 0)
    return { label: freeCheckout, variant: 'success' };
  const unread = denied.length === 0 ? incomplete : incompleteAccess(denied.join(', '));
  const label = status === 'incomplete' ? unread : texts.options.paymentStatus[status];
  return { label, variant: statusVariant(status) };
}

export function headlineOf(
  figures: Figures,
  deal: ShownDeal,
  { presentation, nowMs }: { readonly presentation: FigurePresentation; readonly nowMs: number },
): Headline {
  return {
    status: statusOf(figures, presentation),
    isFeePending: figures.feeStatus === 'pending',
    modeTag: modeTagOf(figures, presentation),
    progress: progressOf(figures, presentation),
    statistics: statisticsOf(figures, deal, presentation),
    next: nextStepsOf(figures, presentation, nowMs),
    openStatistics: openStatisticsOf(figures, presentation),
    currencyRows: currencyRowsOf(figures, presentation),
    openRows: openRowsOf(figures, presentation),
    lines: figures.lines.map((line) => shownAmountsLine(line, presentation)),
    difference: differenceTexts(figures, deal, presentation),
    hints: hintsOf(figures, presentation),
  };
}
