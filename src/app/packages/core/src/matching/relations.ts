import type { Charge } from '../payment/charge.ts';
import type { Checkout } from '../payment/checkout.ts';
import type { Customer } from '../payment/customer.ts';
import type { Invoice } from '../payment/invoice.ts';
import type { StripeObjects } from '../payment/stripe-objects.ts';
import { distinctById } from '../payment/stripe-objects.ts';
import type { Subscription } from '../payment/subscription.ts';

/** How payments, invoices, subscriptions and checkouts hang together. */
export interface Relations {
  customer(id: string | null): Customer | undefined;
  subscription(id: string | null): Subscription | undefined;
  /** Invoices that the payment paid, or tried to. */
  invoicesOfCharge(charge: Charge): readonly Invoice[];
  /** The other way round. */
  chargesOfInvoice(invoice: Invoice): readonly Charge[];
  checkoutsOfCharge(charge: Charge): readonly Checkout[];
  checkoutsOfInvoice(invoice: Invoice): readonly Checkout[];
  checkoutsOfSubscription(subscriptionId: string): readonly Checkout[];
}

/** By id, so that what is found first does not depend on the order in which objects were read. */
function inOrder<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...distinctById(items)].sort((left, right) => (left.id < right.id ? -1 : 1));
}

function groupedBy<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly (string | null)[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      if (key === null) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

export function relationsOf(objects: StripeObjects): Relations {
  const customers = byId(objects.customers);
  const subscriptions = byId(objects.subscriptions);
  const invoices = groupedBy(inOrder(objects.invoices), ({ payments }) =>
    payments.flatMap(({ paymentIntentId, chargeId }) => [paymentIntentId, chargeId]),
  );
  const charges = groupedBy(inOrder(objects.charges), ({ id, paymentIntentId }) => [
    id,
    paymentIntentId,
  ]);
  const checkouts = groupedBy(
    inOrder(objects.checkouts),
    ({ paymentIntentId, invoiceId, subscriptionId }) => [
      paymentIntentId,
      invoiceId,
      subscriptionId,
    ],
  );
  const found = <T>(groups: ReadonlyMap<string, readonly T[]>, ids: readonly (string | null)[]) => [
    ...new Set(ids.flatMap((id) => (id === null ? [] : (groups.get(id) ?? [])))),
  ];
  return {
    customer: (id) => (id === null ? undefined : customers.get(id)),
    subscription: (id) => (id === null ? undefined : subscriptions.get(id)),
    invoicesOfCharge: ({ id, paymentIntentId }) => found(invoices, [id, paymentIntentId]),
    chargesOfInvoice: ({ payments }) =>
      found(
        charges,
        payments.flatMap(({ paymentIntentId, chargeId }) => [paymentIntentId, chargeId]),
      ),
    checkoutsOfCharge: ({ paymentIntentId }) => found(checkouts, [paymentIntentId]),
    checkoutsOfInvoice: ({ id }) => found(checkouts, [id]),
    checkoutsOfSubscription: (id) => found(checkouts, [id]),
  };
}
