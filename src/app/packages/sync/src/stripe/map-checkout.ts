import type { Checkout } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { claimsIn, idOf } from './metadata.ts';

export function mapCheckout(session: Stripe.Checkout.Session): Checkout {
  return {
    id: session.id,
    customerId: idOf(session.customer),
    email: session.customer_details?.email ?? session.customer_email,
    name: session.customer_details?.name ?? null,
    created: session.created,
    livemode: session.livemode,
    status: session.status,
    paymentStatus: session.payment_status,
    amountMinor: session.amount_total,
    currency: session.currency,
    paymentIntentId: idOf(session.payment_intent),
    invoiceId: idOf(session.invoice),
    subscriptionId: idOf(session.subscription),
    recordClaims: claimsIn(session.metadata),
  };
}
