import type { Checkout } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { writtenForms } from './customers.ts';
import { allOf, PAGE_SIZE } from './lists.ts';
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

type CheckoutFilter = Pick<
  Stripe.Checkout.SessionListParams,
  'customer' | 'customer_details' | 'payment_intent' | 'status'
>;

export async function listCheckouts(
  { checkout }: Stripe,
  filter: CheckoutFilter,
): Promise<readonly Checkout[]> {
  const sessions = await allOf(checkout.sessions.list({ ...filter, limit: PAGE_SIZE }));
  return sessions.map(mapCheckout);
}

/** Completed checkouts of guests; Stripe compares addresses as they are written. */
export async function checkoutsOfGuest(
  stripe: Stripe,
  address: string,
): Promise<readonly Checkout[]> {
  const found = await Promise.all(
    writtenForms(address).map((email) =>
      listCheckouts(stripe, { customer_details: { email }, status: 'complete' }),
    ),
  );
  return found.flat().filter(({ customerId }) => customerId === null);
}

export async function retrieveCheckout({ checkout }: Stripe, id: string): Promise<Checkout> {
  return mapCheckout(await checkout.sessions.retrieve(id));
}
