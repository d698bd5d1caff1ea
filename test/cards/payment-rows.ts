import { openDealCard } from './deal-card.tsx';
import { Table, TableRow } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { readReply } from '../builders/replies.ts';
import type { DealCardPage } from './deal-card.tsx';
import { textsIn } from './texts-in.ts';

export async function openTable(view: RecordView, locale?: string): Promise<DealCardPage> {
  const card = openDealCard({ reads: [readReply(view)], ...(locale && { locale }) });
  await card.shows(/./);
  return card;
}

/** Texts of each row of the payments, the header aside. */
export function rowsOf(card: DealCardPage): readonly (readonly string[])[] {
  const [, ...body] = card.findByTestId(Table, 'payments').findAll(TableRow);
  return body.map((row) => textsIn(row));
}
