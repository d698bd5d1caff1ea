import type { ChargeRow, RefundRow } from '../entities/payments.ts';
import { createdAt, theCharge, timeOf, WorldRefusal, type WorldContext } from './context.ts';
import { recordCharge, recordPaymentIntent, recordRefund } from './events.ts';
import { expectSettlement, settleDue } from './settlement.ts';

export interface Capture {
  /** Minor units; all of it when absent. */
  readonly amount?: number;
  readonly atMs?: number;
}

function theAuthorized(context: WorldContext, chargeId: string): ChargeRow {
  const charge = theCharge(context.store, chargeId);
  const isHeld = charge.status === 'succeeded' && !charge.isCaptured && charge.amountRefunded === 0;
  if (!isHeld) throw new WorldRefusal(`The charge ${chargeId} is not waiting to be captured.`);
  return charge;
}

/** Stripe shows the part of an authorization that is given up as a refund of the charge. */
function releaseUncaptured(
  context: WorldContext,
  charge: ChargeRow,
  amount: number,
  atMs: number,
): RefundRow {
  const refund = context.store.refunds.insert(
    {
      id: context.ids.next('re_3'),
      created: createdAt(atMs),
      amount,
      currency: charge.currency,
      charge: charge.id,
      paymentIntent: charge.paymentIntent,
      customer: charge.customer,
      paymentMethod: charge.paymentMethod,
      methodType: charge.method.type,
      status: 'succeeded',
      reason: null,
      origin: 'uncaptured',
      balanceTransaction: null,
      failureBalanceTransaction: null,
      failureReason: null,
      metadata: {},
    },
    atMs,
  );
  recordRefund(context, 'refund.created', refund, atMs);
  return refund;
}

export function capture(context: WorldContext, chargeId: string, ask: Capture = {}): ChargeRow {
  const atMs = timeOf(context, ask.atMs);
  settleDue(context, atMs);
  const charge = theAuthorized(context, chargeId);
  const amount = ask.amount ?? charge.amount;
  if (amount <= 0 || amount > charge.amount) {
    throw new WorldRefusal('Only what was authorized can be captured.');
  }
  const uncaptured = charge.amount - amount;
  if (uncaptured > 0) releaseUncaptured(context, charge, uncaptured, atMs);
  const captured = context.store.charges.update(
    chargeId,
    {
      isCaptured: true,
      amountCaptured: amount,
      amountRefunded: uncaptured,
      captureBefore: null,
    },
    atMs,
  );
  const intent = context.store.paymentIntents.update(
    charge.paymentIntent,
    { status: 'succeeded', amountReceived: amount, amountCapturable: 0 },
    atMs,
  );
  recordCharge(context, 'charge.captured', captured, atMs);
  recordPaymentIntent(context, 'payment_intent.succeeded', intent, atMs);
  expectSettlement(context, chargeId, atMs);
  return captured;
}

export function cancelAuthorization(
  context: WorldContext,
  chargeId: string,
  atMsAsked?: number,
): ChargeRow {
  const atMs = timeOf(context, atMsAsked);
  settleDue(context, atMs);
  const charge = theAuthorized(context, chargeId);
  releaseUncaptured(context, charge, charge.amount, atMs);
  const released = context.store.charges.update(
    chargeId,
    { amountRefunded: charge.amount, captureBefore: null },
    atMs,
  );
  const intent = context.store.paymentIntents.update(
    charge.paymentIntent,
    {
      status: 'canceled',
      amountCapturable: 0,
      canceledAt: createdAt(atMs),
      cancellationReason: 'requested_by_customer',
    },
    atMs,
  );
  recordCharge(context, 'charge.refunded', released, atMs);
  recordPaymentIntent(context, 'payment_intent.canceled', intent, atMs);
  return released;
}
