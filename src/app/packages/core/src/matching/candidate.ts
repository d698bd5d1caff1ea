import type { Charge, RecordClaim } from '../payment/charge.ts';
import type { Checkout } from '../payment/checkout.ts';
import type { Customer } from '../payment/customer.ts';
import type { Invoice } from '../payment/invoice.ts';
import type { Subscription } from '../payment/subscription.ts';
import { comparableAddress, domainOfAddress } from './address.ts';
import type { Relations } from './relations.ts';

/** An id under which a object can be claimed, and the records that its metadata names. */
interface Reference {
  readonly id: string;
  readonly claims: readonly RecordClaim[];
}

/**
 * How near a reference is to the object itself: the payment, the document it paid, the agreement behind
 * that. Of two claims of one kind the nearer one wins, so that a single payment of a subscription can
 * be put on another deal than the subscription.
 */
export const DISTANCES = ['itself', 'document', 'agreement'] as const;

export type Distance = (typeof DISTANCES)[number];

/** A payment, invoice, subscription or checkout with the facts that matching needs. */
export interface Candidate {
  readonly id: string;
  readonly references: Readonly<Record<Distance, readonly Reference[]>>;
  readonly customerId: string | null;
  readonly customer: Customer | null;
  /** The customer's, or a guest's as typed at the checkout. */
  readonly address: PayerAddress | null;
}

/** An email in its comparable forms, made once for the many records it is compared with. */
interface PayerAddress {
  readonly written: string;
  readonly comparable: string;
  readonly domain: string | undefined;
}

const referenceTo = ({
  id,
  recordClaims,
}: {
  readonly id: string;
  readonly recordClaims: readonly RecordClaim[];
}): Reference => ({ id, claims: recordClaims });

/** The agreement behind a document; known by id and by the document's copy of its metadata at the least. */
function agreementReferences(
  subscriptionId: string | null,
  copiedClaims: readonly RecordClaim[],
  relations: Relations,
): readonly Reference[] {
  if (subscriptionId === null) return [];
  const subscription = relations.subscription(subscriptionId);
  return [
    // What the subscription says now replaces the copy of what it said then.
    { id: subscriptionId, claims: subscription?.recordClaims ?? copiedClaims },
    ...relations.checkoutsOfSubscription(subscriptionId).map(referenceTo),
  ];
}

function agreementsOf(invoices: readonly Invoice[], relations: Relations): readonly Reference[] {
  return invoices.flatMap(({ subscriptionId, subscriptionClaims }) =>
    agreementReferences(subscriptionId, subscriptionClaims, relations),
  );
}

/** Who paid. A customer's email is the one at Stripe, not the one typed at a checkout. */
function payerOf(
  customerId: string | null,
  checkouts: readonly Checkout[],
  relations: Relations,
): Pick<Candidate, 'customerId' | 'customer' | 'address'> {
  const customer = relations.customer(customerId) ?? null;
  const guest = checkouts.find(({ email }) => email !== null);
  const written = customerId === null ? (guest?.email ?? null) : (customer?.email ?? null);
  const address =
    written === null
      ? null
      : { written, comparable: comparableAddress(written), domain: domainOfAddress(written) };
  return { customerId, customer, address };
}

export function chargeCandidate(charge: Charge, relations: Relations): Candidate {
  const { id, paymentIntentId, customerId } = charge;
  const invoices = relations.invoicesOfCharge(charge);
  const checkouts = [
    ...relations.checkoutsOfCharge(charge),
    ...invoices.flatMap((invoice) => relations.checkoutsOfInvoice(invoice)),
  ];
  const intent = paymentIntentId === null ? [] : [{ id: paymentIntentId, claims: [] }];
  return {
    id,
    references: {
      itself: [referenceTo(charge), ...intent],
      document: [...invoices, ...checkouts].map(referenceTo),
      agreement: agreementsOf(invoices, relations),
    },
    ...payerOf(customerId, checkouts, relations),
  };
}

export function invoiceCandidate(invoice: Invoice, relations: Relations): Candidate {
  const { id, customerId } = invoice;
  const checkouts = relations.checkoutsOfInvoice(invoice);
  return {
    id,
    references: {
      itself: [referenceTo(invoice)],
      document: checkouts.map(referenceTo),
      agreement: agreementsOf([invoice], relations),
    },
    ...payerOf(customerId, checkouts, relations),
  };
}

export function subscriptionCandidate(subscription: Subscription, relations: Relations): Candidate {
  const { id, customerId } = subscription;
  return {
    id,
    references: {
      itself: [referenceTo(subscription)],
      document: relations.checkoutsOfSubscription(id).map(referenceTo),
      agreement: [],
    },
    ...payerOf(customerId, [], relations),
  };
}

export function checkoutCandidate(checkout: Checkout, relations: Relations): Candidate {
  const { id, customerId } = checkout;
  return {
    id,
    references: {
      itself: [referenceTo(checkout)],
      document: [],
      agreement: agreementReferences(checkout.subscriptionId, [], relations),
    },
    ...payerOf(customerId, [checkout], relations),
  };
}

/** A customer itself, as if it were one of its payments that nothing else is known of. */
export function customerCandidate(id: string, relations: Relations): Candidate {
  return {
    id,
    references: { itself: [], document: [], agreement: [] },
    ...payerOf(id, [], relations),
  };
}
