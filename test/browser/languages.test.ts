import { textsIn } from '@stripe-payments/core';
import { expect } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { catalogueTextsIn } from '../cards/catalogue-texts.ts';
import { cardPageOf, COMPANY_CARD, CONTACT_CARD, DEAL_CARD, DEAL_SIDEBAR } from './card-page.ts';
import { test } from './harness.ts';
import { choose, textsOn } from './reader.ts';

const ITALIAN = { language: 'it', locale: 'it-it' };

const italian = textsIn('it').card;
const isEnglish = catalogueTextsIn(textsIn('en'));
const isItalian = catalogueTextsIn(textsIn('it'));

test.for([
  { what: 'a deal', place: DEAL_CARD, id: '9001' },
  { what: 'a deal in dispute', place: DEAL_CARD, id: '9024' },
  { what: 'a deal with candidates', place: DEAL_CARD, id: STORY_IDS.threeDeals.deals[0] },
  { what: 'a deal with nothing', place: DEAL_CARD, id: STORY_IDS.strangeAddress.deal },
  { what: 'a deal past due', place: DEAL_CARD, id: STORY_IDS.pastDue.deal },
  { what: 'a contact in two currencies', place: CONTACT_CARD, id: STORY_IDS.twoCurrencies.contact },
  { what: 'a contact by use', place: CONTACT_CARD, id: STORY_IDS.metered.contact },
  { what: 'a company', place: COMPANY_CARD, id: STORY_IDS.fiftyContacts.company },
  { what: 'a sidebar', place: DEAL_SIDEBAR, id: '9021' },
])('an Italian reads no English: $what', async ({ place, id }, { page, recordPage }) => {
  const record = cardPageOf(page, recordPage.url, place);
  const { card } = record;
  const body = `[data-testid="card-${place.cardUid}"] .card-body`;
  await page.goto(recordPage.url);
  await choose(page, ITALIAN);
  await record.visit(id);
  await card.getByRole('button', { name: italian.sync.button }).waitFor();
  await card.getByText(italian.states.loading).waitFor({ state: 'hidden' });
  await card.getByText(italian.header.refreshing).waitFor({ state: 'hidden' });
  const texts = await textsOn(page, body);
  expect(texts.filter(isItalian).length).toBeGreaterThanOrEqual(3);
  expect(texts.filter((text) => isEnglish(text) && !isItalian(text))).toEqual([]);
});

test('the link panel is Italian too', async ({ deal, recordPage }) => {
  await deal.page.goto(recordPage.url);
  await choose(deal.page, ITALIAN);
  await deal.visit(STORY_IDS.strangeAddress.deal);
  await deal.part('link-customer').click();
  await deal.page.getByText(italian.links.searchTitle).waitFor();
  const texts = await textsOn(deal.page, '[data-test-id="link-panel"]');
  expect(texts.filter(isItalian).length).toBeGreaterThan(8);
  expect(texts.filter((text) => isEnglish(text) && !isItalian(text))).toEqual([]);
});

test('on a narrow page an Italian row of payments keeps the name and all columns', async ({
  deal,
  recordPage,
}) => {
  await deal.page.setViewportSize({ width: 900, height: 900 });
  await deal.page.goto(recordPage.url);
  await choose(deal.page, ITALIAN);
  await deal.visit('9014');
  const table = deal.part('payments').locator('.table-scroll');
  const name = table.getByText('Tess Vandermeer', { exact: true });
  // On one line.
  expect((await name.boundingBox())?.height).toBeLessThan(30);
  const outer = await table.boundingBox();
  const inner = await table.locator('table').boundingBox();
  expect(inner?.width).toBeLessThanOrEqual(outer?.width ?? 0);
});

test('the locale changes digits and dates, not the language', async ({ deal, recordPage }) => {
  await deal.page.goto(recordPage.url);
  await choose(deal.page, { locale: 'de-de' });
  await deal.open('9001');
  await deal.expectFigures({
    'Deal amount': '4.800,00 $',
    Paid: '4.800,00 $',
    'Net received': '4.660,20 $',
  });
  await deal.sees('The deal amount is paid in full.');
  expect(await deal.part('payments').innerText()).toMatch(/\b22\.0?8\.2026\b/);
});

test('the time zone changes the day of a payment', async ({ deal }) => {
  // Paid on 22 August 2026 at 04:48 UTC.
  await deal.open('9001');
  await deal.sees('Aug 22, 2026');
  await choose(deal.page, { timeZone: 'America/Los_Angeles' });
  await deal.sees('Aug 21, 2026');
});
