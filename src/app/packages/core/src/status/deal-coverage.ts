import { presentmentTotals } from '../ledger/presentment.ts';
import type { Currency } from '../money/currency.ts';
import { mergeByCurrency } from '../money/merge-by-currency.ts';
import { add, money, subtract } from '../money/money.ts';
import type { Money } from '../money/money.ts';
import { isCapturedPayment } from '../ledger/captures.ts';
import type { Charge } from '../payment/charge.ts';
import type { OutsideReceipt } from './paid-outside.ts';

/** The values of `stripe_coverage`. */
export const COVERAGE_VALUES = ['unpaid', 'partly_paid', 'paid', 'overpaid'] as const;

export type CoverageValue = (typeof COVERAGE_VALUES)[number];

/**
 * What a deal is worth; null where it has no amount, `not-comparable` where that has more decimals than
 * its currency, or its currency is not known.
 */
export type DealAmount = Money | null | 'not-comparable';

/** A deal's amount against what was paid for it, in the deal's currency. */
export interface DealCoverage {
  /** Null where the two cannot be compared. */
  readonly value: CoverageValue | null;
  readonly amount: Money | null;
  /** What stays of what was paid: without refunds, and without what is disputed or lost. */
  readonly paid: Money | null;
  /** What stays of payments in other currencies, which is not compared. */
  readonly others: readonly Money[];
  /** When the payment was made with which it was complete, in seconds since the epoch. */
  readonly paidInFullOn: number | null;
  /** True where less came than the deal is worth, whatever was given back since. */
  readonly isPartlyPaid: boolean;
}

export const NOT_COMPARABLE: DealCoverage = {
  value: null,
  amount: null,
  paid: null,
  others: [],
  paidInFullOn: null,
  isPartlyPaid: false,
};

/** One payment, or what covered an invoice without one. */
interface Receipt {
  /** Seconds since the epoch. */
  readonly on: number;
  readonly came: Money;
  /** What stays of it. */
  readonly kept: Money;
  /** Tax in what stays of it, where that is not among the tax of the payments. */
  readonly tax?: Money;
}

/**
 * Undefined where it is not known in the deal's currency: the customer paid in that, the charge is in
 * another, and a part of it went back.
 */
function receiptOfCharge(charge: Charge, dealCurrency: Currency): Receipt | undefined {
  const { created: on, currency, amountCapturedMinor, customerPaid } = charge;
  const came = money(amountCapturedMinor, currency);
  const away = presentmentTotals([charge])
    .filter((totals) => totals.currency === currency)
    .reduce((sum, { refundedMinor, disputedMinor }) => sum + refundedMinor + disputedMinor, 0);
  // A dispute can be about more than its charge.
  const kept = money(Math.max(0, came.minor - away), currency);
  if (currency === dealCurrency || customerPaid?.currency !== dealCurrency) {
    return { on, came, kept };
  }
  if (kept.minor === 0) return { on, came: customerPaid, kept: money(0, dealCurrency) };
  return away === 0 ? { on, came: customerPaid, kept: customerPaid } : undefined;
}

const receiptOutside = ({ on, amount, tax }: OutsideReceipt): Receipt => ({
  on,
  came: amount,
  kept: amount,
  ...(tax !== null && { tax }),
});

const sumIn = (currency: Currency, amounts: readonly Money[]): Money =>
  amounts.filter((amount) => amount.currency === currency).reduce(add, money(0, currency));

/**
 * Nothing says whether a deal's amount is with or without tax: too much was paid where that is so without the tax.
 * @param others what was paid in other currencies.
 * @param tax in what was paid.
 */
export function coverageValueOf(
  amount: Money,
  paid: Money,
  others: readonly Money[] = [],
  tax: readonly Money[] = [],
): CoverageValue | null {
  if (amount.minor < 0) return null;
  // Of a deal that was paid in another currency it would be false that it is unpaid.
  if (paid.minor === 0) return amount.minor > 0 && others.length === 0 ? 'unpaid' : null;
  if (paid.minor === amount.minor) return 'paid';
  if (paid.minor < amount.minor) return 'partly_paid';
  const withoutTax = subtract(paid, sumIn(paid.currency, tax));
  return amount.minor > 0 && withoutTax.minor <= amount.minor ? 'paid' : 'overpaid';
}

/** When the sum of what stays reached the amount, in the order of the payments. */
function completedOn(amount: Money, receipts: readonly Receipt[]): number | null {
  let sum = 0;
  for (const { on, kept } of [...receipts].sort((left, right) => left.on - right.on)) {
    if (kept.currency === amount.currency) sum += kept.minor;
    if (sum >= amount.minor && sum > 0) return on;
  }
  return null;
}

/** What came on a deal; null for what is not known in its currency. */
export type Receipts = readonly (Receipt | null)[];

export function receiptsOf(
  amount: DealAmount,
  charges: readonly Charge[],
  outside: readonly OutsideReceipt[],
): Receipts {
  if (amount === null || amount === 'not-comparable') return [];
  return [
    ...charges
      .filter(isCapturedPayment)
      .map((charge) => receiptOfCharge(charge, amount.currency) ?? null),
    ...outside.map(receiptOutside),
  ];
}

/**
 * Compares a deal's amount with what counts on it. Currencies are never added or converted.
 * @param tax in what stays of the payments, as far as it is known.
 * @throws {UnsafeAmountError} where an amount or a sum is not a safe integer.
 */
export function coverageOf(
  amount: DealAmount,
  all: Receipts,
  tax: readonly Money[] = [],
): DealCoverage {
  if (amount === null || amount === 'not-comparable') return NOT_COMPARABLE;
  const { currency } = amount;
  const receipts = all.filter((each) => each !== null);
  const kept = receipts.map((receipt) => receipt.kept).filter(({ minor }) => minor !== 0);
  const paid = sumIn(currency, kept);
  const others = kept
    .filter((each) => each.currency !== currency)
    .reduce<readonly Money[]>((sums, each) => mergeByCurrency(sums, [each], add), []);
  const taxes = [...tax, ...receipts.flatMap((receipt) => receipt.tax ?? [])];
  const value = all.includes(null) ? null : coverageValueOf(amount, paid, others, taxes);
  if (value === null) return { ...NOT_COMPARABLE, amount };
  const came = sumIn(
    currency,
    receipts.map((receipt) => receipt.came),
  );
  return {
    value,
    amount,
    paid,
    others,
    paidInFullOn: paid.minor < amount.minor ? null : completedOn(amount, receipts),
    isPartlyPaid: came.minor > 0 && came.minor < amount.minor,
  };
}

/** The coverage of a deal of which everything is at hand. @throws {UnsafeAmountError} as `coverageOf` does. */
export const dealCoverage = (
  amount: DealAmount,
  charges: readonly Charge[],
  outside: readonly OutsideReceipt[],
  tax: readonly Money[] = [],
): DealCoverage => coverageOf(amount, receiptsOf(amount, charges, outside), tax);

/** What is missing of the deal's amount; null where it cannot be compared. */
export function outstandingOf({ value, amount, paid }: DealCoverage): Money | null {
  if (value === null || amount === null || paid === null) return null;
  return money(Math.max(0, amount.minor - paid.minor), amount.currency);
}
