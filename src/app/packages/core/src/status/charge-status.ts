import { disputeHoldsMoney, isCapturedPayment, refundsOfCaptured } from '../ledger/presentment.ts';
import type { Charge } from '../payment/charge.ts';

/**
 * What became of one payment. `waiting`: for the customer, who has to pay a voucher, to transfer money or to
 * authenticate. `released`: an authorization that was canceled or expired, so that no
 * money moved. `unknown`: a status that Stripe added later; it is shown as such.
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
  | 'failed'
  | 'unknown';

function statusOfCaptured(charge: Charge): ChargeStatus {
  if (charge.disputes.some(disputeHoldsMoney)) return 'disputed';
  const refundedMinor = refundsOfCaptured(charge).reduce(
    (sum, { amountMinor }) => sum + amountMinor,
    0,
  );
  if (refundedMinor <= 0) return 'paid';
  return refundedMinor >= charge.amountCapturedMinor ? 'refunded' : 'partially_refunded';
}

/**
 * A released authorization is a refund object of an uncaptured charge: nothing was paid back. An old
 * one has no status.
 */
function isReleased(charge: Charge): boolean {
  return charge.refunds.some(
    ({ status }) => status === 'succeeded' || status === 'pending' || status === null,
  );
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
      return isReleased(charge) ? 'released' : 'authorized';
    default:
      return 'unknown';
  }
}

/** True while the issuer asks a question (an inquiry): it moves no money, and an answer prevents a dispute. */
export function hasOpenInquiry(charge: Charge): boolean {
  return charge.disputes.some(
    ({ status }) => status === 'warning_needs_response' || status === 'warning_under_review',
  );
}
