import type { CustomerRef, Texts } from '@stripe-payments/core';
import { isolated, isVisible } from '@stripe-payments/core';

const isWritten = (text: string | null): text is string => text !== null && isVisible(text);

/** `Ada Lovelace, ada@northwind.example`: what is known of a payer, the id where it is nothing. */
export function customerName({ id, name, email }: CustomerRef, { card }: Texts): string {
  const known = [name, email].filter(isWritten);
  return known.length === 0 ? `${card.links.unnamed} (${id})` : known.map(isolated).join(', ');
}

/** A guest is no customer. */
export function payerName(customer: CustomerRef | null, texts: Texts): string {
  return customer === null ? texts.card.links.guest : customerName(customer, texts);
}
