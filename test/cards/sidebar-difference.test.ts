import { openCard } from './card-page.tsx';
import {
  Alert,
  DescriptionListItem,
  LoadingButton,
  StatusTag,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import { money } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge, declined } from '../builders/charge.ts';
import { invoice } from '../builders/invoice.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import type { SavedProperties } from '../builders/saved-properties.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import type { CardPage } from './card-page.tsx';
import { effects } from './card-page.tsx';
import { textsIn } from './texts-in.ts';
import { viewOf } from './views.ts';

async function openSidebar(saved: SavedProperties): Promise<CardPage> {
  const card = openCard('sidebar', { saved });
  await effects();
  return card;
}

const listed = (card: CardPage): Readonly<Record<string, string>> =>
  Object.fromEntries(
    card
      .findAll(DescriptionListItem)
      .map((item) => [item.props.label, textsIn(item).at(-1) ?? ''] as const),
  );

test('says of what is missing what was refunded, and what is still outstanding', async () => {
  const refunded = savedProperties(recordView([charge({ refunds: [refund()] })]));
  const differenceOf = (card: CardPage) =>
    card.findByTestId(Text, 'sidebar-difference').text?.replaceAll('\u00a0', ' ');
  expect(differenceOf(await openSidebar(refunded))).toBe('$5.00 of the deal amount was refunded.');
  expect(differenceOf(await openSidebar({ ...refunded, amount: '80.00' }))).toBe(
    '$60.00 of the deal amount is outstanding. $5.00 of the deal amount was refunded.',
  );
});

const inEuros = charge({
  id: 'ch_eur',
  amountMinor: 60_000,
  currency: 'eur',
  balanceTransaction: balanceTransaction({
    id: 'txn_eur',
    amountMinor: 60_000,
    feeMinor: 2_670,
    currency: 'eur',
  }),
});
const inBoth = savedProperties(
  recordView([charge({ amountMinor: 90_000, refunds: [refund()] }), inEuros], {
    dealAmount: money(155_000, 'usd'),
  }),
);

test('shows two currencies side by side, and says what is outstanding in that of the deal', async () => {
  const card = await openSidebar(inBoth);
  expect(listed(card)).toMatchObject({
    'Paid (EUR)': '€600.00',
    'Paid (USD)': '$900.00',
    'Net received (EUR)': '€573.30',
    'Net received (USD)': '$894.12',
  });
  expect(card.findByTestId(Text, 'sidebar-difference').text?.replaceAll('\u00a0', ' ')).toBe(
    "$650.00 of the deal amount is outstanding. $5.00 of the deal amount was refunded. €600.00 was paid too, and isn't converted.",
  );
});

test('calls nothing uncompared that may be what was compared', async () => {
  // As where the customer saw and paid euros in the currency of the deal.
  const card = await openSidebar({ ...inBoth, stripe_amount_outstanding: '600.00' });
  expect(card.text()).not.toContain("isn't converted");
});

test('of three currencies the lines have the amounts', async () => {
  const lines = `${String(inBoth['stripe_amounts_by_currency'])}\nGBP: paid 1.00, gross 1.00, fees 0.00, net 1.00`;
  const card = await openSidebar({ ...inBoth, stripe_amounts_by_currency: lines });
  expect(listed(card)).toMatchObject({
    Paid: 'Multiple currencies',
    'Net received': 'Multiple currencies',
  });
  expect(card.text()).toContain('GBP: paid £1.00');
});

test('an open invoice without a payment is the status', async () => {
  const saved = savedProperties(viewOf('deal', { charges: [], invoices: [invoice()] }));
  const card = await openSidebar(saved);
  expect(card.findByTestId(StatusTag, 'payment-status')).toMatchObject({
    text: 'Invoice open',
    props: { variant: 'info' },
  });
});

test.each([
  ['test', 'Test mode'],
  ['sandbox', 'Stripe mode: sandbox'],
  ['', 'Stripe mode: –'],
])('the saved mode %j shows a tag and is not taken for live', async (stripe_mode, tag) => {
  const card = await openSidebar({ ...savedProperties(recordView([charge()])), stripe_mode });
  expect(card.findAll(Tag).map((each) => textsIn(each).join(''))).toEqual([tag]);
});

test('a reason that is stored in English is Italian for an Italian', async () => {
  const card = openCard('sidebar', {
    saved: savedProperties(recordView([declined()])),
    language: 'it',
    locale: 'it-it',
  });
  await effects();
  const { props } = card.findByTestId(Alert, 'next-failed');
  expect(props.title).toBe('Ultimo pagamento non riuscito. Fondi insufficienti');
});

test('shows no figures and no button on a record of a type that the app does not know', async () => {
  const card = openCard('sidebar', {
    saved: savedProperties(recordView([charge()])),
    objectTypeId: '2-1',
  });
  await effects();
  expect(card.findByTestId(Alert, 'sidebar-unknown-type')).toBeDefined();
  expect(card.maybeFindByTestId(LoadingButton, 'sync-now')).toBeNull();
});
