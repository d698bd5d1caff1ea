import type { Charge, PaymentFailure, PaymentMethod } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { knownCurrency } from './checked-values.ts';
import { PAGE_SIZE } from './lists.ts';
import { claimsIn, idOf } from './metadata.ts';

/** What a PaymentIntent that no charge shows has come to, in the words of a charge's status. */
type Outcome = Pick<Charge, 'status' | 'failure' | 'unappliedMinor' | 'method'>;

const UNKNOWN_METHOD: PaymentMethod = { type: 'unknown', brand: null, last4: null };

/** The method that was asked for; several on offer say nothing. */
function methodOffered({ payment_method_types: types }: Stripe.PaymentIntent): PaymentMethod {
  const [only, ...others] = types;
  return only === undefined || others.length > 0
    ? UNKNOWN_METHOD
    : { ...UNKNOWN_METHOD, type: only };
}

/** `boleto_display_details` is a boleto; a bank transfer is paid from the customer's cash balance. */
function methodAwaited(intent: Stripe.PaymentIntent): PaymentMethod {
  const action = intent.next_action?.type ?? '';
  if (action === 'display_bank_transfer_instructions') {
    return { ...UNKNOWN_METHOD, type: 'customer_balance' };
  }
  const [, voucher] = /^([a-z]+)_display_/.exec(action) ?? [];
  return voucher === undefined ? methodOffered(intent) : { ...UNKNOWN_METHOD, type: voucher };
}

/** What of a bank transfer has arrived while the rest is still to come: it pays nothing yet. */
function unappliedOf({ amount, next_action: action }: Stripe.PaymentIntent): number {
  const remaining = action?.display_bank_transfer_instructions?.amount_remaining ?? amount;
  return Math.max(0, amount - remaining);
}

function failureOf(error: Stripe.PaymentIntent.LastPaymentError): PaymentFailure {
  return {
    code: error.code ?? null,
    reason: error.decline_code ?? null,
    message: error.message ?? null,
  };
}

function methodTried(
  intent: Stripe.PaymentIntent,
  { payment_method: method }: Stripe.PaymentIntent.LastPaymentError,
): PaymentMethod {
  if (method === undefined) return methodOffered(intent);
  const { type, card, us_bank_account: bank } = method;
  return {
    type,
    brand: card?.brand ?? bank?.bank_name ?? null,
    last4: card?.last4 ?? bank?.last4 ?? null,
  };
}

/** Null where a charge shows the attempt, or there was none: an open invoice's own PaymentIntent. */
function outcomeOf(intent: Stripe.PaymentIntent): Outcome | null {
  const { status, last_payment_error: error, latest_charge: charge } = intent;
  if (status === 'requires_action') {
    const unappliedMinor = unappliedOf(intent);
    return { status, failure: null, unappliedMinor, method: methodAwaited(intent) };
  }
  if (status === 'processing' && charge === null) {
    const method = methodOffered(intent);
    return { status: 'pending', failure: null, unappliedMinor: 0, method };
  }
  // Where the bank was never asked, as after a failed authentication, there is an error and no charge.
  const hasFailed = status === 'requires_payment_method' || status === 'canceled';
  if (!hasFailed || error === null || typeof error.charge === 'string') return null;
  const method = methodTried(intent, error);
  return { status: 'failed', failure: failureOf(error), unappliedMinor: 0, method };
}

/** A PaymentIntent as a payment without money; null where it is none, or a charge shows it. */
function mapIntent(intent: Stripe.PaymentIntent): Charge | null {
  const outcome = outcomeOf(intent);
  if (outcome === null) return null;
  return {
    id: intent.id,
    paymentIntentId: intent.id,
    paymentIntentStatus: intent.status,
    customerId: idOf(intent.customer),
    created: intent.created,
    livemode: intent.livemode,
    captured: false,
    amountMinor: intent.amount,
    amountCapturedMinor: 0,
    currency: knownCurrency(intent.id, intent.currency),
    description: intent.description,
    recordClaims: claimsIn(intent.metadata),
    balanceTransaction: null,
    furtherBalanceTransactions: [],
    failureBalanceTransaction: null,
    refunds: [],
    amountRefundedMinor: 0,
    hasMoreRefunds: false,
    isDisputed: false,
    disputes: [],
    customerPaid: null,
    passedOnMinor: null,
    ...outcome,
  };
}

export const attemptsIn = (intents: readonly Stripe.PaymentIntent[]): readonly Charge[] =>
  intents.map(mapIntent).filter((attempt) => attempt !== null);

/**
 * Of the customer's newest hundred. One page is enough: what waits for a customer expires within days,
 * and reading all would double the calls of everyone who pays a lot.
 */
export async function attemptsOfCustomer(
  { paymentIntents }: Stripe,
  customer: string,
): Promise<readonly Charge[]> {
  return attemptsIn((await paymentIntents.list({ customer, limit: PAGE_SIZE })).data);
}

/** Of one PaymentIntent that has no charge. */
export async function attemptsOfIntent(
  { paymentIntents }: Stripe,
  id: string,
): Promise<readonly Charge[]> {
  return attemptsIn([await paymentIntents.retrieve(id)]);
}
