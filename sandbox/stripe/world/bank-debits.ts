import type { ChargeRow, Outcome } from '../entities/payments.ts';
import { beginAttempt, recordAttempt, storeAttempt } from './attempt.ts';
import { createdAt, theCharge, timeOf, WorldRefusal, type WorldContext } from './context.ts';
import { post } from './ledger.ts';
import { recordCharge, recordPaymentIntent } from './events.ts';
import type { BankPayment, Payment } from './payment-request.ts';
import { failedDebitFee, reversed } from './prices.ts';
import { feesFor, settle, settleDue } from './settlement.ts';

const SENT: Outcome = {
  type: 'authorized',
  networkStatus: 'approved_by_network',
  reason: null,
  sellerMessage: 'Payment complete.',
  networkDeclineCode: null,
  adviceCode: null,
};

/** The balance transaction of a bank debit is there while the money is still on its way. */
export function startBankDebit(context: WorldContext, request: BankPayment): Payment {
  const atMs = beginAttempt(context, request);
  if (request.currency !== 'usd') throw new WorldRefusal('An ACH debit is in US dollars.');
  const last4 = request.last4 ?? '6789';
  const payment = storeAttempt(
    context,
    {
      request,
      method: {
        type: 'us_bank_account',
        bankName: request.bankName ?? 'STRIPE TEST BANK',
        last4,
        fingerprint: `bank${last4}`.padEnd(16, 'B'),
      },
      captureMethod: 'automatic_async',
      charge: {
        status: 'pending',
        isCaptured: true,
        amountCaptured: request.amount,
        outcome: SENT,
        failureCode: null,
        failureMessage: null,
      },
      intent: {
        status: 'processing',
        amountReceived: 0,
        amountCapturable: 0,
      },
      error: null,
    },
    atMs,
  );
  recordAttempt(context, payment, 'charge.pending', 'payment_intent.processing', atMs);
  return { ...payment, charge: settle(context, payment.charge.id, atMs) };
}

function thePending(context: WorldContext, chargeId: string): ChargeRow {
  const charge = theCharge(context.store, chargeId);
  if (charge.status === 'pending') return charge;
  throw new WorldRefusal(`The charge ${chargeId} is not a bank debit on its way.`);
}

export function bankDebitSucceeds(
  context: WorldContext,
  chargeId: string,
  atMsAsked?: number,
): Payment {
  const atMs = timeOf(context, atMsAsked);
  settleDue(context, atMs);
  const pending = thePending(context, chargeId);
  const charge = context.store.charges.update(chargeId, { status: 'succeeded' }, atMs);
  const paymentIntent = context.store.paymentIntents.update(
    pending.paymentIntent,
    { status: 'succeeded', amountReceived: charge.amount },
    atMs,
  );
  recordCharge(context, 'charge.succeeded', charge, atMs);
  recordPaymentIntent(context, 'payment_intent.succeeded', paymentIntent, atMs);
  return { charge, paymentIntent };
}

/** The money goes back, the fee of the debit with it, and a fee for the failure is taken. */
function takeBack(context: WorldContext, charge: ChargeRow, atMs: number): string {
  const refund = context.store.refunds.insert(
    {
      id: context.ids.next('pyr_1'),
      created: createdAt(atMs),
      amount: charge.amount,
      currency: charge.currency,
      charge: charge.id,
      paymentIntent: charge.paymentIntent,
      customer: charge.customer,
      paymentMethod: charge.paymentMethod,
      methodType: charge.method.type,
      status: 'succeeded',
      reason: null,
      origin: 'failed-debit',
      balanceTransaction: null,
      failureBalanceTransaction: null,
      failureReason: null,
      metadata: {},
    },
    atMs,
  );
  const fees = feesFor(context, charge, charge.amount, charge.created * 1000);
  return post(context, {
    charge,
    source: refund.id,
    amount: -charge.amount,
    feeDetails: [...reversed(fees), failedDebitFee()],
    reportingCategory: 'charge_failure',
    type: 'payment_failure_refund',
    description: 'Failed ACH debit',
    atMs,
  }).id;
}

const RETURNED = {
  failureCode: 'insufficient_funds',
  failureMessage: 'The customer account has insufficient funds to cover this payment.',
} as const;

export function bankDebitFails(
  context: WorldContext,
  chargeId: string,
  atMsAsked?: number,
): Payment {
  const atMs = timeOf(context, atMsAsked);
  settleDue(context, atMs);
  const pending = thePending(context, chargeId);
  const failureBalanceTransaction = takeBack(context, pending, atMs);
  const charge = context.store.charges.update(
    chargeId,
    { status: 'failed', failureBalanceTransaction, ...RETURNED },
    atMs,
  );
  const paymentIntent = context.store.paymentIntents.update(
    pending.paymentIntent,
    {
      status: 'requires_payment_method',
      paymentMethod: null,
      lastPaymentError: {
        charge: chargeId,
        code: RETURNED.failureCode,
        declineCode: null,
        message: RETURNED.failureMessage,
      },
    },
    atMs,
  );
  recordCharge(context, 'charge.failed', charge, atMs);
  recordPaymentIntent(context, 'payment_intent.payment_failed', paymentIntent, atMs);
  return { charge, paymentIntent };
}
