import type { FreeCheckoutRow, Presentation } from '@stripe-payments/core';
import { dayText, formatMoney, isolated, isVisible, reasonText } from '@stripe-payments/core';

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
  const known = [name, email].flatMap((text) =>
    text !== null && isVisible(text) ? [isolated(text)] : [],
  );
  return {
    text: billing.freeCheckout(dayText(created, presentation), formatMoney(amount, locale)),
    details: [
      billing.customer(known.length === 0 ? links.guest : known.join(', ')),
      reasonText(reason, texts),
    ],
  };
}
