import { openDealCard } from './card-page.tsx';
import { Text } from '@hubspot/ui-extensions';
import type { Charge } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge, declined, pendingDebit } from '../builders/charge.ts';
import { dispute } from '../builders/dispute.ts';
import { invoice } from '../builders/invoice.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import { readReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import type { CardPage } from './card-page.tsx';
import { statisticsOf } from './statistics-of.ts';
import { viewOf } from './views.ts';

const differenceOf = (card: CardPage): string | undefined =>
  card.findByTestId(Text, 'difference').text?.replaceAll('\u00a0', ' ');

/** Of a deal over $20.00. */
test.each<readonly [string, readonly Charge[], string]>([
  [
    'refunded in part and never paid in full',
    [charge({ amountMinor: 1_500, refunds: [refund()] })],
    '$5.00 of the deal amount is outstanding. $5.00 of the deal amount was refunded.',
  ],
  [
    'refunded by more than came too much',
    [charge({ amountMinor: 2_300, refunds: [refund()] })],
    '$2.00 of the deal amount was refunded.',
  ],
  [
    'refunded and disputed by more than came too much',
    [
      charge({
        amountMinor: 4_300,
        disputes: [dispute()],
        refunds: [refund()],
      }),
    ],
    '$5.00 was refunded. $20.00 is in dispute until the bank decides.',
  ],
  [
    'refunded in part, and the rest on its way',
    [
      charge({ amountMinor: 1_500, refunds: [refund()] }),
      pendingDebit({ id: 'ch_2', amountMinor: 500 }),
    ],
    '$5.00 of the deal amount was refunded.',
  ],
])('a payment that was %s', async (_, charges, text) => {
  const view = recordView(charges);
  const live = openDealCard({ reads: [readReply(view)] });
  await live.shows('Live from Stripe');
  expect(differenceOf(live)).toBe(text);
  // What is saved does not tell an open dispute from one lost beside it.
  const saved = text.replace('is in dispute until the bank decides', 'is disputed');
  expect(differenceOf(openDealCard({ saved: savedProperties(view) }))).toBe(saved);
});

test('of a deal that is invoiced in part says how much of what is outstanding is', async () => {
  const view = viewOf('deal', {
    invoices: [invoice({ totalMinor: 800, amountRemainingMinor: 800 })],
  });
  const text =
    "$20.00 of the deal amount is outstanding. Of it, $8.00 is invoiced and $12.00 isn't invoiced yet.";
  const live = openDealCard({ reads: [readReply(view)] });
  await live.shows('Live from Stripe');
  expect(differenceOf(live)).toBe(text);
  expect(differenceOf(openDealCard({ saved: savedProperties(view) }))).toBe(text);
});

test('of a deal whose open invoice asks for more than is outstanding says how much more', async () => {
  const view = viewOf('deal', {
    invoices: [invoice({ totalMinor: 2_440, amountRemainingMinor: 2_440 })],
  });
  const text =
    '$20.00 of the deal amount is outstanding. $24.40 is invoiced, $4.40 more (tax, for example).';
  const live = openDealCard({ reads: [readReply(view)] });
  await live.shows('Live from Stripe');
  expect(differenceOf(live)).toBe(text);
  expect(differenceOf(openDealCard({ saved: savedProperties(view) }))).toBe(text);
});

test('of more than the deal amount says how much more, in the bar and the title of the table what failed', async () => {
  const view = recordView([charge({ amountMinor: 2_300 }), declined({ id: 'ch_2' })]);
  const live = openDealCard({ reads: [readReply(view)] });
  await live.shows('$23.00 paid, $3.00 over the deal amount');
  expect(live.text()).toContain('Payments (1) · Failed payments (1)');
});

test.each([
  ['another currency', 'eur', 'Net, converted to USD'],
  ['the same currency', 'usd', 'Net received'],
])('net in %s than was paid says whether it was converted', async (_which, currency, label) => {
  const view = recordView([charge({ currency, balanceTransaction: balanceTransaction() })]);
  const live = openDealCard({ reads: [readReply(view)] });
  await live.shows('Live from Stripe');
  expect(statisticsOf(live)[label]).toBe('$19.12');
  expect(statisticsOf(openDealCard({ saved: savedProperties(view) }))[label]).toBe('$19.12');
});
