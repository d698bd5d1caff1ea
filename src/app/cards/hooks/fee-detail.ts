import type { RecordView, SettlementTotals } from '@stripe-payments/core';
import {
  allFeesMinor,
  english,
  feeRatePercent,
  formatCurrency,
  formatMoney,
  money,
  nonZeroFeeKinds,
} from '@stripe-payments/core';

interface Line {
  readonly label: string;
  readonly value: string;
  readonly isTotal: boolean;
}

/** How one settlement currency's net comes about, line by line. */
export interface FeeDetail {
  readonly currency: string;
  readonly lines: readonly Line[];
}

const words = english.card.fees;

function amountLines(totals: SettlementTotals, locale: string): readonly Line[] {
  const text = (minor: number): string => formatMoney(money(minor, totals.currency), locale);
  const line = (label: string, minor: number): Line => ({
    label,
    value: text(minor),
    isTotal: false,
  });
  const optional = (label: string, minor: number): readonly Line[] =>
    minor === 0 ? [] : [line(label, minor)];
  return [
    line(words.gross, totals.grossMinor),
    ...optional(words.refunded, -totals.refundedMinor),
    ...optional(words.disputed, -totals.disputedMinor),
    ...nonZeroFeeKinds(totals).map((kind) =>
      line(english.card.feeKinds[kind], -totals.feesByKind[kind]),
    ),
    ...optional(words.other, totals.otherMinor),
    { label: words.net, value: text(totals.netMinor), isTotal: true },
    line(words.total, allFeesMinor(totals)),
  ];
}

function rateLine(totals: SettlementTotals): readonly Line[] {
  const percent = feeRatePercent(totals);
  return percent === undefined
    ? []
    : [{ label: words.rate, value: words.ofGross(percent), isTotal: false }];
}

/** The rates at which payments were converted into the currency, by presentment currency. */
function exchangeLines(view: RecordView, settlementCurrency: string): readonly Line[] {
  const rates = new Map<string, number[]>();
  for (const { amount, exchangeRate, settlement } of view.payments) {
    const isSettledHere = settlement.some(({ currency }) => currency === settlementCurrency);
    if (exchangeRate === null || !isSettledHere) continue;
    rates.set(amount.currency, [...(rates.get(amount.currency) ?? []), exchangeRate]);
  }
  return [...rates].map(([currency, values]) => ({
    label: words.exchange,
    value: exchangeText(currency, values, settlementCurrency),
    isTotal: false,
  }));
}

function exchangeText(from: string, rates: readonly number[], to: string): string {
  const lowest = String(Math.min(...rates));
  const highest = String(Math.max(...rates));
  const rate = lowest === highest ? lowest : words.exchangeRates(lowest, highest);
  return words.exchangeRate(formatCurrency(from), rate, formatCurrency(to));
}

export function feeDetailsOf(view: RecordView, locale: string): readonly FeeDetail[] {
  return view.summary.ledger.settlement.map((totals) => ({
    currency: formatCurrency(totals.currency),
    lines: [
      ...amountLines(totals, locale),
      ...rateLine(totals),
      ...exchangeLines(view, totals.currency),
    ],
  }));
}
