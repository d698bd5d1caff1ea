import { isAuthorized, isCapturedPayment } from '../ledger/captures.ts';
import { awayMinor, isOpenDispute } from '../ledger/dispute-money.ts';
import { refundsOfCaptured } from '../ledger/presentment.ts';
import type { Charge, Dispute } from '../payment/charge.ts';

/**
 * What became of one payment. `waiting`: for the customer, who has to pay a voucher, to transfer money or to
 * authenticate. `released`: an authorization that was canceled or expired, so that no
 * money moved. `incomplete`: its refunds or disputes were not read. `unknown`: a status that Stripe added later; it is shown as such.
 */
export type ChargeStatus =
  | 'processing'
  | 'waiting'
  | 'authorized'
  | 'released'
  | 'paid'
  | 'partially_refunded'
  | 'refunded'
  | 'disputed'
  | 'dispute_lost'
  | 'failed'
  | 'incomplete'
  | 'unknown';

/** The balance transactions decide whether money is away, the dispute's status only what that is called. */
function statusOfDisputes(disputes: readonly Dispute[]): 'disputed' | 'dispute_lost' | undefined {
  const away = disputes.filter((dispute) => isOpenDispute(dispute) || awayMinor(dispute) > 0);
  if (away.length === 0) return undefined;
  return away.every(({ status }) => status === 'lost') ? 'dispute_lost' : 'disputed';
}

/** True where refunds or disputes are missing, so that what stayed of the money is not known. */
export const isPartlyRead = ({ hasMoreRefunds, isDisputed, disputes }: Charge): boolean =>
  hasMoreRefunds || (isDisputed && disputes.length === 0);

function statusOfCaptured(charge: Charge): ChargeStatus {
  if (isPartlyRead(charge)) return 'incomplete';
  const disputed = statusOfDisputes(charge.disputes);
  if (disputed !== undefined) return disputed;
  const refundedMinor = refundsOfCaptured(charge).reduce(
    (sum, { amountMinor }) => sum + amountMinor,
    0,
  );
  if (refundedMinor <= 0) return 'paid';
  return refundedMinor >= charge.amountCapturedMinor ? 'refunded' : 'partially_refunded';
}

export function statusOfCharge(charge: Charge): ChargeStatus {
  switch (charge.status) {
    case 'failed':
      return 'failed';
    case 'pending':
      return 'processing';
    case 'requires_action':
      return 'waiting';
    case 'succeeded':
      if (isCapturedPayment(charge)) return statusOfCaptured(charge);
      return isAuthorized(charge) ? 'authorized' : 'released';
    default:
      return 'unknown';
  }
}
