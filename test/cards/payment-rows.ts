import { openDealCard } from './card-page.tsx';
import { Table, TableBody, TableRow } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { readReply } from '../builders/replies.ts';
import type { CardPage } from './card-page.tsx';
import { textsIn } from './texts-in.ts';

export async function openTable(view: RecordView, locale?: string): Promise<CardPage> {
  const card = openDealCard({ reads: [readReply(view)], ...(locale && { locale }) });
  await card.shows(/./);
  return card;
}

/** Texts of the row of each payment, the header and the totals aside. */
export const rowsOf = (card: CardPage): readonly (readonly string[])[] =>
  card
    .findByTestId(Table, 'payments')
    .find(TableBody)
    .findAll(TableRow)
    .map((row) => textsIn(row));
