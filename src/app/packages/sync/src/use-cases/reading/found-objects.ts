import type { StripeObjects } from '@stripe-payments/core';
import { distinctById, NO_STRIPE_OBJECTS } from '@stripe-payments/core';

/** Both together; of what is in both, the second says how it is. */
export function mergeObjects(
  first: Partial<StripeObjects>,
  second: Partial<StripeObjects>,
): StripeObjects {
  return {
    customers: distinctById([...(first.customers ?? []), ...(second.customers ?? [])]),
    charges: distinctById([...(first.charges ?? []), ...(second.charges ?? [])]),
    invoices: distinctById([...(first.invoices ?? []), ...(second.invoices ?? [])]),
    subscriptions: distinctById([...(first.subscriptions ?? []), ...(second.subscriptions ?? [])]),
    checkouts: distinctById([...(first.checkouts ?? []), ...(second.checkouts ?? [])]),
  };
}

/** All of many finds. */
export function mergeAllObjects(finds: readonly Partial<StripeObjects>[]): StripeObjects {
  const every = <K extends keyof StripeObjects>(kind: K): StripeObjects[K][number][] =>
    finds.flatMap((find) => [...(find[kind] ?? [])]);
  return mergeObjects(NO_STRIPE_OBJECTS, {
    customers: every('customers'),
    charges: every('charges'),
    invoices: every('invoices'),
    subscriptions: every('subscriptions'),
    checkouts: every('checkouts'),
  });
}

/** True where there is nothing that anybody could pay or have paid. */
export function holdsNothing(objects: StripeObjects): boolean {
  const { charges, invoices, subscriptions, checkouts } = objects;
  return [charges, invoices, subscriptions, checkouts].every(({ length }) => length === 0);
}
