import type { FunctionsWorld } from './harness.ts';
import { NOW_MS } from './harness.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** A deal linked to a new customer. */
export function linkedDeal(world: FunctionsWorld) {
  const { stripe, hubspot } = world.world;
  const atMs = NOW_MS - 20 * DAY_MS;
  const customer = stripe.world.createCustomer({ email: 'billed@example.com', atMs }).id;
  const dealId = hubspot.store.createObject('deals', {
    dealname: 'Billed',
    stripe_customer_id: customer,
  }).id;
  return { stripe: stripe.world, customer, dealId };
}
