import type { CardMethod, Outcome } from '../entities/payments.ts';
import { beginAttempt, recordAttempt, storeAttempt } from './attempt.ts';
import type { WorldContext } from './context.ts';
import { declineFor, type Decline, type DeclineReason } from './declines.ts';
import type { CardFacts, CardPayment, Payment } from './payment-request.ts';
import { expectSettlement } from './settlement.ts';

const APPROVED: Outcome = {
  type: 'authorized',
  networkStatus: 'approved_by_network',
  reason: null,
  sellerMessage: 'Payment complete.',
  networkDeclineCode: null,
  adviceCode: null,
};

const cardOf = (facts: CardFacts | undefined): CardMethod => {
  const brand = facts?.brand ?? 'visa';
  const last4 = facts?.last4 ?? '4242';
  return {
    type: 'card',
    brand,
    last4,
    country: facts?.country ?? 'US',
    fingerprint: `${brand}${last4}`.padEnd(16, 'F').slice(0, 16),
  };
};

export function payByCard(context: WorldContext, request: CardPayment): Payment {
  const atMs = beginAttempt(context, request);
  const payment = storeAttempt(
    context,
    {
      request,
      method: cardOf(request.card),
      captureMethod: 'automatic_async',
      charge: {
        status: 'succeeded',
        isCaptured: true,
        amountCaptured: request.amount,
        outcome: APPROVED,
        failureCode: null,
        failureMessage: null,
      },
      intent: {
        status: 'succeeded',
        amountReceived: request.amount,
        amountCapturable: 0,
      },
      error: null,
    },
    atMs,
  );
  recordAttempt(context, payment, 'charge.succeeded', 'payment_intent.succeeded', atMs);
  expectSettlement(context, payment.charge.id, atMs);
  return payment;
}

export function authorizeCard(context: WorldContext, request: CardPayment): Payment {
  const atMs = beginAttempt(context, request);
  const payment = storeAttempt(
    context,
    {
      request,
      method: cardOf(request.card),
      captureMethod: 'manual',
      charge: {
        status: 'succeeded',
        isCaptured: false,
        amountCaptured: 0,
        outcome: APPROVED,
        failureCode: null,
        failureMessage: null,
      },
      intent: {
        status: 'requires_capture',
        amountReceived: 0,
        amountCapturable: request.amount,
      },
      error: null,
      isMulticapture: request.isMulticapture ?? false,
    },
    atMs,
  );
  const intentEvent = 'payment_intent.amount_capturable_updated';
  recordAttempt(context, payment, 'charge.succeeded', intentEvent, atMs);
  return payment;
}

const outcomeOf = (reason: DeclineReason, decline: Decline): Outcome => ({
  type: decline.isBlockedByStripe ? 'blocked' : 'issuer_declined',
  networkStatus: decline.isBlockedByStripe ? 'not_sent_to_network' : 'declined_by_network',
  reason,
  sellerMessage: decline.sellerMessage,
  networkDeclineCode: decline.isBlockedByStripe ? null : '51',
  adviceCode: decline.adviceCode,
});

export interface DeclinedPayment extends CardPayment {
  readonly reason?: DeclineReason;
  /** In the words of the issuer, instead of Stripe's. */
  readonly message?: string;
}

export function payDeclined(context: WorldContext, request: DeclinedPayment): Payment {
  const atMs = beginAttempt(context, request);
  const reason = request.reason ?? 'insufficient_funds';
  const decline = declineFor(reason, request.message);
  const payment = storeAttempt(
    context,
    {
      request,
      method: cardOf(request.card),
      captureMethod: 'automatic_async',
      charge: {
        status: 'failed',
        isCaptured: false,
        amountCaptured: 0,
        outcome: outcomeOf(reason, decline),
        failureCode: decline.failureCode,
        failureMessage: decline.failureMessage,
      },
      intent: {
        status: 'requires_payment_method',
        amountReceived: 0,
        amountCapturable: 0,
      },
      error: {
        code: decline.failureCode,
        declineCode: decline.declineCode,
        message: decline.failureMessage,
      },
    },
    atMs,
  );
  recordAttempt(context, payment, 'charge.failed', 'payment_intent.payment_failed', atMs);
  return payment;
}
