import { allFeesMinor } from '../ledger/settlement.ts';
import { fromDecimal, toDecimal } from '../money/decimal.ts';
import { formatCurrency, formatMoney } from '../money/format.ts';
import type { Money } from '../money/money.ts';
import { money } from '../money/money.ts';
import { withoutZeros } from '../money/without-zeros.ts';
import type { RecordSummary } from '../status/record-summary.ts';
import { amountsByCurrency as english } from '../texts/english/properties.ts';
import { amountsByCurrency as italian } from '../texts/italian/properties.ts';
import type { Language } from '../texts/language.ts';
import { LANGUAGES } from '../texts/language.ts';
import type { CurrencyAmounts } from './record-amounts.ts';
import { amountsPerCurrency } from './record-amounts.ts';

type AmountTexts = typeof english;

const TEXTS = { en: english, it: italian };

type Part = readonly [word: string, minor: number];

function presentmentParts(
  { paid, due, mrr }: CurrencyAmounts,
  texts: AmountTexts,
): readonly Part[] {
  const parts: Part[] = [
    [texts.paid, paid?.capturedMinor ?? 0],
    [texts.refunded, paid?.refundedMinor ?? 0],
    [texts.refundFailed, paid?.refundFailedMinor ?? 0],
    [texts.disputed, paid?.disputedMinor ?? 0],
    [texts.processing, paid?.processingMinor ?? 0],
    [texts.authorized, paid?.authorizedMinor ?? 0],
    [texts.outside, due?.outsideMinor ?? 0],
    [texts.due, due?.dueMinor ?? 0],
    [texts.mrr, mrr?.minor ?? 0],
  ];
  return parts.filter(([, minor]) => minor !== 0);
}

function settlementParts({ settled, paid }: CurrencyAmounts, texts: AmountTexts): readonly Part[] {
  if (settled === undefined) return [];
  const taken: readonly Part[] = [
    [texts.refunded, settled.refundedMinor],
    [texts.disputed, settled.disputedMinor],
  ];
  return [
    [texts.gross, settled.grossMinor],
    // Where the customer paid in this currency, they are said already.
    ...(paid === undefined ? taken.filter(([, minor]) => minor !== 0) : []),
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
  texts: AmountTexts = english,
): string {
  const lines = withoutZeros(amountsPerCurrency(summary)).map((amounts) => lineOf(amounts, texts));
  if (summary.ledger.feeStatus === 'pending') lines.push(texts.feesPending);
  return lines.join('\n');
}

const wordsOf = (language: Language): readonly string[] => {
  const { unsettled, ...words } = TEXTS[language];
  return Object.values({ ...words, ...unsettled });
};

/** The place of a word is the same in every language. */
const STORED_WORDS = /* @__PURE__ */ LANGUAGES.map(wordsOf);

interface StoredPart {
  readonly text: string;
  /** Of its word; -1 where that is not known. */
  readonly place: number;
  readonly amount: Money | undefined;
}

/** The currency of a line, and its amounts. */
function partsOf(line: string): readonly [code: string, parts: readonly StoredPart[]] {
  const [code = '', rest = ''] = line.split(': ', 2);
  const parts = rest.split(', ').map((text) => {
    const [, word = '', decimal = ''] = /^(.+) (-?[\d.]+)$/.exec(text) ?? [];
    const place = Math.max(...STORED_WORDS.map((stored) => stored.indexOf(word)));
    return { text, place, amount: fromDecimal(decimal, code.toLowerCase()) };
  });
  return [code, parts];
}

type StoredAmountName = Exclude<keyof AmountTexts, 'feesPending' | 'unsettled'>;

/** What a line says of one of the amounts; undefined where it does not tell. */
export function storedAmount(line: string, name: StoredAmountName): Money | undefined {
  const wanted = wordsOf('en').indexOf(english[name]);
  return partsOf(line)[1].find(({ place }) => place === wanted)?.amount;
}

/**
 * A line of `stripe_amounts_by_currency`, which is stored in the account's language, in the reader's. What
 * is not understood stays as it is.
 */
export function shownAmountsLine(
  line: string,
  { language, locale }: { readonly language: Language; readonly locale: string },
): string {
  const [code, parts] = partsOf(line);
  const words = wordsOf(language);
  const shown = parts.map(({ text, place, amount }) => {
    const word = words[place];
    return word === undefined || amount === undefined
      ? text
      : `${word} ${formatMoney(amount, locale)}`;
  });
  return `${code}: ${shown.join(', ')}`;
}
