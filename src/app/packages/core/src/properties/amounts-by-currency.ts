import { allFeesMinor } from '../ledger/settlement.ts';
import { toDecimal } from '../money/decimal.ts';
import { formatCurrency } from '../money/format.ts';
import { money } from '../money/money.ts';
import type { RecordSummary } from '../status/record-summary.ts';
import type { Texts } from '../texts/catalogue.ts';
import { textsIn } from '../texts/catalogue.ts';
import type { CurrencyAmounts } from './record-amounts.ts';
import { amountsPerCurrency } from './record-amounts.ts';

type Words = Texts['amountsByCurrency'];

type Part = readonly [word: string, minor: number];

function presentmentParts({ paid, due, mrr }: CurrencyAmounts, words: Words): readonly Part[] {
  const parts: Part[] = [];
  if (paid !== undefined) {
    parts.push([words.paid, paid.capturedMinor]);
    if (paid.refundedMinor !== 0) parts.push([words.refunded, paid.refundedMinor]);
    if (paid.disputedMinor !== 0) parts.push([words.disputed, paid.disputedMinor]);
  }
  if (due !== undefined) parts.push([words.due, due.dueMinor]);
  if (mrr !== undefined) parts.push([words.mrr, mrr.minor]);
  return parts;
}

function settlementParts({ settled }: CurrencyAmounts, words: Words): readonly Part[] {
  if (settled === undefined) return [];
  return [
    [words.gross, settled.grossMinor],
    [words.fees, allFeesMinor(settled)],
    [words.net, settled.netMinor],
  ];
}

function lineOf(amounts: CurrencyAmounts, words: Words): string {
  const { currency } = amounts;
  const parts = [...presentmentParts(amounts, words), ...settlementParts(amounts, words)].map(
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
  { amountsByCurrency: words }: Texts = textsIn('en'),
): string {
  const lines = amountsPerCurrency(summary).map((amounts) => lineOf(amounts, words));
  if (summary.ledger.feeStatus === 'pending') lines.push(words.feesPending);
  return lines.join('\n');
}
