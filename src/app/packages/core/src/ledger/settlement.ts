import type { Currency } from '../money/currency.ts';
import { isCurrency } from '../money/currency.ts';
import { UnsafeAmountError } from '../money/unsafe-amount-error.ts';
import type { BalanceTransaction } from '../payment/charge.ts';
import type { Accumulator } from './accumulator.ts';
import { addBalanceTransaction, emptyAccumulator } from './accumulator.ts';
import type { FeeKind } from './fee-kind.ts';
import { FEE_KINDS } from './fee-kind.ts';
import { transactionClassOf } from './transaction-class.ts';

/**
 * What balance transactions add up to in one settlement currency, in its minor units.
 * Always: net = gross - refunded - disputed - fee - disputeFee + other, and
 * fee + disputeFee = the sum of feesByKind.
 */
export interface SettlementTotals {
  readonly currency: Currency;
  readonly grossMinor: number;
  readonly feeMinor: number;
  readonly refundedMinor: number;
  readonly disputedMinor: number;
  readonly disputeFeeMinor: number;
  readonly otherMinor: number;
  readonly netMinor: number;
  readonly feesByKind: Readonly<Record<FeeKind, number>>;
}

/** A balance transaction that counts in `net` but could not be explained: shown to a person, never dropped. */
export interface FlaggedTransaction {
  readonly id: string;
  readonly reportingCategory: string;
  readonly currency: Currency;
  readonly netMinor: number;
  readonly why: 'unknown-category' | 'net-is-not-amount-less-fee';
}

export interface SettlementLedger {
  /** One entry a currency, in alphabetical order. */
  readonly totals: readonly SettlementTotals[];
  readonly flagged: readonly FlaggedTransaction[];
}

function flagOf(balanceTransaction: BalanceTransaction): FlaggedTransaction['why'] | undefined {
  if (transactionClassOf(balanceTransaction.reportingCategory) === 'other')
    return 'unknown-category';
  return balanceTransaction.netMinor ===
    balanceTransaction.amountMinor - balanceTransaction.feeMinor
    ? undefined
    : 'net-is-not-amount-less-fee';
}

function byCurrency(left: { currency: string }, right: { currency: string }): number {
  return left.currency < right.currency ? -1 : 1;
}

/**
 * Adds balance transactions up, each id once, by settlement currency.
 * @throws {UnsafeAmountError} where an amount or a sum is not a safe integer, or has no currency.
 */
export function settlementLedger(
  balanceTransactions: Iterable<BalanceTransaction>,
): SettlementLedger {
  const accumulators = new Map<Currency, Accumulator>();
  const seen = new Set<string>();
  const flagged: FlaggedTransaction[] = [];
  for (const balanceTransaction of balanceTransactions) {
    const countedBefore = seen.size;
    if (seen.add(balanceTransaction.id).size === countedBefore) continue;
    let into = accumulators.get(balanceTransaction.currency);
    if (into === undefined) {
      if (!isCurrency(balanceTransaction.currency))
        throw new UnsafeAmountError(balanceTransaction.amountMinor, balanceTransaction.currency);
      into = emptyAccumulator(balanceTransaction.currency);
      accumulators.set(balanceTransaction.currency, into);
    }
    addBalanceTransaction(into, balanceTransaction);
    const why = flagOf(balanceTransaction);
    if (why !== undefined) {
      const { id, reportingCategory, currency } = balanceTransaction;
      // Adding 0 turns -0 into 0, as the sums do.
      flagged.push({
        id,
        reportingCategory,
        currency,
        netMinor: balanceTransaction.netMinor + 0,
        why,
      });
    }
  }
  const totals = [...accumulators.values()].map((each) => each.totals).sort(byCurrency);
  return { totals, flagged: flagged.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Every fee taken: processing and the like, and those of disputes. */
export function allFeesMinor({ feeMinor, disputeFeeMinor }: SettlementTotals): number {
  return feeMinor + disputeFeeMinor;
}

/** The kinds of fee that are not zero, in the order people read them. */
export function nonZeroFeeKinds(totals: SettlementTotals): readonly FeeKind[] {
  return FEE_KINDS.filter((kind) => totals.feesByKind[kind] !== 0);
}
