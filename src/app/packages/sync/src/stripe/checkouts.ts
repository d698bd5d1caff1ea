import type { Checkout } from '@stripe-payments/core';
import { comparableAddress } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { SharedList } from './batches.ts';
import type { SeenCustomers } from './customers.ts';
import { writtenForms } from './customers.ts';
import { allOf, inList, PAGE_SIZE } from './lists.ts';
import type { OtherKeys, StripeApi } from './metadata.ts';
import { claimsIn, idOf } from './metadata.ts';

/** Zero is also what a session has for which no tax was worked out: it states none, unless Stripe has calculated it. */
function taxOf({
  total_details: details,
  automatic_tax: automatic,
}: Pick<Stripe.Checkout.Session, 'total_details'> & {
  /** Absent from a session of an API version that had none. */
  readonly automatic_tax?: Stripe.Checkout.Session['automatic_tax'];
}): number | null {
  const tax = details?.amount_tax ?? 0;
  return tax === 0 && automatic?.status !== 'complete' ? null : tax;
}

/** Expanded in lists and by id: the first ten items come with the session, at no call more. */
const LINE_ITEMS = 'line_items';

/** Stripe describes an item with its product's name where nothing else was said. */
function productsOf({ line_items: items }: Stripe.Checkout.Session): readonly string[] {
  if (items === undefined || items.has_more) return [];
  return items.data.flatMap(({ description }) => description ?? []);
}

export function mapCheckout(session: Stripe.Checkout.Session, otherKeys: OtherKeys): Checkout {
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
    taxMinor: taxOf(session),
    currency: session.currency,
    products: productsOf(session),
    paymentIntentId: idOf(session.payment_intent),
    invoiceId: idOf(session.invoice),
    subscriptionId: idOf(session.subscription),
    recordClaims: claimsIn(session.metadata, otherKeys),
  };
}

type CheckoutFilter = Pick<
  Stripe.Checkout.SessionListParams,
  'customer' | 'customer_details' | 'payment_intent' | 'status'
>;

const sessionsOf = (
  { checkout }: Stripe,
  filter: CheckoutFilter,
): Promise<readonly Stripe.Checkout.Session[]> =>
  allOf(checkout.sessions.list({ ...filter, limit: PAGE_SIZE, expand: inList([LINE_ITEMS]) }));

export async function checkoutsOfPayment(
  stripe: StripeApi,
  paymentIntentId: string,
): Promise<readonly Checkout[]> {
  const sessions = await sessionsOf(stripe, { payment_intent: paymentIntentId });
  return sessions.map((session) => mapCheckout(session, stripe.otherKeys));
}

const isSameAddress = (left: string, right: string): boolean =>
  comparableAddress(left) === comparableAddress(right);

/** Whose completed checkouts: a customer's, or a guest's by the address they typed. */
export type Buyer = { readonly customer: string } | { readonly guest: string };

/** Completed checkouts. Stripe compares addresses as they are written. */
export const sharedCheckouts = (stripe: Stripe, { isInLists }: SeenCustomers) => {
  const complete = { status: 'complete' } as const;
  return {
    name: 'checkouts',
    pageOfAll: (page) =>
      stripe.checkout.sessions.list({ ...page, ...complete, expand: inList([LINE_ITEMS]) }),
    listOf: async (buyer) => {
      if ('customer' in buyer) return sessionsOf(stripe, { ...buyer, ...complete });
      const lists = writtenForms(buyer.guest).map((email) =>
        sessionsOf(stripe, { customer_details: { email }, ...complete }),
      );
      return (await Promise.all(lists)).flat().filter(({ customer }) => customer === null);
    },
    isOf: ({ customer, customer_details: details }, buyer) => {
      if ('customer' in buyer) return idOf(customer) === buyer.customer;
      const email = details?.email ?? null;
      return customer === null && email !== null && isSameAddress(email, buyer.guest);
    },
    isInAll: (buyer) => 'guest' in buyer || isInLists(buyer.customer),
  } satisfies SharedList<Stripe.Checkout.Session, Buyer>;
};

export async function retrieveCheckout(stripe: StripeApi, id: string): Promise<Checkout> {
  const session = await stripe.checkout.sessions.retrieve(id, { expand: [LINE_ITEMS] });
  return mapCheckout(session, stripe.otherKeys);
}
