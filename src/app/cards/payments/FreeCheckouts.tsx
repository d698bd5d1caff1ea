import { Heading, Text } from '@hubspot/ui-extensions';
import type { FreeCheckoutRow, Presentation, RecordView } from '@stripe-payments/core';
import { dayText, formatMoney, isolated, isVisible, reasonText } from '@stripe-payments/core';
import { SmallLines, usePresentation } from '@stripe-payments/ui';

function Checkout({ row }: { readonly row: FreeCheckoutRow }) {
  const { text, details } = freeCheckoutLine(row, usePresentation());
  return (
    <>
      <Text>{text}</Text>
      <SmallLines lines={details} />
    </>
  );
}

/** Checkouts that cost nothing leave no payment, and happened all the same. */
export function Checkouts({ view }: { readonly view: RecordView }) {
  const { billing } = usePresentation().texts.card;
  if (view.freeCheckouts.length === 0) return null;
  return (
    <>
      <Heading>{billing.freeCheckoutsTitle(view.freeCheckouts.length)}</Heading>
      {view.freeCheckouts.map((row) => (
        <Checkout key={row.id} row={row} />
      ))}
    </>
  );
}

/** A checkout of nothing, as the card prints it. */
interface FreeCheckoutLine {
  readonly text: string;
  /** Who completed it, and why it is here. */
  readonly details: readonly string[];
}

function freeCheckoutLine(
  { created, amount, name, email, reason }: FreeCheckoutRow,
  presentation: Presentation,
): FreeCheckoutLine {
  const { texts, locale } = presentation;
  const { billing, common } = texts.card;
  const known = [name, email].flatMap((text) =>
    text !== null && isVisible(text) ? [isolated(text)] : [],
  );
  return {
    text: billing.freeCheckout(dayText(created, presentation), formatMoney(amount, locale)),
    details: [
      billing.customer(known.length === 0 ? common.guest : known.join(', ')),
      reasonText(reason, presentation),
    ],
  };
}
