import { openDealCard } from './card-page.tsx';
import { Table, TableRow } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { readReply } from '../builders/replies.ts';
import type { CardPage } from './card-page.tsx';
import { textsIn } from './texts-in.ts';

export async function openTable(view: RecordView, locale?: string): Promise<CardPage> {
  const card = openDealCard({ reads: [readReply(view)], ...(locale && { locale }) });
  await card.shows(/./);
  return card;
}

function bodyOf(card: CardPage): readonly (readonly string[])[] {
  const [, ...body] = card.findByTestId(Table, 'payments').findAll(TableRow);
  return body.map((row) => textsIn(row));
}

/** Texts of the row of each payment, the header aside. */
export const rowsOf = (card: CardPage): readonly (readonly string[])[] =>
  bodyOf(card).filter((_, index) => index % 2 === 0);

/** Texts below each payment, in the full width of the table. */
export const detailsOf = (card: CardPage): readonly (readonly string[])[] =>
  bodyOf(card).filter((_, index) => index % 2 === 1);
