import { expect } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import type { ChargeRow } from '../../sandbox/stripe/entities/payments.ts';
import type { Store } from '../../sandbox/stripe/store/store.ts';
import { booksOf } from './books.ts';
import { cardPageOf, COMPANY_CARD, CONTACT_CARD } from './card-page.ts';
import { test } from './harness.ts';
import { textsOn } from './reader.ts';

/** All emails of the guild and the federation have a domain that ends with the company's domain. */
const chargesOfDomain = (store: Store, domain: string): readonly ChargeRow[] =>
  store.charges.newestFirst().filter(({ billingEmail }) => billingEmail?.endsWith(domain));

test('a company shows who paid, by which evidence, and a chart of its months', async ({
  company,
  store,
}) => {
  const books = booksOf(store, chargesOfDomain(store, 'glacier-guides.example'));
  await company.open(STORY_IDS.fiftyContacts.company);
  await company.sees('50 of 50 contacts included');
  await company.sees('Customers (6)');
  await company.sees('Payments (6)');
  await company.sees('Matched by email: Anna Ammann');
  await company.sees('Matched by email domain');
  const chart = company.part('month-chart-usd');
  await chart.getByText(/^Gross, fees and net by month, in USD$/).waitFor();
  await company.sync();
  await company.expectProperties({
    payment_count: '6',
    amount_paid: books.paid.join(),
    net_amount: books.net.join(),
    match: 'Email domain',
  });
});

/** Stripe's limits set the pace: five hundred addresses take half a minute. */
const LONG_MS = 100_000;

test('a company with five hundred contacts is read in parts, shows all of it at the end, and syncs completely', async ({
  company,
  store,
}) => {
  const books = booksOf(store, chargesOfDomain(store, 'alpine-huts.example'));
  await company.visit(STORY_IDS.fiveHundredContacts.company);
  await company.part('reading-parts').waitFor({ timeout: LONG_MS });
  await company.part('coverage').waitFor({ timeout: LONG_MS });
  await company.sees('500 of 500 contacts included');

  await company.part('sync-now').click();
  await company.part('sync-progress').waitFor();
  await company.part('sync-result').waitFor({ timeout: LONG_MS });
  await company.expectProperties({
    payment_count: String(books.count),
    amount_paid: books.paid.join(),
    net_amount: books.net.join(),
    sync_error: '--',
  });
  const figures = await company.part('figures').innerText();
  for (const amount of [...books.paid, ...books.net]) {
    expect(figures.replaceAll('\u00a0', ' ')).toContain(amount);
  }
});

/** Sums of amounts in different currencies, which must never be shown. */
function forbiddenSums(entries: readonly (readonly string[])[]): readonly string[] {
  const minor = (text: string): number => Number(text.replaceAll(/[^\d]/g, ''));
  return entries
    .filter((amounts) => amounts.length > 1)
    .map((amounts) => amounts.reduce((sum, text) => sum + minor(text), 0))
    .flatMap((sum) => [
      String(sum / 100),
      (sum / 100).toLocaleString('en-us', { minimumFractionDigits: 2 }),
    ]);
}

test.for([
  { place: CONTACT_CARD, id: STORY_IDS.twoCurrencies.contact },
  { place: COMPANY_CARD, id: STORY_IDS.twoCurrencies.company },
])(
  'a $place.objectType record with two currencies has a row for each and no sum of both',
  async ({ place, id }, { page, recordPage, store }) => {
    const books = booksOf(
      store,
      store.charges.newestFirst().filter(({ billingName }) => billingName === 'Claire Dufour'),
    );
    const record = cardPageOf(page, recordPage.url, place);
    await record.open(id);
    await record.sync();
    await record.expectProperties({ amount_paid: '--', net_amount: '--', payment_count: '3' });
    const table = (await record.part('currency-table').innerText()).replaceAll('\u00a0', ' ');
    for (const amount of [...books.paid, ...books.fees, ...books.net]) {
      expect(table).toContain(amount);
    }
    const shown = (await textsOn(page, 'body')).join('\n');
    const sums = forbiddenSums([books.paid, books.gross, books.fees, books.net]);
    expect(sums).toHaveLength(8);
    expect(sums.filter((sum) => shown.includes(sum))).toEqual([]);
  },
);

test('a company in two currencies has a chart for each', async ({ company }) => {
  await company.open(STORY_IDS.twoCurrencies.company);
  for (const currency of ['EUR', 'USD']) {
    await company
      .part(`month-chart-${currency.toLowerCase()}`)
      .getByText(`Gross, fees and net by month, in ${currency}`)
      .waitFor();
  }
});
