import type { Charge } from './charge.ts';
import type { Checkout } from './checkout.ts';
import type { Customer } from './customer.ts';
import type { Invoice } from './invoice.ts';
import type { Subscription } from './subscription.ts';

/** What was read from Stripe for a record. Of objects that came twice the last reading counts. */
export interface StripeObjects {
  readonly customers: readonly Customer[];
  readonly charges: readonly Charge[];
  readonly invoices: readonly Invoice[];
  readonly subscriptions: readonly Subscription[];
  readonly checkouts: readonly Checkout[];
}

export const NO_STRIPE_OBJECTS: StripeObjects = {
  customers: [],
  charges: [],
  invoices: [],
  subscriptions: [],
  checkouts: [],
};

/** Each object once, by its id. */
export function distinctById<T extends { readonly id: string }>(items: Iterable<T>): readonly T[] {
  return [...new Map([...items].map((item) => [item.id, item])).values()];
}
