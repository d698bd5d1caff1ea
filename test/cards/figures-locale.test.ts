import { openDealCard } from './card-page.tsx';
import { StatisticsItem, TableCell, Text } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { charge } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import { readReply } from '../builders/replies.ts';
import type { CardPage } from './card-page.tsx';
import { statisticsOf } from './statistics-of.ts';

async function openLive(view: RecordView, locale: string): Promise<CardPage> {
  const card = openDealCard({ reads: [readReply(view)], locale });
  await card.shows(/./);
  return card;
}

const both = charge({
  disputes: [dispute({ amountMinor: 500, balanceTransactions: [] })],
  refunds: [refund()],
});

test.each([
  ['it-it', '1.234.567,89 USD'],
  ['ja-jp', '$1,234,567.89'],
  ['ar-eg', '\u2068\u200f١٬٢٣٤٬٥٦٧٫٨٩ US$\u2069'],
  ['not a locale', '$1,234,567.89'],
])('writes amounts as %s does', async (locale, text) => {
  const view = recordView([charge({ amountMinor: 123_456_789 })]);
  expect(statisticsOf(await openLive(view, locale))).toMatchObject({ Paid: text });
});

test.each([
  ['ar', /by \u2068[^\u2068\u2069]+\u2069,/],
  ['en-us', /by Nov 24, 2026,/],
])('isolates a date inside an English sentence: %s', async (locale, sentence) => {
  expect((await openLive(recordView([charge()]), locale)).text()).toMatch(sentence);
});

test('never lets an amount wrap apart from its currency', async () => {
  const card = await openLive(recordView([both], { dealAmount: money(2_000, 'usd') }), 'de-de');
  const texts = [
    ...card.findAll(StatisticsItem).map(({ props }) => String(props.number)),
    ...card.findAll(TableCell).map(({ text }) => text ?? ''),
    ...card.findAll(Text).map(({ text }) => text ?? ''),
  ];
  expect(texts.filter((text) => /\d\u00a0[$€]/.test(text)).length).toBeGreaterThan(5);
  expect(texts.filter((text) => /\d [$€]/.test(text))).toEqual([]);
});
