import type { Charge, Checkout, Invoice, ObjectType, StripeObjects } from '@stripe-payments/core';
import { OBJECT_TYPES } from '@stripe-payments/core';
import type { Source } from './payers.ts';

/** One question to Stripe. */
export type Step =
  | {
      readonly kind: 'customer' | 'attempts' | 'invoices' | 'subscriptions' | 'checkouts';
      readonly customerId: string;
    }
  /** All of them, or those after one that was read before. */
  | { readonly kind: 'charges'; readonly customerId: string; readonly after?: string }
  /** Anything that can be assigned, by its id. */
  | { readonly kind: 'object'; readonly id: string }
  /** Anything that an event of the last minutes names. It may be gone since. */
  | { readonly kind: 'recent'; readonly id: string }
  | { readonly kind: 'checkouts-of-payment'; readonly id: string }
  | {
      readonly kind: 'addresses';
      readonly addresses: readonly string[];
      readonly isListed: boolean;
    }
  | { readonly kind: 'guest'; readonly address: string }
  | { readonly kind: 'domain'; readonly domain: string }
  | {
      readonly kind: 'metadata';
      readonly objectType: ObjectType;
      readonly recordIds: readonly string[];
    };

/** Who a customer is and what ties their payments together. */
export function documentSteps(customerId: string): readonly Step[] {
  const kinds = ['customer', 'invoices', 'subscriptions', 'checkouts'] as const;
  return kinds.map((kind) => ({ kind, customerId }));
}

/** Everything that Stripe has of a customer. */
export const customerSteps = (customerId: string): readonly Step[] => [
  { kind: 'charges', customerId },
  { kind: 'attempts', customerId },
  ...documentSteps(customerId),
];

export const objectSteps = (ids: Iterable<string>): readonly Step[] =>
  [...ids].map((id) => ({ kind: 'object', id }));

export const metadataStep = (objectType: ObjectType, recordIds: readonly string[]): Step[] =>
  recordIds.length === 0 ? [] : [{ kind: 'metadata', objectType, recordIds }];

const idsOf = (ids: readonly (string | null)[]): readonly string[] =>
  ids.filter((id) => id !== null);

/** What a payment paid, and who paid it. */
function afterCharge({ customerId, paymentIntentId }: Charge): readonly Step[] {
  if (customerId !== null) return documentSteps(customerId);
  return idsOf([paymentIntentId]).map((id) => ({ kind: 'checkouts-of-payment', id }));
}

function afterInvoice({ customerId, payments }: Invoice): readonly Step[] {
  const paidBy = payments.flatMap(({ paymentIntentId, chargeId }) =>
    idsOf([paymentIntentId ?? chargeId]),
  );
  return [...objectSteps(paidBy), ...idsOf([customerId]).flatMap(documentSteps)];
}

function afterCheckout(checkout: Checkout): readonly Step[] {
  const { customerId, paymentIntentId, invoiceId, subscriptionId } = checkout;
  return [
    ...objectSteps(idsOf([paymentIntentId, invoiceId, subscriptionId])),
    ...idsOf([customerId]).flatMap(documentSteps),
  ];
}

/**
 * What else must be read to know what was found: the payments of billing documents, the billing documents
 * and the customer of payments. A list of one customer is complete in itself.
 */
export function followUps(step: Step, found: Partial<StripeObjects>): readonly Step[] {
  switch (step.kind) {
    case 'customer':
    case 'charges':
    case 'attempts':
    case 'invoices':
    case 'subscriptions':
    case 'checkouts':
    case 'checkouts-of-payment':
      return [];
    case 'object':
    case 'recent':
    case 'addresses':
    case 'guest':
    case 'domain':
    case 'metadata':
      return [
        ...(found.customers ?? []).flatMap(({ id }) => customerSteps(id)),
        ...(found.subscriptions ?? []).flatMap(({ customerId }) => customerSteps(customerId)),
        ...(found.charges ?? []).flatMap(afterCharge),
        ...(found.invoices ?? []).flatMap(afterInvoice),
        ...(found.checkouts ?? []).flatMap(afterCheckout),
      ];
  }
}

/** So many addresses are also asked for one by one, since a search is a minute behind. */
const MAX_LISTED = 3;

/** Asks for customers and guests by addresses. */
export function addressSteps(addresses: readonly string[]): readonly Step[] {
  if (addresses.length === 0) return [];
  const isListed = addresses.length <= MAX_LISTED;
  return [
    { kind: 'addresses', addresses, isListed },
    ...addresses.map((address): Step => ({ kind: 'guest', address })),
  ];
}

/** Emails of payers without a linked customer: a link says who pays, so no email is searched. */
const unlinkedAddresses = (payers: readonly Source[]): readonly string[] => [
  ...new Set(
    payers
      .filter(({ linkedCustomerIds }) => linkedCustomerIds.size === 0)
      .flatMap((payer) => payer.writtenAddresses),
  ),
];

/** Steps that find what contacts and companies have paid, or what is tied to deals. */
export function payerSteps(payers: readonly Source[]): readonly Step[] {
  const idsOf = (type: ObjectType): readonly string[] =>
    payers
      .filter(({ objectType }) => objectType === type)
      .flatMap(({ recordId, mergedIds }) => [recordId, ...mergedIds]);
  return [
    ...payers.flatMap(({ linkedCustomerIds }) => [...linkedCustomerIds].flatMap(customerSteps)),
    ...payers.flatMap(({ assignedIds }) => objectSteps(assignedIds)),
    ...OBJECT_TYPES.flatMap((type) => metadataStep(type, idsOf(type))),
    ...addressSteps(unlinkedAddresses(payers)),
    ...payers.flatMap(({ domains }) =>
      [...domains].map((domain): Step => ({ kind: 'domain', domain })),
    ),
  ];
}
