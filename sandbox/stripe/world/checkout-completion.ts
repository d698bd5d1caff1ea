import type { CheckoutPayer, CheckoutSessionRow } from '../entities/billing.ts';
import { amountTotal } from '../formatters/amounts.ts';
import { startBankDebit } from './bank-debits.ts';
import type { Billed } from './billing-requests.ts';
import type { CompletedCheckout, NewCheckout } from './checkout-requests.ts';
import { recordCheckout } from './events.ts';
import { payByCard } from './card-payments.ts';
import { startCheckout } from './checkout.ts';
import {
  theCheckoutSession,
  thePrice,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { createCustomer } from './customers.ts';
import { redeem } from './discounts.ts';
import type { Payment } from './payment-request.ts';
import { createSubscription } from './subscriptions.ts';

const UNKNOWN_PAYER: CheckoutPayer = { email: null, name: null, country: null };

function payerOf(session: CheckoutSessionRow, { guest }: NewCheckout): CheckoutPayer {
  if (guest === undefined) return session.payer ?? UNKNOWN_PAYER;
  return { email: guest.email, name: guest.name ?? null, country: guest.country ?? null };
}

/** A subscription needs a customer; a payment creates one only on request. */
function customerOf(
  context: WorldContext,
  session: CheckoutSessionRow,
  plan: NewCheckout,
  atMs: number,
): string | null {
  if (session.customer !== null) return session.customer;
  if (plan.guest === undefined && session.mode !== 'setup') {
    throw new WorldRefusal('A checkout needs a customer or a guest.');
  }
  if (plan.guest === undefined) return null;
  const isNeeded = session.mode === 'subscription' || plan.createsCustomer === true;
  return isNeeded ? createCustomer(context, { ...plan.guest, atMs }).id : null;
}

interface Buyer {
  readonly customer: string | null;
  readonly payer: CheckoutPayer;
}

const optional = <K extends string, V>(key: K, value: V | null | undefined): { [P in K]?: V } => {
  if (value === null || value === undefined) return {};
  const given: { [P in K]?: V } = {};
  given[key] = value;
  return given;
};

function pay(
  context: WorldContext,
  session: CheckoutSessionRow,
  plan: NewCheckout,
  buyer: Buyer,
  atMs: number,
): Payment | null {
  const amount = amountTotal(session);
  if (session.mode !== 'payment' || amount === 0 || session.currency === null) return null;
  const request = {
    amount,
    currency: session.currency,
    metadata: plan.paymentIntentMetadata ?? {},
    ...optional('customer', buyer.customer),
    ...optional('billingEmail', buyer.payer.email),
    ...optional('billingName', buyer.payer.name),
    ...optional('card', plan.card),
    ...optional('description', plan.paymentIntentDescription),
    ...optional('statementDescriptorSuffix', plan.statementDescriptorSuffix),
    ...optional('paymentIntent', session.paymentIntent),
    atMs,
  };
  return plan.payWith === 'us_bank_account'
    ? startBankDebit(context, request)
    : payByCard(context, request);
}

function subscribe(
  context: WorldContext,
  session: CheckoutSessionRow,
  plan: NewCheckout,
  buyer: Buyer,
  atMs: number,
): Billed | null {
  if (session.mode !== 'subscription' || buyer.customer === null) return null;
  const isOften = ({ price }: { readonly price: string }): boolean =>
    thePrice(context.store, price).recurring !== null;
  const often = session.items.filter(isOften);
  const once = session.items.filter((item) => !isOften(item));
  return createSubscription(context, {
    customer: buyer.customer,
    items: often.map(({ price, quantity }) => ({ price, quantity, isInline: true })),
    addedItems: once.map(({ price, quantity }) => ({ price, quantity })),
    discounts: session.coupon === null ? [] : [session.coupon],
    taxRates: session.taxRates,
    metadata: plan.subscriptionMetadata ?? {},
    ...optional('trialEndMs', plan.trialEndMs),
    ...optional('card', plan.card),
    atMs,
  });
}

function paymentStatusOf(
  session: CheckoutSessionRow,
  payment: Payment | null,
): CheckoutSessionRow['paymentStatus'] {
  if (session.paymentStatus === 'no_payment_required') return 'no_payment_required';
  return payment?.charge.status === 'pending' ? 'unpaid' : 'paid';
}

function complete(
  context: WorldContext,
  session: CheckoutSessionRow,
  plan: NewCheckout,
  atMs: number,
): CompletedCheckout {
  const customer = customerOf(context, session, plan, atMs);
  const buyer = { customer, payer: payerOf(session, plan) };
  if (session.mode === 'payment' && session.coupon !== null && session.currency !== null) {
    const target = { customer, checkoutSession: session.id };
    redeem(context, session.coupon, session.currency, target, atMs);
  }
  const billed = subscribe(context, session, plan, buyer, atMs);
  const payment = billed === null ? pay(context, session, plan, buyer, atMs) : billed.payment;
  const row = context.store.checkoutSessions.update(
    session.id,
    {
      ...buyer,
      status: 'complete',
      paymentStatus: paymentStatusOf(session, payment),
      paymentIntent: billed === null ? (payment?.paymentIntent.id ?? null) : null,
      subscription: billed?.subscription.id ?? null,
      invoice: billed?.invoice.id ?? null,
    },
    atMs,
  );
  context.checkoutPlans.delete(session.id);
  recordCheckout(context, 'checkout.session.completed', row, atMs);
  return { session: row, payment, subscription: billed?.subscription ?? null };
}

/** The payer finishes an open session, or a new one that is begun and finished at once. */
export function completeCheckout(
  context: WorldContext,
  checkout: NewCheckout | string,
  atMsAsked?: number,
): CompletedCheckout {
  if (typeof checkout !== 'string') {
    const session = startCheckout(context, checkout);
    return complete(context, session, checkout, timeOf(context, checkout.atMs));
  }
  const session = theCheckoutSession(context.store, checkout);
  const plan = context.checkoutPlans.get(checkout);
  if (session.status !== 'open' || plan === undefined) {
    throw new WorldRefusal(`The checkout session ${checkout} is ${session.status}.`);
  }
  return complete(context, session, plan, timeOf(context, atMsAsked));
}
