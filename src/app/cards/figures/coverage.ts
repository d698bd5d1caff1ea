import type { CoverageValue, Money, Presentation, Texts } from '@stripe-payments/core';
import { formatMoney } from '@stripe-payments/core';
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

/** What of it stayed: the text says what took the rest away. */
function paidText(payments: readonly PaidFigures[], labels: Texts['card']['figures']) {
  const isRefunded = payments.some(({ refunded }) => refunded.minor > 0);
  const isDisputed = payments.some(({ disputed }) => disputed.minor > 0);
  if (isRefunded && isDisputed) return labels.paidAfterBoth;
  if (isRefunded) return labels.paidAfterRefunds;
  return isDisputed ? labels.paidAfterDisputes : labels.paidOf;
}

/** Null where nothing is compared. */
export function progressOf(
  { coverage, paid: payments }: Figures,
  { texts, locale }: Presentation,
): Progress | null {
  if (coverage === null || coverage.amount.minor <= 0) return null;
  const { value, paid, amount } = coverage;
  const inCurrency = payments.filter((each) => each.paid.currency === amount.currency);
  const title = paidText(inCurrency, texts.card.figures);
  return {
    title: title(formatMoney(paid, locale), formatMoney(amount, locale)),
    value: Math.min(paid.minor, amount.minor),
    maxValue: amount.minor,
    variant: variantOf(value),
  };
}
