import { amountRefusal } from '../values/currencies.ts';
import type {
  ChargeRow,
  PaymentError,
  PaymentIntentRow,
  PaymentMethod,
} from '../entities/payments.ts';
import {
  createdAt,
  theCustomer,
  thePaymentIntent,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { recordCharge, recordPaymentIntent } from './events.ts';
import type { Payment, PaymentRequest } from './payment-request.ts';
import { settleDue } from './settlement.ts';
import { checkTexts } from './text-limits.ts';

/** One try to take money, as it turned out. */
export interface Attempt {
  readonly request: PaymentRequest;
  readonly method: PaymentMethod;
  readonly captureMethod: PaymentIntentRow['captureMethod'];
  readonly charge: Pick<
    ChargeRow,
    'status' | 'isCaptured' | 'amountCaptured' | 'outcome' | 'failureCode' | 'failureMessage'
  >;
  readonly intent: Pick<PaymentIntentRow, 'status' | 'amountReceived' | 'amountCapturable'>;
  readonly error: Omit<PaymentError, 'charge'> | null;
  readonly isMulticapture?: boolean;
}

function settlementCurrencyFor(context: WorldContext, request: PaymentRequest): string {
  const asked = request.settlementCurrency;
  if (asked !== undefined && asked !== request.currency) {
    throw new WorldRefusal('A payment settles in its own currency or in the account currency.');
  }
  const isHeld = context.settlementCurrencies.includes(request.currency);
  return isHeld || asked !== undefined ? request.currency : context.account.defaultCurrency;
}

/** A PaymentIntent that waits for a payment. */
export function openIntent(
  context: WorldContext,
  request: Omit<PaymentRequest, 'paymentIntent' | 'chargeMetadata'>,
  captureMethod: PaymentIntentRow['captureMethod'],
  methodType: PaymentIntentRow['methodType'],
  atMs: number,
): PaymentIntentRow {
  const id = context.ids.next('pi_3');
  const row: PaymentIntentRow = {
    id,
    created: createdAt(atMs),
    amount: request.amount,
    amountCapturable: 0,
    amountReceived: 0,
    currency: request.currency,
    customer: request.customer ?? null,
    description: request.description ?? null,
    status: 'requires_payment_method',
    nextAction: null,
    captureMethod,
    methodType,
    paymentMethod: null,
    latestCharge: null,
    lastPaymentError: null,
    canceledAt: null,
    cancellationReason: null,
    clientSecret: `${id}_secret_${context.ids.text(25)}`,
    metadata: request.metadata ?? {},
  };
  context.store.paymentIntents.insert(row, atMs);
  recordPaymentIntent(context, 'payment_intent.created', row, atMs);
  return row;
}

function beginIntent(context: WorldContext, attempt: Attempt, atMs: number): PaymentIntentRow {
  const { request, captureMethod, method } = attempt;
  if (request.paymentIntent === undefined) {
    return openIntent(context, request, captureMethod, method.type, atMs);
  }
  const earlier = thePaymentIntent(context.store, request.paymentIntent);
  if (earlier.status === 'requires_payment_method') return earlier;
  throw new WorldRefusal(`The PaymentIntent ${earlier.id} is ${earlier.status}.`);
}

const CAPTURE_WINDOW_SECONDS = 7 * 24 * 60 * 60;

function makeCharge(
  context: WorldContext,
  attempt: Attempt,
  intent: PaymentIntentRow,
  atMs: number,
): ChargeRow {
  const { request, method } = attempt;
  const payer = intent.customer === null ? undefined : context.store.customers.get(intent.customer);
  const isHeld = attempt.intent.status === 'requires_capture';
  const { isCaptured, amountCaptured } = attempt.charge;
  return {
    id: context.ids.next(method.type === 'card' ? 'ch_3' : 'py_3'),
    created: createdAt(atMs),
    amount: request.amount,
    amountRefunded: 0,
    refundedUncaptured: 0,
    unsettled: isCaptured ? [amountCaptured] : [],
    settlesOutside: request.settlesOutside ?? false,
    isMulticapture: attempt.isMulticapture ?? false,
    currency: request.currency,
    settlementCurrency: settlementCurrencyFor(context, request),
    isDisputed: false,
    customer: intent.customer,
    paymentIntent: intent.id,
    paymentMethod: context.ids.next('pm_1'),
    method,
    billingName: request.billingName ?? payer?.name ?? null,
    billingEmail: request.billingEmail ?? payer?.email ?? null,
    description: intent.description,
    statementDescriptorSuffix: request.statementDescriptorSuffix ?? null,
    balanceTransaction: null,
    failureBalanceTransaction: null,
    metadata: request.chargeMetadata ?? intent.metadata,
    transferGroup: request.transferGroup ?? null,
    presentment: request.presentment ?? null,
    transfer: request.transfer ?? null,
    captureBefore: isHeld ? createdAt(atMs) + CAPTURE_WINDOW_SECONDS : null,
    ...attempt.charge,
  };
}

/** Refuses what Stripe would refuse before it writes anything. */
function checkRequest(context: WorldContext, request: PaymentRequest): void {
  const refusal = amountRefusal(request.amount, request.currency);
  if (refusal !== undefined) throw new WorldRefusal(refusal);
  checkTexts('payment', request);
  if (request.customer !== undefined) theCustomer(context.store, request.customer);
}

export function beginAttempt(context: WorldContext, request: PaymentRequest): number {
  const atMs = timeOf(context, request.atMs);
  settleDue(context, atMs);
  checkRequest(context, request);
  return atMs;
}

/** Stores the charge and brings its PaymentIntent to where the attempt left it. */
export function storeAttempt(context: WorldContext, attempt: Attempt, atMs: number): Payment {
  const begun = beginIntent(context, attempt, atMs);
  const charge = context.store.charges.insert(makeCharge(context, attempt, begun, atMs), atMs);
  const paymentIntent = context.store.paymentIntents.update(
    begun.id,
    {
      ...attempt.intent,
      latestCharge: charge.id,
      paymentMethod: charge.status === 'failed' ? null : charge.paymentMethod,
      lastPaymentError: attempt.error === null ? null : { ...attempt.error, charge: charge.id },
    },
    atMs,
  );
  return { charge, paymentIntent };
}

export function recordAttempt(
  context: WorldContext,
  payment: Payment,
  chargeEvent: Parameters<typeof recordCharge>[1],
  intentEvent: Parameters<typeof recordPaymentIntent>[1],
  atMs: number,
): void {
  recordCharge(context, chargeEvent, payment.charge, atMs);
  recordPaymentIntent(context, intentEvent, payment.paymentIntent, atMs);
}
