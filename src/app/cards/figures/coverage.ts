import type { CoverageValue, Money, FigurePresentation, FigureTexts } from '@stripe-payments/core';
import { formatMoney, subtract } from '@stripe-payments/core';
import type { Figures, PaidFigures } from './figures.ts';

/** How much of a deal is paid, as a bar. */
export interface Progress {
  /** What is paid of what. */
  readonly title: string;
  readonly value: number;
  readonly maxValue: number;
  readonly variant: 'success' | 'warning' | 'danger';
}

/** What a deal's card says of its amount against what was paid; null where the two are not compared. */
export interface ShownCoverage {
  readonly value: CoverageValue;
  readonly paid: Money;
  readonly amount: Money;
}

function variantOf(value: CoverageValue): Progress['variant'] {
  switch (value) {
    case 'paid':
    case 'overpaid':
      return 'success';
    case 'unpaid':
    case 'partly_paid':
      return 'warning';
  }
}

/** What of it stayed, where a part did not: the sentence below says what took it away. */
function paidText(payments: readonly PaidFigures[], labels: FigureTexts['card']['figures']) {
  const isAll = payments.every(({ refunded, disputed }) => refunded.minor + disputed.minor === 0);
  return isAll ? labels.paidOf : labels.paidKept;
}

/** Null where nothing is compared. */
export function progressOf(
  { coverage, paid: payments }: Figures,
  { texts, locale }: FigurePresentation,
): Progress | null {
  if (coverage === null || coverage.amount.minor <= 0) return null;
  const { value, paid, amount } = coverage;
  const inCurrency = payments.filter((each) => each.paid.currency === amount.currency);
  const { figures: labels } = texts.card;
  const isOver = value === 'overpaid';
  const isTaxed = value === 'paid' && paid.minor > amount.minor;
  const ofAll = isTaxed ? labels.paidTaxed : paidText(inCurrency, labels);
  const title = isOver ? labels.paidOver : ofAll;
  const of = isOver ? subtract(paid, amount) : amount;
  return {
    title: title(formatMoney(paid, locale), formatMoney(of, locale)),
    value: Math.min(paid.minor, amount.minor),
    maxValue: amount.minor,
    variant: variantOf(value),
  };
}
