import type { Currency } from '../money/currency.ts';
import { UnsafeAmountError } from '../money/unsafe-amount-error.ts';
import type { BalanceTransaction } from '../payment/charge.ts';
import type { FeeKind } from './fee-kind.ts';
import { feeKindOf } from './fee-kind.ts';
import { transactionClassOf } from './row-class.ts';
import type { SettlementTotals } from './settlement.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** One currency's totals while rows are still being added. */
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

function splitFee(into: Accumulator, row: BalanceTransaction): void {
  const { feesByKind } = into.totals;
  let unexplained = row.feeMinor;
  for (const detail of row.feeDetails) {
    grow(into, detail.amountMinor);
    feesByKind[feeKindOf(detail.type)] += detail.amountMinor;
    unexplained -= detail.amountMinor;
  }
  feesByKind.unclassified += unexplained;
}

/** @throws {UnsafeAmountError} where an amount of the row, or a sum, is not a safe integer. */
export function addBalanceTransaction(into: Accumulator, row: BalanceTransaction): void {
  grow(into, row.amountMinor);
  grow(into, row.feeMinor);
  grow(into, row.netMinor);
  const { totals } = into;
  totals.netMinor += row.netMinor;
  switch (transactionClassOf(row.reportingCategory)) {
    case 'gross':
      totals.grossMinor += row.amountMinor;
      totals.feeMinor += row.feeMinor;
      splitFee(into, row);
      break;
    case 'refunded':
      totals.refundedMinor -= row.amountMinor;
      totals.feeMinor += row.feeMinor;
      splitFee(into, row);
      break;
    case 'disputed':
      totals.disputedMinor -= row.amountMinor;
      totals.disputeFeeMinor += row.feeMinor;
      totals.feesByKind.dispute += row.feeMinor;
      break;
    case 'other':
      totals.otherMinor += row.netMinor;
      return;
  }
  // Zero by Stripe's own rule; a difference is kept so that the identity holds, and flagged.
  totals.otherMinor += row.netMinor - (row.amountMinor - row.feeMinor);
}
