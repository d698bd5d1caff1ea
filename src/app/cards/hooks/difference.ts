import type { Presentation } from '@stripe-payments/core';
import { formatCurrency, formatMoney, money, subtract } from '@stripe-payments/core';
import type { Figures, PaidFigures } from './figures.ts';
import type { DealAmount } from './statistics.ts';

/** Paid in full, until some of it went back: then it was. */
function inFullText(paid: PaidFigures | undefined, { texts }: Presentation): string | null {
  // A deal of nothing that nobody paid: there is nothing to compare.
  if (paid === undefined) return null;
  const hasStayed = paid.refunded.minor === 0 && paid.disputed.minor === 0;
  const { paidInFull, wasPaidInFull } = texts.card.figures;
  return hasStayed ? paidInFull : wasPaidInFull;
}

/** What is still missing, or too much, of the deal amount; null where there is none to compare with. */
function comparedText(
  deal: DealAmount,
  paid: PaidFigures | undefined,
  presentation: Presentation,
): string | null {
  if (deal === null || deal === 'no-deal') return null;
  const { texts, locale } = presentation;
  const words = texts.card.figures;
  const received = paid?.paid ?? money(0, deal.currency);
  if (received.currency !== deal.currency) {
    return words.otherCurrency(formatCurrency(deal.currency), formatCurrency(received.currency));
  }
  const missing = subtract(deal, received);
  if (missing.minor > 0) return words.unpaid(formatMoney(missing, locale));
  if (missing.minor === 0) return inFullText(paid, presentation);
  return paid === undefined ? null : words.overpaid(formatMoney(subtract(received, deal), locale));
}

/** The deal amount against what was paid, and what of it did not stay, in words. */
export function differenceTexts(
  figures: Figures,
  deal: DealAmount,
  presentation: Presentation,
): readonly string[] {
  if (figures.isPaidInSeveral || !figures.isComplete) return [];
  const [paid] = figures.paid;
  const { texts, locale } = presentation;
  const words = texts.card.figures;
  const sentences = [comparedText(deal, paid, presentation)];
  if (paid !== undefined && paid.refunded.minor > 0) {
    sentences.push(words.givenBack(formatMoney(paid.refunded, locale)));
  }
  if (paid !== undefined && paid.disputed.minor > 0) {
    sentences.push(words.disputedSince(formatMoney(paid.disputed, locale)));
  }
  return sentences.filter((text) => text !== null);
}
