import { Heading, Text } from '@hubspot/ui-extensions';
import type { FreeCheckoutRow, RecordView } from '@stripe-payments/core';
import { freeCheckoutLine } from '../hooks/free-checkout-line.ts';
import { usePresentation } from '../hooks/use-presentation.ts';
import { SmallLines } from './SmallLines.tsx';

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
