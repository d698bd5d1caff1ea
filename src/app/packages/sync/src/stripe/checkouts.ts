import type { Checkout } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { writtenForms } from './customers.ts';
import { mapCheckout } from './map-checkout.ts';
import { eachListPage } from './pages.ts';
import type { StripeReader } from './reader.ts';
import { inLane, PAGE_SIZE, startingAfter } from './reader.ts';

type CheckoutFilter = Pick<
  Stripe.Checkout.SessionListParams,
  'customer' | 'customer_details' | 'payment_intent' | 'status'
>;

export async function listCheckouts(
  reader: StripeReader,
  filter: CheckoutFilter,
): Promise<readonly Checkout[]> {
  const checkouts: Checkout[] = [];
  await eachListPage(
    inLane(reader, 'checkouts'),
    (after, timeout) =>
      reader.stripe.checkout.sessions.list(
        { ...filter, limit: PAGE_SIZE, ...startingAfter(after) },
        { timeout },
      ),
    (page) => checkouts.push(...page.map(mapCheckout)),
  );
  return checkouts;
}

/** Completed checkouts of nobody's customer; Stripe compares addresses as they are written. */
export async function checkoutsOfGuest(
  reader: StripeReader,
  address: string,
): Promise<readonly Checkout[]> {
  const found = await Promise.all(
    writtenForms(address).map((email) =>
      listCheckouts(reader, { customer_details: { email }, status: 'complete' }),
    ),
  );
  return found.flat().filter(({ customerId }) => customerId === null);
}

export async function retrieveCheckout(reader: StripeReader, id: string): Promise<Checkout> {
  return mapCheckout(
    await inLane(reader, 'checkouts').call((timeout) =>
      reader.stripe.checkout.sessions.retrieve(id, {}, { timeout }),
    ),
  );
}
