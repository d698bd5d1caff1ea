import type { PresentmentTotals } from '../ledger/presentment.ts';
import type { SettlementTotals } from '../ledger/settlement.ts';
import type { UnsettledAmount } from '../ledger/unsettled-amounts.ts';
import type { Currency } from '../money/currency.ts';
import type { Money } from '../money/money.ts';
import { withoutZeros } from '../money/without-zeros.ts';
import type { DueTotals } from '../status/due-totals.ts';
import type { RecordSummary } from '../status/record-summary.ts';

/** Everything that a record has in one currency; undefined parts are not known in it. */
export interface CurrencyAmounts {
  readonly currency: Currency;
  readonly paid: PresentmentTotals | undefined;
  readonly due: DueTotals | undefined;
  readonly mrr: Money | undefined;
  readonly settled: SettlementTotals | undefined;
  /** What `settled` does not show, each kind once. */
  readonly unsettled: readonly UnsettledAmount[];
}

/** One entry a currency, in alphabetical order. */
export function amountsPerCurrency({
  ledger,
  due,
  recurring,
}: Pick<RecordSummary, 'ledger' | 'due' | 'recurring'>): readonly CurrencyAmounts[] {
  const lists = [ledger.presentment, due, recurring.mrr, ledger.settlement, ledger.unsettled];
  const currencies = new Set(lists.flatMap((list) => list.map(({ currency }) => currency)));
  const entryIn = <T extends { readonly currency: Currency }>(
    list: readonly T[],
    currency: Currency,
  ): T | undefined => list.find((each) => each.currency === currency);
  return [...currencies].sort().map((currency) => ({
    currency,
    paid: entryIn(ledger.presentment, currency),
    due: entryIn(due, currency),
    mrr: entryIn(recurring.mrr, currency),
    settled: entryIn(ledger.settlement, currency),
    unsettled: ledger.unsettled.filter((each) => each.currency === currency),
  }));
}

/** In what customers pay, owe or will pay in; a currency that Stripe only settles in is none. */
export const presentmentAmounts = (
  summary: Pick<RecordSummary, 'ledger' | 'due' | 'recurring'>,
): readonly Pick<CurrencyAmounts, 'currency' | 'paid' | 'due' | 'mrr'>[] =>
  amountsPerCurrency(summary)
    .filter(({ paid, due, mrr }) => [paid, due, mrr].some((part) => part !== undefined))
    .map(({ currency, paid, due, mrr }) => ({ currency, paid, due, mrr }));

/** The next bill, where it is the first after a trial, known beforehand, and in the currency. */
export function firstBillIn(
  { recurring }: Pick<RecordSummary, 'recurring'>,
  currency: Currency | undefined,
): Money | undefined {
  const { firstBill, nextBillingOn } = recurring;
  const { on, amount = null } = firstBill ?? {};
  return on === nextBillingOn && amount?.currency === currency ? (amount ?? undefined) : undefined;
}

/** The only one that is not zero, or the first of those that all are; undefined where there are several. */
export function onlyOf<T extends { currency: Currency }>(totals: readonly T[]): T | undefined {
  const [only, ...others] = withoutZeros(totals);
  return others.length > 0 ? undefined : only;
}

/** The same for reading, whether HubSpot knows the currency or not. */
export const shownFirstBill = (summary: RecordSummary): Money | undefined =>
  firstBillIn(summary, onlyOf(presentmentAmounts(summary))?.currency);

/** When an answer to a dispute is due: of several a moment that has passed only where none is to come. */
export const shownAnswerDue = ({ disputes }: Pick<RecordSummary, 'disputes'>): number | null =>
  disputes.answerDueOn ?? disputes.answerWasDueOn;
