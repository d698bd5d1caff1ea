import { openDealCard } from './card-page.tsx';
import { Table, TableRow, Text } from '@hubspot/ui-extensions';
import type { RecordView } from '@stripe-payments/core';
import { money } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { balanceTransaction } from '../builders/balance-transaction.ts';
import { charge } from '../builders/charge.ts';
import { recordView } from '../builders/record-view.ts';
import { refund } from '../builders/refund.ts';
import { readReply } from '../builders/replies.ts';
import { savedProperties } from '../builders/saved-properties.ts';
import type { CardPage } from './card-page.tsx';
import { statisticsOf } from './statistics-of.ts';
import { textsIn } from './texts-in.ts';

const dollars = charge({ id: 'ch_usd', amountMinor: 90_000, refunds: [refund()] });
const euros = charge({
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
const mixed = recordView([dollars, euros], { dealAmount: money(155_000, 'usd') });

/** Paid 1,500; gross 1,500; fees 27.58; net 1,467.42; unpaid 50: in no currency at all. */
const FORBIDDEN_SUMS = /1,?500[.,]00|27[.,]58|1,?467[.,]42|1,?472[.,]42|\b50[.,]00/;

async function openLive(view: RecordView): Promise<CardPage> {
  const card = openDealCard({ reads: [readReply(view)] });
  await card.shows('Live from Stripe');
  return card;
}

function currencyRows(card: CardPage): readonly (readonly string[])[] {
  return card
    .findByTestId(Table, 'currency-table')
    .findAll(TableRow)
    .map((row) => textsIn(row));
}

test('has a row for each currency and no sum across them', async () => {
  const card = await openLive(mixed);
  expect(currencyRows(card)).toEqual([
    ['Currency', 'Paid', 'Gross', 'Net received'],
    ['EUR', '€600.00', '€600.00', '€573.30', 'Fee: €26.70'],
    ['USD', '$900.00', 'Refunded and disputed: $5.00', '$900.00', '$894.12', 'Fee: $0.88'],
  ]);
  expect(statisticsOf(card)).toEqual({
    'Deal amount': '$1,550.00',
    'Paid (EUR)': '€600.00',
    'Paid (USD)': '$900.00',
  });
  expect(card.text()).toContain("Amounts in different currencies aren't added together.");
  expect(card.findByTestId(Text, 'difference').text?.replaceAll('\u00a0', ' ')).toBe(
    "$650.00 of the deal amount is outstanding. $5.00 of the deal amount was refunded. €600.00 was paid too, and isn't converted.",
  );
  expect(card.text()).not.toMatch(/not paid yet|paid in full|more than the deal/);
  expect(card.text()).not.toMatch(FORBIDDEN_SUMS);
});

test('has a line for each saved currency and no sum across them', () => {
  const card = openDealCard({ saved: savedProperties(mixed) });
  expect(card.texts()).toContain('EUR: paid €600.00, gross €600.00, fees €26.70, net €573.30');
  expect(card.texts()).toContain(
    'USD: paid $900.00, refunded $5.00, gross $900.00, fees $0.88, net $894.12',
  );
  expect(statisticsOf(card)).toEqual({
    'Deal amount': '$1,550.00',
    'Paid (EUR)': '€600.00',
    'Paid (USD)': '$900.00',
  });
  expect(card.text()).not.toMatch(/not paid yet|paid in full|more than the deal/);
  expect(card.text()).not.toMatch(FORBIDDEN_SUMS);
});

test('of three currencies the table has the amounts', async () => {
  const card = await openLive(recordView([dollars, euros, converted]));
  expect(statisticsOf(card)).toMatchObject({ Paid: 'Multiple currencies' });
});

test('the saved lines are in the language of the reader, whatever they are stored in', () => {
  const lines =
    'EUR: paid 600.00, being refunded 5.00, net -1573.30\nUSD: heard of 900.00, gross x';
  const saved = { ...savedProperties(mixed), stripe_amounts_by_currency: lines };
  const card = openDealCard({ saved, language: 'it', locale: 'it-it' });
  expect(card.texts().map((text) => text.replaceAll(/\u00a0/g, ' '))).toEqual(
    expect.arrayContaining([
      'EUR: pagato 600,00 €, in corso di rimborso 5,00 €, netto -1.573,30 €',
      'USD: heard of 900.00, gross x',
    ]),
  );
});

test('the check finds a sum across currencies', () => {
  const sums = ['1,500.00', '1500.00', '27.58', '1,467.42', '50.00'];
  expect(sums.filter((sum) => !FORBIDDEN_SUMS.test(`x ${sum} USD`))).toEqual([]);
});

test('calls every net pending while one fee is unknown', async () => {
  const pending = charge({ id: 'ch_late', amountMinor: 1_000, balanceTransaction: null });
  const card = await openLive(recordView([dollars, euros, pending]));
  expect(currencyRows(card).slice(1)).toEqual([
    ['EUR', '€600.00', 'Pending', 'Pending', 'Fee: Pending'],
    ['USD', '$910.00', 'Refunded and disputed: $5.00', 'Pending', 'Pending', 'Fee: Pending'],
  ]);
  expect(card.text()).toContain('Settled in EUR so far');
  expect(card.text()).toContain('Net so far');
});

/** Paid in two currencies and settled in one. */
const converted = charge({
  id: 'ch_gbp',
  amountMinor: 4_000,
  currency: 'gbp',
  balanceTransaction: balanceTransaction({ id: 'txn_gbp', amountMinor: 5_000 }),
});
const settledInOne = recordView([charge(), converted]);

test('says which currencies a gross was converted from', async () => {
  const yen = charge({
    id: 'ch_jpy',
    amountMinor: 5_000,
    currency: 'jpy',
    balanceTransaction: balanceTransaction({ id: 'txn_jpy', amountMinor: 3_300 }),
  });
  const card = await openLive(recordView([dollars, euros, converted, yen]));
  expect(
    currencyRows(card).map((row) => [row[0], row.find((text) => /Includes/.test(text))]),
  ).toEqual([
    ['Currency', undefined],
    ['EUR', undefined],
    ['GBP', undefined],
    ['JPY', undefined],
    ['USD', 'Includes GBP, JPY'],
  ]);
  expect(currencyRows(card).at(-1)).toContain('$983.00');
});

/** Paid in one currency and settled in two. */
const kept = charge({
  id: 'ch_kept',
  balanceTransaction: balanceTransaction({ id: 'txn_kept', amountMinor: 1_800, currency: 'eur' }),
});
const paidInOne = recordView([charge(), kept]);

const openSaved = (view: RecordView): Promise<CardPage> =>
  Promise.resolve(openDealCard({ saved: savedProperties(view) }));

test.each([
  ['live', openLive],
  ['saved', openSaved],
])('names the settlement currency of payments in two currencies: %s', async (_, open) => {
  expect(statisticsOf(await open(settledInOne))).toEqual({
    'Deal amount': '$20.00',
    'Paid (GBP)': '£40.00',
    'Paid (USD)': '$20.00',
    'Net received': '$68.24',
  });
});

test('has no table of one row beside the saved lines', () => {
  const card = openDealCard({ saved: savedProperties(settledInOne) });
  expect(card.maybeFindByTestId(Table, 'currency-table')).toBeNull();
  expect(card.text()).toContain('GBP: paid £40.00');
});

test('says once that fees are pending, beside the saved lines', () => {
  const pending = charge({ id: 'ch_late', balanceTransaction: null });
  const card = openDealCard({ saved: savedProperties(recordView([dollars, euros, pending])) });
  expect(card.text()).toContain('EUR: paid €600.00');
  expect(card.texts().filter((text) => /finalized all fees yet/.test(text))).toHaveLength(1);
});

test.each([
  ['live', openLive],
  ['saved', openSaved],
])('names the payment currency of money settled in two currencies: %s', async (_, open) => {
  const card = await open(paidInOne);
  expect(statisticsOf(card)).toEqual({
    'Deal amount': '$20.00',
    Paid: '$40.00',
    'Net received (EUR)': '€17.12',
    'Net received (USD)': '$19.12',
  });
  expect(card.text()).toContain('The customer paid $20.00 more than the deal amount.');
  expect(card.text()).toMatch(/17[.,]12/);
});
