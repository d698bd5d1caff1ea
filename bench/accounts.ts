import type { World } from '../sandbox/world/world.ts';

const HOUR_MS = 60 * 60 * 1_000;

/** A record to measure. */
export interface Subject {
  readonly name: string;
  readonly objectType: 'deal' | 'contact' | 'company';
  readonly recordId: string;
}

/** A contact, and a customer with the contact's address who has paid once. */
function payingContact({ hubspot, stripe }: World, address: string, nowMs: number): string {
  const customer = stripe.world.createCustomer({ email: address, atMs: nowMs - 9 * HOUR_MS });
  stripe.world.payByCard({
    amount: 10_000,
    currency: 'usd',
    customer: customer.id,
    atMs: nowMs - 8 * HOUR_MS,
  });
  return hubspot.store.createObject('contacts', { email: address }).id;
}

const contacts = (world: World, name: string, count: number, nowMs: number): readonly string[] =>
  Array.from({ length: count }, (_, index) =>
    payingContact(world, `person${String(index)}@${name}.example`, nowMs),
  );

export function contactByAddress(world: World, nowMs: number): Subject {
  const [recordId = ''] = contacts(world, 'one-contact', 1, nowMs);
  return { name: 'a contact by e-mail', objectType: 'contact', recordId };
}

export function dealWithContacts(world: World, count: number, nowMs: number): Subject {
  const { store } = world.hubspot;
  const { id } = store.createObject('deals', { dealname: 'With contacts' });
  for (const contactId of contacts(world, 'deal-contacts', count, nowMs)) {
    store.associate('contacts', contactId, 'deals', id);
  }
  return { name: `a deal with ${String(count)} contacts`, objectType: 'deal', recordId: id };
}

export function companyWithContacts(world: World, count: number, nowMs: number): Subject {
  const { store } = world.hubspot;
  const name = `company-of-${String(count)}`;
  const { id } = store.createObject('companies', { name });
  for (const contactId of contacts(world, name, count, nowMs)) {
    store.associate('companies', id, 'contacts', contactId);
  }
  return { name: `a company with ${String(count)} contacts`, objectType: 'company', recordId: id };
}
