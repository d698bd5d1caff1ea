import type { CoverageValue, Money, Presentation, Texts } from '@stripe-payments/core';
import { formatMoney } from '@stripe-payments/core';
import type { Figures, PaidFigures } from './figures.ts';
import type { ShownDeal } from './statistics.ts';

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
      return 'success';
    case 'unpaid':
    case 'partly_paid':
    case 'overpaid':
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

/** True where all that is missing is authorized or on its way: there is nothing to ask for. */
const isUnderWay = ({ processing, authorized }: Figures, missing: Money): boolean =>
  [processing, authorized].some(
    ([amount, other]) =>
      other === undefined && amount?.currency === missing.currency && amount.minor >= missing.minor,
  );

/** The outcome of the comparison in words; null where there is none to tell. */
export function coverageText(
  figures: Figures,
  deal: ShownDeal,
  { texts, locale }: Presentation,
): string | null {
  const { coverage, others, paid } = figures;
  const labels = texts.card.figures;
  if (coverage === null) {
    const other = others[0] ?? paid.find(({ paid: each }) => each.minor !== 0)?.paid;
    if (deal === null || typeof deal === 'string' || other === undefined) return null;
    if (other.currency === deal.currency) return null;
    return labels.otherCurrency(deal.currency.toUpperCase(), other.currency.toUpperCase());
  }
  const { value, amount } = coverage;
  const missing = {
    minor: Math.abs(amount.minor - coverage.paid.minor),
    currency: amount.currency,
  };
  const difference = formatMoney(missing, locale);
  switch (value) {
    case 'unpaid':
    case 'partly_paid':
      return isUnderWay(figures, missing) ? null : labels.unpaid(difference);
    case 'paid':
      return labels.paidInFull;
    case 'overpaid':
      return labels.overpaid(difference);
  }
}
