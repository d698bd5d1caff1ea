import type { Charge } from '../payment/charge.ts';
import { distinctById } from '../payment/stripe-objects.ts';
import { later } from '../time/instants.ts';
import { isCapturedPayment } from './captures.ts';
import { balanceTransactionsOf, feeStatusOf } from './fee-status.ts';
import type { FeeStatus } from './fee-status.ts';
import type { CustomerPaid, PresentmentTotals } from './presentment.ts';
import { customerPaid, presentmentTotals } from './presentment.ts';
import type { FlaggedTransaction, SettlementTotals } from './settlement.ts';
import { settlementLedger } from './settlement.ts';
import type { UnsettledAmount } from './unsettled-amounts.ts';
import { unsettledAmounts } from './unsettled-amounts.ts';

/** Everything that charges came to: in the settlement and in the presentment currencies. */
export interface Ledger {
  readonly settlement: readonly SettlementTotals[];
  readonly presentment: readonly PresentmentTotals[];
  /** What customers saw and paid where Stripe converted the price for them. */
  readonly customerPaid: readonly CustomerPaid[];
  readonly feeStatus: FeeStatus;
  /** What the settled figures leave out, by kind, then by currency. */
  readonly unsettled: readonly UnsettledAmount[];
  readonly flagged: readonly FlaggedTransaction[];
  /** When the last of the money is available, in seconds since the epoch; null if none, or not known yet. */
  readonly fundsAvailableOn: number | null;
}

/** Of captured payments only: the two of a failed debit bring nothing. */
function fundsAvailableOn(charges: readonly Charge[]): number | null {
  return charges
    .filter(isCapturedPayment)
    .flatMap(balanceTransactionsOf)
    .filter(({ netMinor }) => netMinor > 0)
    .reduce<number | null>((latest, { availableOn }) => later(latest, availableOn), null);
}

/**
 * The ledger of any number of charges: order and duplicates do not matter.
 * @param nowSeconds seconds since the epoch: decides when a missing balance transaction never comes.
 * @throws {UnsafeAmountError} where an amount or a sum is not a safe integer.
 */
export function ledgerOf(charges: Iterable<Charge>, nowSeconds: number): Ledger {
  const distinct = distinctById(charges);
  const { totals, flagged } = settlementLedger(distinct.flatMap(balanceTransactionsOf));
  const feeStatus = feeStatusOf(distinct, nowSeconds);
  return {
    settlement: totals,
    presentment: presentmentTotals(distinct),
    customerPaid: customerPaid(distinct),
    feeStatus,
    unsettled: unsettledAmounts(distinct, nowSeconds),
    flagged,
    fundsAvailableOn: feeStatus === 'pending' ? null : fundsAvailableOn(distinct),
  };
}
