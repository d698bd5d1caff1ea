import { mergeByCurrency } from '../money/merge-by-currency.ts';
import { money } from '../money/money.ts';
import { later } from '../time/instants.ts';
import type { FeeStatus } from './fee-status.ts';
import type { Ledger } from './ledger.ts';
import { mergeCustomerPaid, mergePresentment } from './presentment.ts';
import type { SettlementTotals } from './settlement.ts';
import { mergeUnsettled } from './unsettled-amounts.ts';

function mergeSettlement(left: SettlementTotals, right: SettlementTotals): SettlementTotals {
  const { currency, feesByKind: fees } = left;
  const sum = (a: number, b: number): number => money(a + b, currency).minor;
  return {
    currency,
    grossMinor: sum(left.grossMinor, right.grossMinor),
    feeMinor: sum(left.feeMinor, right.feeMinor),
    refundedMinor: sum(left.refundedMinor, right.refundedMinor),
    disputedMinor: sum(left.disputedMinor, right.disputedMinor),
    disputeFeeMinor: sum(left.disputeFeeMinor, right.disputeFeeMinor),
    otherMinor: sum(left.otherMinor, right.otherMinor),
    netMinor: sum(left.netMinor, right.netMinor),
    feesByKind: {
      processing: sum(fees.processing, right.feesByKind.processing),
      tax: sum(fees.tax, right.feesByKind.tax),
      application: sum(fees.application, right.feesByKind.application),
      passthrough: sum(fees.passthrough, right.feesByKind.passthrough),
      withheld_tax: sum(fees.withheld_tax, right.feesByKind.withheld_tax),
      dispute: sum(fees.dispute, right.feesByKind.dispute),
      unclassified: sum(fees.unclassified, right.feesByKind.unclassified),
    },
  };
}

function mergeFeeStatus(left: FeeStatus, right: FeeStatus): FeeStatus {
  if (left === 'pending' || right === 'pending') return 'pending';
  return left === 'final' || right === 'final' ? 'final' : 'none';
}

/**
 * The ledger of two sets of payments that share none: the same as that of both at once.
 * @throws {UnsafeAmountError} where a sum is not a safe integer.
 */
export function mergeLedgers(left: Ledger, right: Ledger): Ledger {
  const feeStatus = mergeFeeStatus(left.feeStatus, right.feeStatus);
  return {
    settlement: mergeByCurrency(left.settlement, right.settlement, mergeSettlement),
    presentment: mergePresentment(left.presentment, right.presentment),
    customerPaid: mergeCustomerPaid(left.customerPaid, right.customerPaid),
    feeStatus,
    unsettled: mergeUnsettled(left.unsettled, right.unsettled),
    flagged: [...left.flagged, ...right.flagged].sort((a, b) => (a.id < b.id ? -1 : 1)),
    fundsAvailableOn:
      feeStatus === 'pending' ? null : later(left.fundsAvailableOn, right.fundsAvailableOn),
  };
}
