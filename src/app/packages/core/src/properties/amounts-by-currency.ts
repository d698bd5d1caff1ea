import { allFeesMinor } from '../ledger/settlement.ts';
import { toDecimal } from '../money/decimal.ts';
import { formatCurrency } from '../money/format.ts';
import { money } from '../money/money.ts';
import type { RecordSummary } from '../status/record-summary.ts';
import type { Texts } from '../texts/catalogue.ts';
import { textsIn } from '../texts/catalogue.ts';
import type { CurrencyAmounts } from './record-amounts.ts';
import { amountsPerCurrency } from './record-amounts.ts';

type AmountTexts = Texts['amountsByCurrency'];

type Part = readonly [word: string, minor: number];

function presentmentParts(
  { paid, due, mrr }: CurrencyAmounts,
  texts: AmountTexts,
): readonly Part[] {
  const parts: Part[] = [];
  if (paid !== undefined) {
    parts.push([texts.paid, paid.capturedMinor]);
    if (paid.refundedMinor !== 0) parts.push([texts.refunded, paid.refundedMinor]);
    if (paid.disputedMinor !== 0) parts.push([texts.disputed, paid.disputedMinor]);
  }
  if (due !== undefined && due.outsideMinor !== 0) parts.push([texts.outside, due.outsideMinor]);
  if (due !== undefined && due.dueMinor !== 0) parts.push([texts.due, due.dueMinor]);
  if (mrr !== undefined) parts.push([texts.mrr, mrr.minor]);
  return parts;
}

function settlementParts({ settled }: CurrencyAmounts, texts: AmountTexts): readonly Part[] {
  if (settled === undefined) return [];
  return [
    [texts.gross, settled.grossMinor],
    [texts.fees, allFeesMinor(settled)],
    [texts.net, settled.netMinor],
  ];
}

function lineOf(amounts: CurrencyAmounts, texts: AmountTexts): string {
  const { currency } = amounts;
  const parts = [...presentmentParts(amounts, texts), ...settlementParts(amounts, texts)].map(
    ([word, minor]) => `${word} ${toDecimal(money(minor, currency))}`,
  );
  return `${formatCurrency(currency)}: ${parts.join(', ')}`;
}

/**
 * One line a currency, whether the customer paid or owes in it or Stripe settled in it. Figures of
 * different currencies never share a line, and the lines say when fees are still to come.
 */
export function amountsByCurrency(
  summary: Pick<RecordSummary, 'ledger' | 'due' | 'recurring'>,
  { amountsByCurrency: texts }: Texts = textsIn('en'),
): string {
  const lines = amountsPerCurrency(summary).map((amounts) => lineOf(amounts, texts));
  if (summary.ledger.feeStatus === 'pending') lines.push(texts.feesPending);
  return lines.join('\n');
}
