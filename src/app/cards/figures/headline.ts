import type { CustomerPaid, Money, Presentation } from '@stripe-payments/core';
import {
  add,
  formatCurrency,
  formatMoney,
  isolated,
  money,
  propertyLabel,
  subtract,
  utcDayText,
} from '@stripe-payments/core';
import type { StatusVariant } from '../tables/cell-texts.ts';
import { statusVariant } from '../tables/cell-texts.ts';
import type { CurrencyRow, OpenRow } from './currency-rows.ts';
import { currencyRowsOf, openRowsOf } from './currency-rows.ts';
import type { Figures, PaidFigures } from './figures.ts';
import type { ShownDeal, Statistic } from './statistics.ts';
import { openStatisticsOf, statisticsOf } from './statistics.ts';

/** What a rep understands at one glance, as text. */
export interface Headline {
  readonly status: { readonly label: string; readonly variant: StatusVariant };
  readonly isFeePending: boolean;
  /** What has to be said of the Stripe mode; null for live. */
  readonly modeTag: string | null;
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
  const texts = presentation.texts.card.figures;
  const hints = figures.customerPaid.map(({ paid }) =>
    texts.customerPaid(formatMoney(paid, presentation.locale)),
  );
  if (figures.feeStatus === 'pending') hints.push(texts.feesPending);
  if (isInSeveral(figures)) {
    hints.push(texts.severalCurrenciesHint);
  }
  // Once the day has passed, the date says nothing that a rep needs.
  if (figures.fundsAvailableMs !== null && figures.fundsAvailableMs > nowMs) {
    hints.push(texts.fundsAvailable(utcDayText(figures.fundsAvailableMs, presentation)));
  }
  return hints;
}

/** Test is visible, and so is a mode that is not known: neither is taken for live. */
function modeTagOf({ mode }: Figures, { texts }: Presentation): string | null {
  const { header, payments } = texts.card;
  if (mode === 'live') return null;
  if (mode === 'test') return header.testMode;
  const value = mode === '' ? payments.noValue : isolated(mode);
  return `${propertyLabel('stripe_mode', texts)}: ${value}`;
}

/** Where figures are unknown there is no status: that, and what the key may not read. */
function statusLabel({ status, denied }: Figures, { texts }: Presentation): string {
  if (status !== 'incomplete') return texts.options.paymentStatus[status];
  const { incomplete, incompleteAccess } = texts.card.header;
  return denied.length === 0 ? incomplete : incompleteAccess(denied.join(', '));
}

export function headlineOf(
  figures: Figures,
  deal: ShownDeal,
  { presentation, nowMs }: { readonly presentation: Presentation; readonly nowMs: number },
): Headline {
  return {
    status: { label: statusLabel(figures, presentation), variant: statusVariant(figures.status) },
    isFeePending: figures.feeStatus === 'pending',
    modeTag: modeTagOf(figures, presentation),
    statistics: statisticsOf(figures, deal, presentation),
    openStatistics: openStatisticsOf(figures, presentation),
    currencyRows: currencyRowsOf(figures, presentation),
    openRows: openRowsOf(figures, presentation),
    lines: figures.lines,
    difference: differenceTexts(figures, deal, presentation),
    hints: hintsOf(figures, presentation, nowMs),
  };
}

/** Paid in full, until some of it went back: then it was. */
function inFullText(
  paid: PaidFigures | undefined,
  isCovered: boolean,
  { texts }: Presentation,
): string | null {
  // A deal of zero without a payment: there is nothing to compare.
  if (!isCovered) return null;
  const hasStayed = paid === undefined || (paid.refunded.minor === 0 && paid.disputed.minor === 0);
  const { paidInFull, wasPaidInFull } = texts.card.figures;
  return hasStayed ? paidInFull : wasPaidInFull;
}

/** What was paid, in the deal's currency where customers saw all of it in that. */
function receivedFor(deal: Money, paid: PaidFigures, customerPaid: readonly CustomerPaid[]): Money {
  const seen = customerPaid.find(
    ({ charged, paid: { currency } }) =>
      currency === deal.currency &&
      charged.currency === paid.paid.currency &&
      charged.minor === paid.paid.minor,
  );
  return seen?.paid ?? paid.paid;
}

/** What is still missing, or too much, of the deal amount; null where there is none to compare with. */
function comparedText(
  deal: ShownDeal,
  { paid: [paid], customerPaid, outside }: Figures,
  presentation: Presentation,
): string | null {
  if (deal === null || typeof deal === 'string') return null;
  const { texts, locale } = presentation;
  const labels = texts.card.figures;
  const received = paid === undefined ? [] : [receivedFor(deal, paid, customerPaid)];
  const parts = [...received.filter(({ minor }) => minor !== 0), ...outside];
  const other = parts.find(({ currency }) => currency !== deal.currency);
  if (other !== undefined) {
    return labels.otherCurrency(formatCurrency(deal.currency), formatCurrency(other.currency));
  }
  const covered = parts.reduce(add, money(0, deal.currency));
  const missing = subtract(deal, covered);
  if (missing.minor > 0) return labels.unpaid(formatMoney(missing, locale));
  const isCovered = parts.length > 0;
  if (missing.minor === 0) return inFullText(paid, isCovered, presentation);
  return isCovered ? labels.overpaid(formatMoney(subtract(covered, deal), locale)) : null;
}

/** The deal amount against what was paid, and what of it did not stay, in words. */
function differenceTexts(
  figures: Figures,
  deal: ShownDeal,
  presentation: Presentation,
): readonly string[] {
  if (figures.isPaidInSeveral || !figures.isComplete) return [];
  const [paid] = figures.paid;
  const { texts, locale } = presentation;
  const labels = texts.card.figures;
  const sentences = [
    comparedText(deal, figures, presentation),
    ...figures.outside.map((amount) => labels.paidOutside(formatMoney(amount, locale))),
  ];
  if (paid !== undefined && paid.refunded.minor > 0) {
    sentences.push(labels.givenBack(formatMoney(paid.refunded, locale)));
  }
  if (paid !== undefined && paid.disputed.minor > 0) {
    const text = figures.status === 'dispute_lost' ? labels.lostInDispute : labels.disputedSince;
    sentences.push(text(formatMoney(paid.disputed, locale)));
  }
  return sentences.filter((text) => text !== null);
}
