import { allFeesMinor } from '../ledger/settlement.ts';
import { toDecimal } from '../money/decimal.ts';
import { formatCurrency } from '../money/format.ts';
import { money } from '../money/money.ts';
import type { RecordSummary } from '../status/record-summary.ts';
import type { StoredTexts } from '../texts/catalogue.ts';
import { storedTextsIn } from '../texts/catalogue.ts';
import type { CurrencyAmounts } from './record-amounts.ts';
import { amountsPerCurrency, withoutZeros } from './record-amounts.ts';

type AmountTexts = StoredTexts['amountsByCurrency'];

type Part = readonly [word: string, minor: number];

function presentmentParts(
  { paid, due, mrr }: CurrencyAmounts,
  texts: AmountTexts,
): readonly Part[] {
  const parts: Part[] = [
    [texts.paid, paid?.capturedMinor ?? 0],
    [texts.refunded, paid?.refundedMinor ?? 0],
    [texts.disputed, paid?.disputedMinor ?? 0],
    [texts.processing, paid?.processingMinor ?? 0],
    [texts.authorized, paid?.authorizedMinor ?? 0],
    [texts.outside, due?.outsideMinor ?? 0],
    [texts.due, due?.dueMinor ?? 0],
    [texts.mrr, mrr?.minor ?? 0],
  ];
  return parts.filter(([, minor]) => minor !== 0);
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
  const { currency, unsettled } = amounts;
  const parts: readonly Part[] = [
    ...presentmentParts(amounts, texts),
    ...unsettled.map(({ kind, amountMinor }): Part => [texts.unsettled[kind], amountMinor]),
    ...settlementParts(amounts, texts),
  ];
  const nothing: Part = [texts.paid, 0];
  const shown = (parts.length === 0 ? [nothing] : parts).map(
    ([word, minor]) => `${word} ${toDecimal(money(minor, currency))}`,
  );
  return `${formatCurrency(currency)}: ${shown.join(', ')}`;
}

/**
 * One line a currency, whether the customer paid or owes in it or Stripe settled in it. Figures of
 * different currencies never share a line, and the lines say when fees are still to come.
 */
export function amountsByCurrency(
  summary: Pick<RecordSummary, 'ledger' | 'due' | 'recurring'>,
  { amountsByCurrency: texts }: StoredTexts = storedTextsIn('en'),
): string {
  const lines = withoutZeros(amountsPerCurrency(summary)).map((amounts) => lineOf(amounts, texts));
  if (summary.ledger.feeStatus === 'pending') lines.push(texts.feesPending);
  return lines.join('\n');
}
