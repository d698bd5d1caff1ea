import type { BalanceTransaction, Charge, Dispute, Refund } from '../payment/charge.ts';
import { distinctById } from '../payment/stripe-objects.ts';
import type { PresentmentTotals } from './presentment.ts';
import {
  isCapturedPayment,
  presentmentTotals,
  isRefundEffective,
  transactionsHoldMoney,
} from './presentment.ts';
import type { FlaggedTransaction, SettlementTotals } from './settlement.ts';
import { settlementLedger } from './settlement.ts';

/** The values of `stripe_fee_status`. `pending`: a balance transaction that Stripe will write is missing. */
export const FEE_STATUSES = ['none', 'pending', 'final'] as const;

export type FeeStatus = (typeof FEE_STATUSES)[number];

export function isFeeStatus(text: string): text is FeeStatus {
  return FEE_STATUSES.some((status) => status === text);
}

/** Everything that charges came to: in the settlement and in the presentment currencies. */
export interface Ledger {
  readonly settlement: readonly SettlementTotals[];
  readonly presentment: readonly PresentmentTotals[];
  readonly feeStatus: FeeStatus;
  readonly flagged: readonly FlaggedTransaction[];
  /** When the last of the money is available, in seconds since the epoch; null if none, or not known yet. */
  readonly fundsAvailableOn: number | null;
}

const present = (balanceTransaction: BalanceTransaction | null): readonly BalanceTransaction[] =>
  balanceTransaction === null ? [] : [balanceTransaction];

function refundBalanceTransactions(refund: Refund): readonly BalanceTransaction[] {
  return [...present(refund.balanceTransaction), ...present(refund.failureBalanceTransaction)];
}

/** A failed charge moved money only as a pair: the debit, and its return. One alone is not finished. */
function failedHalfway(charge: Charge): boolean {
  return (
    charge.status === 'failed' &&
    charge.balanceTransaction !== null &&
    charge.failureBalanceTransaction === null
  );
}

/** The balance transactions that count for a charge. A pending debit has one that does not count yet. */
export function balanceTransactionsOf(charge: Charge): readonly BalanceTransaction[] {
  if (charge.status !== 'succeeded' && charge.status !== 'failed') return [];
  if (failedHalfway(charge)) return [];
  return [
    ...present(charge.balanceTransaction),
    ...present(charge.failureBalanceTransaction),
    ...charge.refunds.flatMap(refundBalanceTransactions),
    ...charge.disputes.flatMap((dispute) => dispute.balanceTransactions),
  ];
}

function refundAwaitsTransaction(refund: Refund): boolean {
  const { status, balanceTransaction, failureBalanceTransaction } = refund;
  const isReturned = status === 'failed' || status === 'canceled';
  if (isReturned) return balanceTransaction !== null && failureBalanceTransaction === null;
  return isRefundEffective(refund) && balanceTransaction === null;
}

function disputeAwaitsTransaction(dispute: Dispute): boolean {
  const { status, balanceTransactions } = dispute;
  // The money of a won dispute returns in a balance transaction of its own: until then net is too low.
  if (status === 'won') return transactionsHoldMoney(dispute);
  const isOpen = status === 'needs_response' || status === 'under_review';
  return isOpen && balanceTransactions.length === 0;
}

/** Whether a charge's fees are known: `none` where no money has moved. */
export function feeStatusOfCharge(charge: Charge): FeeStatus {
  if (failedHalfway(charge)) return 'pending';
  if (!isCapturedPayment(charge))
    return balanceTransactionsOf(charge).length === 0 ? 'none' : 'final';
  const isAwaited =
    charge.balanceTransaction === null ||
    charge.refunds.some(refundAwaitsTransaction) ||
    charge.disputes.some(disputeAwaitsTransaction);
  return isAwaited ? 'pending' : 'final';
}

function feeStatusOf(charges: readonly Charge[]): FeeStatus {
  const statuses = new Set(charges.map(feeStatusOfCharge));
  if (statuses.has('pending')) return 'pending';
  return statuses.has('final') ? 'final' : 'none';
}

/** Of captured payments only: the two of a failed debit bring nothing. */
function fundsAvailableOn(charges: readonly Charge[]): number | null {
  let latest: number | null = null;
  for (const balanceTransaction of charges
    .filter(isCapturedPayment)
    .flatMap(balanceTransactionsOf)) {
    if (
      balanceTransaction.netMinor > 0 &&
      (latest === null || balanceTransaction.availableOn > latest)
    )
      latest = balanceTransaction.availableOn;
  }
  return latest;
}

/**
 * The ledger of any number of charges: order and duplicates do not matter.
 * @throws {UnsafeAmountError} where an amount or a sum is not a safe integer.
 */
export function ledgerOf(charges: Iterable<Charge>): Ledger {
  const distinct = distinctById(charges);
  const { totals, flagged } = settlementLedger(distinct.flatMap(balanceTransactionsOf));
  const feeStatus = feeStatusOf(distinct);
  return {
    settlement: totals,
    presentment: presentmentTotals(distinct),
    feeStatus,
    flagged,
    fundsAvailableOn: feeStatus === 'pending' ? null : fundsAvailableOn(distinct),
  };
}
