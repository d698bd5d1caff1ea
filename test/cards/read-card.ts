import { openCard } from './card-page.tsx';
import { Table, TableRow } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { readReply } from '../builders/replies.ts';
import type { CardName, CardPage } from './card-page.tsx';
import { textsIn } from './texts-in.ts';

/** A card that has read this view. */
export async function openRead(view: RecordView, name: CardName = 'contact'): Promise<CardPage> {
  const card = openCard(name, { reads: [readReply(view)] });
  await card.shows('Live from Stripe');
  return card;
}

/** Texts of each row of a table, the header aside. */
export const rowsIn = (card: CardPage, testId: string): readonly (readonly string[])[] =>
  card
    .findByTestId(Table, testId)
    .findAll(TableRow)
    .slice(1)
    .map((row) => textsIn(row));

/** The reason of everything of the linked customer of the builders. */
export const LINKED = 'Linked customer';
