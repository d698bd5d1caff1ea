import type { Money } from '@stripe-payments/core';
import { english, formatCurrency, formatMoney, money, subtract } from '@stripe-payments/core';
import type { Figures, PaidFigures } from './figures.ts';

const words = english.card.figures;

/** Paid in full, until some of it went back: then it was. */
function inFullText(paid: PaidFigures | undefined): string | null {
  // A deal of nothing that nobody paid: there is nothing to compare.
  if (paid === undefined) return null;
  const hasStayed = paid.refunded.minor === 0 && paid.disputed.minor === 0;
  return hasStayed ? words.paidInFull : words.wasPaidInFull;
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
  if (missing.minor === 0) return inFullText(paid);
  return paid === undefined ? null : words.overpaid(formatMoney(subtract(received, deal), locale));
}

/** The deal amount against what was paid, and what of it did not stay, in words. */
export function differenceTexts(
  figures: Figures,
  deal: Money | null,
  locale: string,
): readonly string[] {
  if (figures.isPaidInSeveral || !figures.isComplete) return [];
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
