import type { FreeCheckoutRow, Presentation } from '@stripe-payments/core';
import { dayText, formatMoney, reasonText } from '@stripe-payments/core';

/** A checkout of nothing, as the card prints it. */
interface FreeCheckoutLine {
  readonly text: string;
  /** Who completed it, and why it is here. */
  readonly details: readonly string[];
}

export function freeCheckoutLine(
  { created, amount, name, email, reason }: FreeCheckoutRow,
  presentation: Presentation,
): FreeCheckoutLine {
  const { texts, locale } = presentation;
  const { billing, links } = texts.card;
  const known = [name, email].filter((text) => text !== null).join(', ');
  return {
    text: billing.freeCheckout(dayText(created, presentation), formatMoney(amount, locale)),
    details: [billing.customer(known === '' ? links.guest : known), reasonText(reason, texts)],
  };
}
