import type { Evidence, RecordClaims, RecordClaim, StripeObjects } from '@stripe-payments/core';
import { comparableAddress } from '@stripe-payments/core';

/** Evidence, strongest first, by hand: the list of docs/how-payments-match.md. */
export const STRONGEST_FIRST: readonly Evidence[] = [
  'assigned',
  'metadata',
  'linked',
  'customer',
  'email',
  'domain',
];

interface Named {
  readonly id: string;
  readonly claims: readonly RecordClaim[];
}

/** The invoices and checkouts that an object is, or that paid for it. */
function documentsOf(id: string, { charges, invoices, checkouts }: StripeObjects) {
  const charge = charges.find((each) => each.id === id);
  const intents = new Set([id, charge?.paymentIntentId ?? null].filter((each) => each !== null));
  const paid = invoices.filter(
    (invoice) =>
      invoice.id === id ||
      (charge !== undefined &&
        invoice.payments.some(
          ({ chargeId, paymentIntentId }) =>
            intents.has(chargeId ?? '') || intents.has(paymentIntentId ?? ''),
        )),
  );
  const own = checkouts.filter(
    (checkout) =>
      checkout.id === id ||
      (charge !== undefined &&
        checkout.paymentIntentId !== null &&
        checkout.paymentIntentId === charge.paymentIntentId) ||
      paid.some((invoice) => invoice.id === checkout.invoiceId),
  );
  return { charge, paid, own };
}

/** Everything that an object can be claimed under: itself, its documents, its agreements. */
function namesOf(id: string, objects: StripeObjects): readonly Named[] {
  const { subscriptions, checkouts } = objects;
  const names = new Map<string, Named>();
  const reach = (next: string | null, claims: readonly RecordClaim[] = []): void => {
    if (next === null || (names.has(next) && claims.length === 0)) return;
    names.set(next, { id: next, claims });
  };
  const { charge, paid, own } = documentsOf(id, objects);
  reach(id, charge?.recordClaims);
  reach(charge?.paymentIntentId ?? null);
  for (const each of [...paid, ...own]) reach(each.id, each.recordClaims);
  const agreed = new Set([
    id,
    ...paid.map(({ subscriptionId }) => subscriptionId),
    ...checkouts.filter((each) => each.id === id).map(({ subscriptionId }) => subscriptionId),
  ]);
  for (const agreement of agreed) {
    if (agreement === null || !agreement.startsWith('sub_')) continue;
    const subscription = subscriptions.find((each) => each.id === agreement);
    const copies = paid.filter(({ subscriptionId }) => subscriptionId === agreement);
    reach(
      agreement,
      subscription?.recordClaims ?? copies.flatMap((each) => each.subscriptionClaims),
    );
    for (const each of checkouts.filter(({ subscriptionId }) => subscriptionId === agreement)) {
      reach(each.id, each.recordClaims);
    }
  }
  return [...names.values()];
}

function payersAddress(id: string, objects: StripeObjects): readonly string[] {
  const customerId = customerIdOf(id, objects);
  if (customerId !== null) {
    const email = objects.customers.find((each) => each.id === customerId)?.email;
    return email === null || email === undefined ? [] : [email];
  }
  return documentsOf(id, objects).own.flatMap(({ email }) => email ?? []);
}

function customerIdOf(id: string, objects: StripeObjects): string | null {
  const { charges, invoices, subscriptions, checkouts } = objects;
  const all = [...charges, ...invoices, ...subscriptions, ...checkouts];
  return all.find((each) => each.id === id)?.customerId ?? null;
}

const names = (claims: readonly RecordClaim[], { objectType, recordId }: RecordClaims): boolean =>
  claims.some((claim) => claim.objectType === objectType && claim.recordId === recordId);

/** The possible evidence of each kind that an object is a record's; empty where there is none. */
export function viasOf(
  id: string,
  record: RecordClaims,
  evidence: Evidence,
  objects: StripeObjects,
): readonly string[] {
  const customerId = customerIdOf(id, objects);
  const customer = objects.customers.find((each) => each.id === customerId);
  const isGuessed = record.linkedCustomerIds.size === 0;
  const addresses = isGuessed ? payersAddress(id, objects) : [];
  const ids = namesOf(id, objects);
  switch (evidence) {
    case 'assigned':
      return ids.map((each) => each.id).filter((each) => record.assignedIds.has(each));
    case 'metadata':
      return ids.filter(({ claims }) => names(claims, record)).map((each) => each.id);
    case 'linked':
      return customerId !== null && record.linkedCustomerIds.has(customerId) ? [customerId] : [];
    case 'customer':
      return customer !== undefined && names(customer.recordClaims, record) ? [customer.id] : [];
    case 'email':
      return addresses.filter((each) => record.addresses.has(comparableAddress(each)));
    case 'domain':
      return addresses.flatMap((each) => {
        const domain = each.slice(each.indexOf('@') + 1).toLowerCase();
        return record.domains.has(domain) ? [domain] : [];
      });
  }
}
