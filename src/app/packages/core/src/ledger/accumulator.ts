import type { Currency } from '../money/currency.ts';
import { UnsafeAmountError } from '../money/unsafe-amount-error.ts';
import type { BalanceTransaction } from '../payment/charge.ts';
import type { FeeKind } from './fee-kind.ts';
import { feeKindOf } from './fee-kind.ts';
import { transactionClassOf } from './transaction-class.ts';
import type { SettlementTotals } from './settlement.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One currency's totals while balance transactions are still being added. */
export interface Accumulator {
  readonly totals: Mutable<Omit<SettlementTotals, 'feesByKind'>> & {
    readonly feesByKind: Record<FeeKind, number>;
  };
  /** Sum of magnitudes: while it is a safe integer, every partial sum was exact. */
  magnitude: number;
}

export function emptyAccumulator(currency: Currency): Accumulator {
  return {
    totals: {
      currency,
      grossMinor: 0,
      feeMinor: 0,
      refundedMinor: 0,
      disputedMinor: 0,
      disputeFeeMinor: 0,
      otherMinor: 0,
      netMinor: 0,
      feesByKind: {
        processing: 0,
        tax: 0,
        application: 0,
        passthrough: 0,
        withheld_tax: 0,
        dispute: 0,
        unclassified: 0,
      },
    },
    magnitude: 0,
  };
}

/** Each amount on its own, since two halves would add up to a whole magnitude. */
function grow(into: Accumulator, amountMinor: number): void {
  into.magnitude += Math.abs(amountMinor);
  if (!Number.isSafeInteger(amountMinor) || !Number.isSafeInteger(into.magnitude)) {
    throw new UnsafeAmountError(amountMinor, into.totals.currency);
  }
}

function splitFee(into: Accumulator, balanceTransaction: BalanceTransaction): void {
  const { feesByKind } = into.totals;
  let unexplained = balanceTransaction.feeMinor;
  for (const detail of balanceTransaction.feeDetails) {
    grow(into, detail.amountMinor);
    feesByKind[feeKindOf(detail.type)] += detail.amountMinor;
    unexplained -= detail.amountMinor;
  }
  feesByKind.unclassified += unexplained;
}

/** @throws {UnsafeAmountError} where an amount of it, or a sum, is not a safe integer. */
export function addBalanceTransaction(
  into: Accumulator,
  balanceTransaction: BalanceTransaction,
): void {
  grow(into, balanceTransaction.amountMinor);
  grow(into, balanceTransaction.feeMinor);
  grow(into, balanceTransaction.netMinor);
  const { totals } = into;
  totals.netMinor += balanceTransaction.netMinor;
  switch (transactionClassOf(balanceTransaction.reportingCategory)) {
    case 'gross':
      totals.grossMinor += balanceTransaction.amountMinor;
      totals.feeMinor += balanceTransaction.feeMinor;
      splitFee(into, balanceTransaction);
      break;
    case 'refunded':
      totals.refundedMinor -= balanceTransaction.amountMinor;
      totals.feeMinor += balanceTransaction.feeMinor;
      splitFee(into, balanceTransaction);
      break;
    case 'disputed':
      totals.disputedMinor -= balanceTransaction.amountMinor;
      totals.disputeFeeMinor += balanceTransaction.feeMinor;
      totals.feesByKind.dispute += balanceTransaction.feeMinor;
      break;
    case 'other':
      totals.otherMinor += balanceTransaction.netMinor;
      return;
  }
  // Zero by Stripe's own rule; a difference is kept so that the identity holds, and flagged.
  totals.otherMinor +=
    balanceTransaction.netMinor - (balanceTransaction.amountMinor - balanceTransaction.feeMinor);
}
