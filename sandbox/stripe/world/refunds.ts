import type { ChargeRow, RefundReason, RefundRow, RefundStatus } from '../entities/payments.ts';
import type { Metadata } from '../entities/row.ts';
import {
  createdAt,
  theCharge,
  theRefund,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { recordCharge, recordRefund } from './events.ts';
import { post } from './ledger.ts';
import { settle, settleDue } from './settlement.ts';

export interface RefundRequest {
  /** Minor units; what is left when absent. */
  readonly amount?: number;
  readonly reason?: RefundReason;
  readonly metadata?: Metadata;
  readonly status?: Exclude<RefundStatus, 'failed'>;
  /** It does not leave the balance yet: for want of funds, or of the customer's bank details. */
  readonly isWaiting?: boolean;
  readonly atMs?: number;
}

export const refundableAmount = (charge: ChargeRow): number =>
  charge.amountCaptured + charge.refundedUncaptured - charge.amountRefunded;

function theRefundable(context: WorldContext, chargeId: string, atMs: number): ChargeRow {
  const charge = theCharge(context.store, chargeId);
  if (charge.status !== 'succeeded' || !charge.isCaptured) {
    throw new WorldRefusal(`The charge ${chargeId} has taken no money to give back.`);
  }
  return charge.unsettled.length > 0 ? settle(context, chargeId, atMs) : charge;
}

/** A refund keeps the fee: its own transaction costs nothing and gives nothing back. */
function takeOut(
  context: WorldContext,
  charge: ChargeRow,
  refundId: string,
  amount: number,
  atMs: number,
): string {
  return post(context, {
    charge,
    source: refundId,
    amount: -amount,
    feeDetails: [],
    reportingCategory: 'refund',
    type: charge.method.type === 'card' ? 'refund' : 'payment_refund',
    description: charge.description === null ? null : `REFUND FOR CHARGE (${charge.description})`,
    atMs,
  }).id;
}

export function refund(
  context: WorldContext,
  chargeId: string,
  request: RefundRequest = {},
): RefundRow {
  const atMs = timeOf(context, request.atMs);
  settleDue(context, atMs);
  const charge = theRefundable(context, chargeId, atMs);
  const amount = request.amount ?? refundableAmount(charge);
  if (amount <= 0 || amount > refundableAmount(charge)) {
    throw new WorldRefusal('No more can be refunded than is left of the charge.');
  }
  const { isWaiting = false } = request;
  const id = context.ids.next(charge.method.type === 'card' ? 're_3' : 'pyr_1');
  const row: RefundRow = {
    id,
    created: createdAt(atMs),
    amount,
    currency: charge.currency,
    charge: charge.id,
    paymentIntent: charge.paymentIntent,
    customer: charge.customer,
    paymentMethod: charge.paymentMethod,
    methodType: charge.method.type,
    status: request.status ?? (isWaiting ? 'pending' : 'succeeded'),
    reason: request.reason ?? null,
    origin: 'customer',
    balanceTransaction:
      isWaiting || charge.settlesOutside ? null : takeOut(context, charge, id, amount, atMs),
    failureBalanceTransaction: null,
    failureReason: null,
    metadata: request.metadata ?? {},
  };
  context.store.refunds.insert(row, atMs);
  const amountRefunded = charge.amountRefunded + amount;
  const refunded = context.store.charges.update(chargeId, { amountRefunded }, atMs);
  recordRefund(context, 'refund.created', row, atMs);
  recordCharge(context, 'charge.refunded', refunded, atMs);
  return row;
}

/** The customer's bank sends the money back to Stripe, and it returns to the balance. */
export function failRefund(context: WorldContext, refundId: string, atMsAsked?: number): RefundRow {
  const atMs = timeOf(context, atMsAsked);
  settleDue(context, atMs);
  const row = theRefund(context.store, refundId);
  if (row.status === 'failed' || row.origin !== 'customer') {
    throw new WorldRefusal(`The refund ${refundId} cannot fail.`);
  }
  const charge = theCharge(context.store, row.charge);
  // What never left does not come back.
  const back =
    row.balanceTransaction === null
      ? null
      : post(context, {
          charge,
          source: refundId,
          amount: row.amount,
          feeDetails: [],
          reportingCategory: 'refund_failure',
          type: 'refund_failure',
          description: 'REFUND FAILURE',
          atMs,
        });
  const failed = context.store.refunds.update(
    refundId,
    {
      status: 'failed',
      failureBalanceTransaction: back?.id ?? null,
      failureReason: 'expired_or_canceled_card',
    },
    atMs,
  );
  const amountRefunded = charge.amountRefunded - row.amount;
  const changed = context.store.charges.update(charge.id, { amountRefunded }, atMs);
  recordRefund(context, 'refund.failed', failed, atMs);
  recordRefund(context, 'refund.updated', failed, atMs);
  recordCharge(context, 'charge.updated', changed, atMs);
  return failed;
}

/** A refund that waited leaves the balance, and succeeds. */
export function sendRefund(context: WorldContext, refundId: string, atMsAsked?: number): RefundRow {
  const atMs = timeOf(context, atMsAsked);
  settleDue(context, atMs);
  const {
    status,
    balanceTransaction,
    charge: chargeId,
    amount,
  } = theRefund(context.store, refundId);
  if (balanceTransaction !== null || (status !== 'pending' && status !== 'requires_action')) {
    throw new WorldRefusal(`The refund ${refundId} does not wait.`);
  }
  const charge = theCharge(context.store, chargeId);
  const taken = takeOut(context, charge, refundId, amount, atMs);
  const change = { status: 'succeeded', balanceTransaction: taken } as const;
  const sent = context.store.refunds.update(refundId, change, atMs);
  recordRefund(context, 'refund.updated', sent, atMs);
  return sent;
}
