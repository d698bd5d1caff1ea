import type { Money, FigurePresentation, FigureTexts } from '@stripe-payments/core';
import { formatMoney, money, subtract } from '@stripe-payments/core';
import type { ShownCoverage } from './coverage.ts';
import type { Figures, PaidFigures } from './figures.ts';
import type { ShownDeal } from './statistics.ts';

/** What did not stay, and the sentence that says why. */
type Taken = readonly [say: (amount: string) => string, amount: Money];

/** What was refunded, is disputed and is lost. */
function takenFrom(
  { refunded, disputed, lost }: PaidFigures,
  { figures: labels, common }: FigureTexts['card'],
): readonly Taken[] {
  const inDisputes: readonly Taken[] =
    lost === null
      ? [[labels.disputedInAll, disputed]]
      : [
          [labels.disputedSince, subtract(disputed, lost)],
          [common.lostInDispute, lost],
        ];
  const all: readonly Taken[] = [[common.givenBack, refunded], ...inDisputes];
  return all.filter(([, { minor }]) => minor > 0);
}

/** True where so much is authorized or on its way: there is nothing to ask for. */
const isUnderWay = ({ processing, authorized }: Figures, missing: Money): boolean =>
  [processing, authorized].some(
    ([amount, other]) =>
      other === undefined && amount?.currency === missing.currency && amount.minor >= missing.minor,
  );

/** What of it the customer still has to pay; null where nothing is compared, missing, or to ask for. */
export function outstandingOf(figures: Figures): Money | null {
  const { coverage } = figures;
  if (coverage === null) return null;
  const missing = subtract(coverage.amount, coverage.paid);
  const own = figures.paid.find(({ paid }) => paid.currency === missing.currency);
  const taken = (own?.refunded.minor ?? 0) + (own?.disputed.minor ?? 0);
  const rest = money(missing.minor - taken, missing.currency);
  return rest.minor <= 0 || isUnderWay(figures, rest) ? null : rest;
}

/** How much of what is outstanding is invoiced, or how much more; nothing where none of it is, or just that. */
function invoicedTexts(
  { due }: Figures,
  outstanding: Money,
  { texts, locale }: FigurePresentation,
): readonly string[] {
  const invoiced = due.find(({ currency }) => currency === outstanding.currency);
  if (invoiced === undefined || invoiced.minor === outstanding.minor) return [];
  const { invoicedMore, invoiced: invoicedInPart } = texts.card.figures;
  const say = invoiced.minor > outstanding.minor ? invoicedMore : invoicedInPart;
  const rest = money(Math.abs(outstanding.minor - invoiced.minor), outstanding.currency);
  return [say(formatMoney(invoiced, locale), formatMoney(rest, locale))];
}

/** Why a part of the deal amount is missing. What was refunded or disputed is not for the customer to pay. */
function missingTexts(
  figures: Figures,
  missing: Money,
  presentation: FigurePresentation,
): readonly string[] {
  const { texts, locale } = presentation;
  const { figures: labels, common } = texts.card;
  const own = figures.paid.find(({ paid }) => paid.currency === missing.currency);
  const taken = own === undefined ? [] : takenFrom(own, texts.card);
  const outstanding = outstandingOf(figures);
  const rest = taken.reduce((left, [, { minor }]) => left - minor, missing.minor);
  const ofDeal = (minor: number): string =>
    common.ofDeal(formatMoney(money(minor, missing.currency), locale));
  // More than the deal amount came, and of several causes none is known to have taken the surplus.
  const isUnclear = rest < 0 && taken.length > 1;
  return [
    ...(outstanding === null
      ? []
      : [
          labels.unpaid(ofDeal(outstanding.minor)),
          ...invoicedTexts(figures, outstanding, presentation),
        ]),
    ...taken.map(([say, amount]) =>
      say(isUnclear ? formatMoney(amount, locale) : ofDeal(Math.min(amount.minor, missing.minor))),
    ),
  ];
}

/** That the deal and what was paid are in different currencies; nothing where they are not. */
function otherCurrencyTexts(
  { others, paid }: Figures,
  deal: ShownDeal,
  { texts }: FigurePresentation,
): readonly string[] {
  const other = others[0] ?? paid.find(({ paid: each }) => each.minor !== 0)?.paid;
  if (deal === null || typeof deal === 'string' || other === undefined) return [];
  if (other.currency === deal.currency) return [];
  const { otherCurrency } = texts.card.figures;
  return [otherCurrency(deal.currency.toUpperCase(), other.currency.toUpperCase())];
}

/** Of a deal of which nothing is missing. */
function fullText(
  { value, paid, amount }: ShownCoverage,
  missing: Money,
  { texts, locale }: FigurePresentation,
): string {
  const { figures: labels } = texts.card;
  if (missing.minor === 0) return labels.paidInFull;
  return value === 'paid'
    ? labels.paidWithTax
    : labels.overpaid(formatMoney(subtract(paid, amount), locale));
}

/** The deal amount against what was paid, and what of it did not stay, in words. */
export function differenceTexts(
  figures: Figures,
  deal: ShownDeal,
  presentation: FigurePresentation,
): readonly string[] {
  if (!figures.isComplete) return [];
  const { texts, locale } = presentation;
  const labels = texts.card.figures;
  const { coverage, others, outside } = figures;
  const [paid, ...more] = figures.paid;
  // Of several currencies the table has the rest.
  const taken =
    paid === undefined || more.length > 0
      ? []
      : takenFrom(paid, presentation.texts.card).map(([say, amount]) =>
          say(formatMoney(amount, locale)),
        );
  const outsideTexts = outside.map((amount) => labels.paidOutside(formatMoney(amount, locale)));
  if (coverage === null) {
    return [...otherCurrencyTexts(figures, deal, presentation), ...outsideTexts, ...taken];
  }
  const beside = [
    ...outsideTexts,
    ...others.map((amount) => labels.paidBeside(formatMoney(amount, locale))),
  ];
  const missing = subtract(coverage.amount, coverage.paid);
  if (missing.minor > 0) {
    return [
      ...missingTexts(figures, missing, presentation),
      ...beside,
      // In another currency than the deal's, as where the customer saw and paid the deal's.
      ...(paid?.paid.currency === missing.currency ? [] : taken),
    ];
  }
  return [fullText(coverage, missing, presentation), ...beside, ...taken];
}
