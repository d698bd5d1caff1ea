import type { Currency } from '../money/currency.ts';
import { isCurrency } from '../money/currency.ts';
import { UnsafeAmountError } from '../money/unsafe-amount-error.ts';
import type { BalanceTransaction } from '../payment/charge.ts';
import type { FeeKind } from './fee-kind.ts';
import { FEE_KINDS, feeKindOf } from './fee-kind.ts';
import { rowClassOf } from './row-class.ts';

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

/** A row that counts in `net` but could not be explained: shown to a person, never dropped. */
export interface FlaggedRow {
  readonly id: string;
  readonly reportingCategory: string;
  readonly currency: Currency;
  readonly netMinor: number;
  readonly why: 'unknown-category' | 'net-is-not-amount-less-fee';
}

export interface SettlementLedger {
  /** One entry a currency, in alphabetical order. */
  readonly totals: readonly SettlementTotals[];
  readonly flagged: readonly FlaggedRow[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Accumulator = Mutable<Omit<SettlementTotals, 'feesByKind'>> & {
  feesByKind: Record<FeeKind, number>;
  /** Sum of magnitudes: while it is a safe integer, every partial sum was exact. */
  magnitude: number;
};

function emptyAccumulator(currency: Currency): Accumulator {
  return {
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
    magnitude: 0,
  };
}

function splitFee(into: Accumulator, row: BalanceTransaction): void {
  let unexplained = row.feeMinor;
  for (const detail of row.feeDetails) {
    into.feesByKind[feeKindOf(detail.type)] += detail.amountMinor;
    into.magnitude += Math.abs(detail.amountMinor);
    unexplained -= detail.amountMinor;
  }
  into.feesByKind.unclassified += unexplained;
}

function addRow(into: Accumulator, row: BalanceTransaction): void {
  into.netMinor += row.netMinor;
  switch (rowClassOf(row.reportingCategory)) {
    case 'gross':
      into.grossMinor += row.amountMinor;
      into.feeMinor += row.feeMinor;
      splitFee(into, row);
      break;
    case 'refunded':
      into.refundedMinor -= row.amountMinor;
      into.feeMinor += row.feeMinor;
      splitFee(into, row);
      break;
    case 'disputed':
      into.disputedMinor -= row.amountMinor;
      into.disputeFeeMinor += row.feeMinor;
      into.feesByKind.dispute += row.feeMinor;
      break;
    case 'other':
      into.otherMinor += row.netMinor;
      return;
  }
  // Zero by Stripe's own rule; a difference is kept so that the identity holds, and flagged.
  into.otherMinor += row.netMinor - (row.amountMinor - row.feeMinor);
}

function flagOf(row: BalanceTransaction): FlaggedRow['why'] | undefined {
  if (rowClassOf(row.reportingCategory) === 'other') return 'unknown-category';
  return row.netMinor === row.amountMinor - row.feeMinor ? undefined : 'net-is-not-amount-less-fee';
}

function byCurrency(left: { currency: string }, right: { currency: string }): number {
  return left.currency < right.currency ? -1 : 1;
}

/**
 * Adds balance transactions up, each id once, by settlement currency.
 * @throws {UnsafeAmountError} where an amount or a sum is not a safe integer, or has no currency.
 */
export function settlementLedger(rows: Iterable<BalanceTransaction>): SettlementLedger {
  const accumulators = new Map<Currency, Accumulator>();
  const seen = new Set<string>();
  const flagged: FlaggedRow[] = [];
  for (const row of rows) {
    const countedBefore = seen.size;
    if (seen.add(row.id).size === countedBefore) continue;
    let into = accumulators.get(row.currency);
    if (into === undefined) {
      if (!isCurrency(row.currency)) throw new UnsafeAmountError(row.amountMinor, row.currency);
      into = emptyAccumulator(row.currency);
      accumulators.set(row.currency, into);
    }
    into.magnitude += Math.abs(row.amountMinor) + Math.abs(row.feeMinor) + Math.abs(row.netMinor);
    // NaN and fractions stay visible in the magnitude, so one check a row covers all of them.
    if (!Number.isSafeInteger(into.magnitude)) {
      throw new UnsafeAmountError(row.amountMinor, row.currency);
    }
    addRow(into, row);
    const why = flagOf(row);
    if (why !== undefined) {
      const { id, reportingCategory, currency, netMinor } = row;
      flagged.push({ id, reportingCategory, currency, netMinor, why });
    }
  }
  const totals = [...accumulators.values()].map(withoutMagnitude).sort(byCurrency);
  return { totals, flagged: flagged.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function withoutMagnitude({ magnitude, ...totals }: Accumulator): SettlementTotals {
  if (!Number.isSafeInteger(magnitude)) throw new UnsafeAmountError(magnitude, totals.currency);
  return totals;
}

/** Every fee taken: processing and the like, and those of disputes. */
export function allFeesMinor({ feeMinor, disputeFeeMinor }: SettlementTotals): number {
  return feeMinor + disputeFeeMinor;
}

/** The kinds of fee that are not zero, in the order people read them. */
export function nonZeroFeeKinds(totals: SettlementTotals): readonly FeeKind[] {
  return FEE_KINDS.filter((kind) => totals.feesByKind[kind] !== 0);
}
