import type { ChargeRow, PaymentIntentRow, RefundRow } from '../entities/payments.ts';
import { API_VERSION } from '../formatters/account.ts';
import {
  createdAt,
  theCharge,
  thePaymentIntent,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { recordCharge, recordPaymentIntent, recordRefund } from './events.ts';
import { expectSettlement, settleDue } from './settlement.ts';

/** Since this version what is given up of an authorization leaves no refund and no reversal. */
const WITHOUT_REFUND_SINCE = '2025-03-31';

interface VersionedRequest {
  /** Of the request, which decides the form; the pinned version when absent. */
  readonly apiVersion?: string;
  readonly atMs?: number;
}

export interface Capture extends VersionedRequest {
  /** Minor units; all that is left when absent. */
  readonly amount?: number;
  /** False where more of the authorization is to be captured later (multicapture). */
  readonly isFinal?: boolean;
}

export interface Cancellation extends VersionedRequest {
  readonly reason?: NonNullable<PaymentIntentRow['cancellationReason']>;
}

const leavesRefund = ({ apiVersion = API_VERSION }: VersionedRequest): boolean =>
  apiVersion < WITHOUT_REFUND_SINCE;

function theAuthorized(context: WorldContext, chargeId: string): ChargeRow {
  const charge = theCharge(context.store, chargeId);
  const { status } = thePaymentIntent(context.store, charge.paymentIntent);
  if (charge.status === 'succeeded' && status === 'requires_capture') return charge;
  throw new WorldRefusal(`The charge ${chargeId} is not waiting to be captured.`);
}

/** In the older form the part of an authorization that is given up is a refund of the charge. */
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

function amountOf(charge: ChargeRow, { amount, isFinal = true }: Capture): number {
  const left = charge.amount - charge.amountCaptured;
  const asked = amount ?? left;
  if (asked <= 0 || asked > left) {
    throw new WorldRefusal('Only what was authorized can be captured.');
  }
  if (!isFinal && !charge.isMulticapture) {
    throw new WorldRefusal('This payment cannot be captured more than once.');
  }
  return asked;
}

export function capture(context: WorldContext, chargeId: string, ask: Capture = {}): ChargeRow {
  const atMs = timeOf(context, ask.atMs);
  settleDue(context, atMs);
  const charge = theAuthorized(context, chargeId);
  const amountCaptured = charge.amountCaptured + amountOf(charge, ask);
  const isFinal = ask.isFinal ?? true;
  const uncaptured = charge.amount - amountCaptured;
  const isRestRefunded = isFinal && uncaptured > 0 && leavesRefund(ask);
  if (isRestRefunded) releaseUncaptured(context, charge, uncaptured, atMs);
  const refundedUncaptured = isRestRefunded ? uncaptured : 0;
  const captured = context.store.charges.update(
    chargeId,
    {
      isCaptured: true,
      amountCaptured,
      amountRefunded: refundedUncaptured,
      refundedUncaptured,
      unsettled: [...charge.unsettled, amountCaptured - charge.amountCaptured + refundedUncaptured],
      captureBefore: null,
    },
    atMs,
  );
  const intent = context.store.paymentIntents.update(
    charge.paymentIntent,
    {
      status: isFinal ? 'succeeded' : 'requires_capture',
      amountReceived: amountCaptured,
      amountCapturable: isFinal ? 0 : uncaptured,
    },
    atMs,
  );
  recordCharge(context, 'charge.captured', captured, atMs);
  if (isFinal) recordPaymentIntent(context, 'payment_intent.succeeded', intent, atMs);
  expectSettlement(context, chargeId, atMs);
  return captured;
}

export function cancelAuthorization(
  context: WorldContext,
  chargeId: string,
  ask: Cancellation = {},
): ChargeRow {
  const atMs = timeOf(context, ask.atMs);
  settleDue(context, atMs);
  const charge = theAuthorized(context, chargeId);
  if (charge.isCaptured) throw new WorldRefusal('A part of this payment was captured already.');
  const refundedUncaptured = leavesRefund(ask) ? charge.amount : 0;
  if (refundedUncaptured > 0) releaseUncaptured(context, charge, charge.amount, atMs);
  const released = context.store.charges.update(
    chargeId,
    { amountRefunded: refundedUncaptured, refundedUncaptured, captureBefore: null },
    atMs,
  );
  const intent = context.store.paymentIntents.update(
    charge.paymentIntent,
    {
      status: 'canceled',
      amountCapturable: 0,
      canceledAt: createdAt(atMs),
      cancellationReason: ask.reason ?? 'requested_by_customer',
    },
    atMs,
  );
  if (refundedUncaptured > 0) recordCharge(context, 'charge.refunded', released, atMs);
  recordPaymentIntent(context, 'payment_intent.canceled', intent, atMs);
  return released;
}
