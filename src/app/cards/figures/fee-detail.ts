import type { Presentation, RecordView, SettlementTotals } from '@stripe-payments/core';
import {
  allFeesMinor,
  feeRatePercent,
  formatCurrency,
  formatMoney,
  majorExchangeRate,
  money,
  nonZeroFeeKinds,
} from '@stripe-payments/core';
import { numberText } from '../tables/cell-texts.ts';

interface Line {
  readonly label: string;
  readonly value: string;
  readonly isTotal: boolean;
}

/** How one settlement currency's net comes about, line by line. */
export interface FeeDetail {
  readonly currency: string;
  readonly title: string;
  readonly lines: readonly Line[];
}

function amountLines(
  totals: SettlementTotals,
  netLabel: string,
  { texts, locale }: Presentation,
): readonly Line[] {
  const { fees: labels, feeKinds, figures } = texts.card;
  const text = (minor: number): string => formatMoney(money(minor, totals.currency), locale);
  const line = (label: string, minor: number): Line => ({
    label,
    value: text(minor),
    isTotal: false,
  });
  const optional = (label: string, minor: number): readonly Line[] =>
    minor === 0 ? [] : [line(label, minor)];
  return [
    line(figures.gross, totals.grossMinor),
    ...optional(figures.refunded, -totals.refundedMinor),
    ...optional(figures.disputed, -totals.disputedMinor),
    ...nonZeroFeeKinds(totals).map((kind) => line(feeKinds[kind], -totals.feesByKind[kind])),
    ...optional(labels.other, totals.otherMinor),
    { label: netLabel, value: text(totals.netMinor), isTotal: true },
    line(labels.total, allFeesMinor(totals)),
  ];
}

function rateLine(totals: SettlementTotals, { texts, locale }: Presentation): readonly Line[] {
  const labels = texts.card.fees;
  const percent = feeRatePercent(totals);
  return percent === undefined
    ? []
    : [{ label: labels.rate, value: labels.ofGross(numberText(percent, locale)), isTotal: false }];
}

/** The rates at which payments were converted into the currency, by presentment currency. */
function exchangeLines(
  view: RecordView,
  settlementCurrency: string,
  presentation: Presentation,
): readonly Line[] {
  const rates = new Map<string, number[]>();
  for (const { amount, exchangeRate, settlement } of view.payments) {
    const isSettledHere = settlement.some(({ currency }) => currency === settlementCurrency);
    if (exchangeRate === null || !isSettledHere) continue;
    const rate = majorExchangeRate(exchangeRate, amount.currency, settlementCurrency);
    rates.set(amount.currency, [...(rates.get(amount.currency) ?? []), rate]);
  }
  return [...rates].map(([currency, values]) => ({
    label: presentation.texts.card.fees.exchange,
    value: exchangeText(currency, values, settlementCurrency, presentation),
    isTotal: false,
  }));
}

function exchangeText(
  from: string,
  rates: readonly number[],
  to: string,
  { texts, locale }: Presentation,
): string {
  const labels = texts.card.fees;
  const lowest = numberText(Math.min(...rates), locale);
  const highest = numberText(Math.max(...rates), locale);
  const rate = lowest === highest ? lowest : labels.exchangeRates(lowest, highest);
  return labels.exchangeRate(formatCurrency(from), rate, formatCurrency(to));
}

/** While a fee is pending the tables say that they are not the whole. */
export function feeDetailsOf(view: RecordView, presentation: Presentation): readonly FeeDetail[] {
  const { fees: texts, common } = presentation.texts.card;
  const { settlement, feeStatus } = view.summary.ledger;
  const isPending = feeStatus === 'pending';
  const titleOf = isPending ? texts.settledSoFar : texts.settledIn;
  const netLabel = isPending ? texts.netSoFar : common.net;
  return settlement.map((totals) => ({
    currency: totals.currency,
    title: titleOf(formatCurrency(totals.currency)),
    lines: [
      ...amountLines(totals, netLabel, presentation),
      ...rateLine(totals, presentation),
      ...exchangeLines(view, totals.currency, presentation),
    ],
  }));
}
