import type { Charge, RecordClaim } from '../payment/charge.ts';
import type { Checkout } from '../payment/checkout.ts';
import type { Customer } from '../payment/customer.ts';
import type { Invoice } from '../payment/invoice.ts';
import type { Subscription } from '../payment/subscription.ts';
import { comparableAddress, domainOfAddress } from './address.ts';
import type { Relations } from './relations.ts';

/** An id under which a thing can be claimed, and the records that its metadata names. */
interface Handle {
  readonly id: string;
  readonly claims: readonly RecordClaim[];
}

/**
 * How near a handle is to the thing itself: the payment, the document it paid, the agreement behind
 * that. Of two claims of one kind the nearer one wins, so that a single payment of a subscription can
 * be put on another deal than the subscription.
 */
export const NEARNESS = ['itself', 'document', 'agreement'] as const;

export type Nearness = (typeof NEARNESS)[number];

/** A payment, invoice, subscription or checkout as far as attribution looks at it. */
export interface Claimable {
  readonly id: string;
  readonly handles: Readonly<Record<Nearness, readonly Handle[]>>;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  /** The customer's, or a guest's as typed at the checkout. */
  readonly address: PayerAddress | null;
}

/** An address in the forms in which it is looked at, made once for the many records it is compared with. */
interface PayerAddress {
  readonly written: string;
  readonly comparable: string;
  readonly domain: string | undefined;
}

const handleOf = ({
  id,
  recordClaims,
}: {
  readonly id: string;
  readonly recordClaims: readonly RecordClaim[];
}): Handle => ({ id, claims: recordClaims });

/** The agreement behind a document; known by id and by the document's copy of its metadata at the least. */
function agreementHandles(
  subscriptionId: string | null,
  copiedClaims: readonly RecordClaim[],
  relations: Relations,
): readonly Handle[] {
  if (subscriptionId === null) return [];
  const subscription = relations.subscription(subscriptionId);
  return [
    // What the subscription says now replaces the copy of what it said then.
    { id: subscriptionId, claims: subscription?.recordClaims ?? copiedClaims },
    ...relations.checkoutsOfSubscription(subscriptionId).map(handleOf),
  ];
}

function agreementsOf(invoices: readonly Invoice[], relations: Relations): readonly Handle[] {
  return invoices.flatMap(({ subscriptionId, subscriptionClaims }) =>
    agreementHandles(subscriptionId, subscriptionClaims, relations),
  );
}

/** Who paid. A customer's address is the one it has at Stripe, whatever was typed at a checkout. */
function payerOf(
  customerId: string | null,
  checkouts: readonly Checkout[],
  relations: Relations,
): Pick<Claimable, 'customerId' | 'customer' | 'address'> {
  const customer = relations.customer(customerId) ?? null;
  const guest = checkouts.find(({ email }) => email !== null);
  const written = customerId === null ? (guest?.email ?? null) : (customer?.email ?? null);
  const address =
    written === null
      ? null
      : { written, comparable: comparableAddress(written), domain: domainOfAddress(written) };
  return { customerId, customer, address };
}

export function claimableCharge(charge: Charge, relations: Relations): Claimable {
  const { id, paymentIntentId, customerId } = charge;
  const invoices = relations.invoicesOfCharge(charge);
  const checkouts = [
    ...relations.checkoutsOfCharge(charge),
    ...invoices.flatMap((invoice) => relations.checkoutsOfInvoice(invoice)),
  ];
  const intent = paymentIntentId === null ? [] : [{ id: paymentIntentId, claims: [] }];
  return {
    id,
    handles: {
      itself: [handleOf(charge), ...intent],
      document: [...invoices, ...checkouts].map(handleOf),
      agreement: agreementsOf(invoices, relations),
    },
    ...payerOf(customerId, checkouts, relations),
  };
}

export function claimableInvoice(invoice: Invoice, relations: Relations): Claimable {
  const { id, customerId } = invoice;
  const checkouts = relations.checkoutsOfInvoice(invoice);
  return {
    id,
    handles: {
      itself: [handleOf(invoice)],
      document: checkouts.map(handleOf),
      agreement: agreementsOf([invoice], relations),
    },
    ...payerOf(customerId, checkouts, relations),
  };
}

export function claimableSubscription(subscription: Subscription, relations: Relations): Claimable {
  const { id, customerId } = subscription;
  return {
    id,
    handles: {
      itself: [handleOf(subscription)],
      document: relations.checkoutsOfSubscription(id).map(handleOf),
      agreement: [],
    },
    ...payerOf(customerId, [], relations),
  };
}

export function claimableCheckout(checkout: Checkout, relations: Relations): Claimable {
  const { id, customerId } = checkout;
  return {
    id,
    handles: {
      itself: [handleOf(checkout)],
      document: [],
      agreement: agreementHandles(checkout.subscriptionId, [], relations),
    },
    ...payerOf(customerId, [checkout], relations),
  };
}

/** A customer itself, as if it were one of its payments that nothing else is known of. */
export function claimableCustomer(id: string, relations: Relations): Claimable {
  return {
    id,
    handles: { itself: [], document: [], agreement: [] },
    ...payerOf(id, [], relations),
  };
}
