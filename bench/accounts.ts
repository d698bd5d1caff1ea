import type { World } from '../sandbox/world/world.ts';

const HOUR_MS = 60 * 60 * 1_000;

/** A record to measure. */
export interface Subject {
  readonly name: string;
  readonly objectType: 'deal' | 'contact' | 'company';
  readonly recordId: string;
}

interface PayingContact {
  readonly contactId: string;
  readonly customerId: string;
}

/** A contact, and a customer with the contact's address who has paid once. */
function payingContact({ hubspot, stripe }: World, address: string, nowMs: number): PayingContact {
  const customer = stripe.world.createCustomer({ email: address, atMs: nowMs - 9 * HOUR_MS });
  stripe.world.payByCard({
    amount: 10_000,
    currency: 'usd',
    customer: customer.id,
    atMs: nowMs - 8 * HOUR_MS,
  });
  const { id } = hubspot.store.createObject('contacts', { email: address });
  return { contactId: id, customerId: customer.id };
}

const contacts = (
  world: World,
  name: string,
  count: number,
  nowMs: number,
): readonly PayingContact[] =>
  Array.from({ length: count }, (_, index) =>
    payingContact(world, `person${String(index)}@${name}.example`, nowMs),
  );

export function linkedDeal(world: World, nowMs: number, domain = 'linked-deal'): Subject {
  const { customerId } = payingContact(world, `person@${domain}.example`, nowMs);
  const { id } = world.hubspot.store.createObject('deals', { stripe_customer_id: customerId });
  return { name: 'a deal with a linked customer', objectType: 'deal', recordId: id };
}

export function contactByAddress(world: World, nowMs: number): Subject {
  const { contactId } = payingContact(world, 'person@one-contact.example', nowMs);
  return { name: 'a contact by e-mail', objectType: 'contact', recordId: contactId };
}

export function dealWithContacts(
  world: World,
  count: number,
  nowMs: number,
): Subject & { readonly customerIds: readonly string[] } {
  const { store } = world.hubspot;
  const { id } = store.createObject('deals', { dealname: 'With contacts' });
  const paying = contacts(world, `deal-${id}`, count, nowMs);
  for (const { contactId } of paying) store.associate('contacts', contactId, 'deals', id);
  const customerIds = paying.map(({ customerId }) => customerId);
  const name = `a deal with ${String(count)} contacts`;
  return { name, objectType: 'deal', recordId: id, customerIds };
}

export function companyWithContacts(world: World, count: number, nowMs: number): Subject {
  const { store } = world.hubspot;
  const name = `company-of-${String(count)}`;
  const { id } = store.createObject('companies', { name });
  for (const { contactId } of contacts(world, name, count, nowMs)) {
    store.associate('companies', id, 'contacts', contactId);
  }
  return { name: `a company with ${String(count)} contacts`, objectType: 'company', recordId: id };
}

/** Deals that each link a customer who has paid once; their ids, and the charges. */
export function linkedDeals({ stripe, hubspot }: World, count: number) {
  return Array.from({ length: count }, () => {
    const { id: customer } = stripe.world.createCustomer({ name: 'Of the bench' });
    const { charge } = stripe.world.payByCard({ amount: 10_000, currency: 'usd', customer });
    const { id } = hubspot.store.createObject('deals', { stripe_customer_id: customer });
    return { id, charge: charge.id };
  });
}
