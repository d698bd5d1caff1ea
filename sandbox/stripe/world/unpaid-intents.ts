import type { PaymentIntentRow } from '../entities/payments.ts';
import { beginAttempt, openIntent } from './attempt.ts';
import { thePaymentIntent, timeOf, WorldRefusal, type WorldContext } from './context.ts';
import { recordPaymentIntent } from './events.ts';
import type { PaymentRequest } from './payment-request.ts';

const METHODS = {
  authentication: 'card',
  'bank-transfer': 'customer_balance',
  boleto: 'boleto',
} as const;

export interface AwaitedPayment extends PaymentRequest {
  readonly awaits: keyof typeof METHODS;
}

/** A PaymentIntent that waits for the customer. It has no charge before the customer has done their part. */
export function awaitCustomer(context: WorldContext, request: AwaitedPayment): PaymentIntentRow {
  const atMs = beginAttempt(context, request);
  const { awaits, amount } = request;
  const { id } = openIntent(context, request, 'automatic_async', METHODS[awaits], atMs);
  const nextAction =
    awaits === 'bank-transfer' ? { type: awaits, remaining: amount } : { type: awaits };
  const change = { status: 'requires_action', nextAction } as const;
  const row = context.store.paymentIntents.update(id, change, atMs);
  recordPaymentIntent(context, 'payment_intent.requires_action', row, atMs);
  return row;
}

function theAwaited(context: WorldContext, id: string): PaymentIntentRow {
  const row = thePaymentIntent(context.store, id);
  if (row.status === 'requires_action') return row;
  throw new WorldRefusal(`The PaymentIntent ${id} is ${row.status} and has no pending payment.`);
}

/** A part of a bank transfer: the PaymentIntent goes on waiting for the rest. */
export function receiveTransfer(
  context: WorldContext,
  id: string,
  amount: number,
): PaymentIntentRow {
  const { nextAction } = theAwaited(context, id);
  if (nextAction?.type !== 'bank-transfer' || amount >= nextAction.remaining) {
    throw new WorldRefusal(`The PaymentIntent ${id} waits for no transfer of more than that.`);
  }
  const remaining = nextAction.remaining - amount;
  const atMs = timeOf(context, undefined);
  const change = { nextAction: { type: 'bank-transfer', remaining } } as const;
  const row = context.store.paymentIntents.update(id, change, atMs);
  recordPaymentIntent(context, 'payment_intent.partially_funded', row, atMs);
  return row;
}

/** https://docs.stripe.com/error-codes#payment-intent-authentication-failure: the bank is never asked. */
export function failAuthentication(context: WorldContext, id: string): PaymentIntentRow {
  theAwaited(context, id);
  const atMs = timeOf(context, undefined);
  const row = context.store.paymentIntents.update(
    id,
    {
      status: 'requires_payment_method',
      nextAction: null,
      lastPaymentError: {
        charge: null,
        code: 'payment_intent_authentication_failure',
        declineCode: null,
        message: 'The provided PaymentMethod has failed authentication.',
      },
    },
    atMs,
  );
  recordPaymentIntent(context, 'payment_intent.payment_failed', row, atMs);
  return row;
}
