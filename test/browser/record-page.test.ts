import type { Response } from 'playwright-core';
import { expect } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import {
  SANDBOX_HUBSPOT_TOKEN,
  SANDBOX_PAGE_TOKEN,
  SANDBOX_STRIPE_KEY,
} from '../../sandbox/world/world.ts';
import { seenOf } from '../functions/canary.ts';
import { cardPageOf, COMPANY_CARD } from './card-page.ts';
import { notDrawnOn, test } from './harness.ts';
import { brokenAmountsOn } from './layout.ts';
import { linkPanelOf } from './link-panel.ts';

test('another customer in the property changes what the card shows', async ({ deal, store }) => {
  // No other deal links these two, so their payments count where they are linked.
  const customerOf = (email: string): string =>
    store.customers.newestFirst().find((customer) => customer.email === email)?.id ?? '';
  await deal.open('9041');
  await deal.sees('No Stripe customer linked');
  await deal.edit('customer_id', customerOf('sam@harlow.example'));
  await deal.expectFigures({
    'Deal amount': '$7,400.00',
    Paid: '$275.00',
    'Net received': '$266.72',
  });
  await deal.edit('customer_id', customerOf('ravi@menon-optics.example'));
  await deal.expectFigures({
    'Deal amount': '$7,400.00',
    Paid: '$520.00',
    'Net received': '$504.62',
  });
  await deal.edit('customer_id', 'Owen Price');
  await deal.sees("contains something that isn't a Stripe ID");
});

test('three hundred payments can be paged through to the last', async ({ deal }) => {
  await deal.open('9051');
  const table = deal.part('payments');
  const shown = async (): Promise<readonly string[]> => {
    const openers = await table.locator('[data-test-id^="open-"]').all();
    const ids = openers.map((opener) => opener.getAttribute('data-test-id'));
    return (await Promise.all(ids)).map((id) => id ?? '');
  };
  const seen = new Set<string>();
  for (let page = 1; page <= 30; page += 1) {
    await table.locator(`[aria-current="page"][aria-label="Page ${String(page)}"]`).waitFor();
    await expect.poll(async () => (await shown()).filter((id) => !seen.has(id))).toHaveLength(10);
    for (const id of await shown()) seen.add(id);
    if (page < 30) await table.getByRole('button', { name: 'Next' }).click();
  }
  expect(seen.size).toBe(300);
  expect(await table.getByRole('button', { name: 'Next' }).isEnabled()).toBe(false);
});

test('three hundred payments are sorted by amount over all pages', async ({ deal }) => {
  await deal.open('9051');
  const table = deal.part('payments');
  const amounts = table.locator('tbody tr td:nth-child(2) > *:first-child');
  const amountSort = table.getByRole('button', { name: 'Amount' });
  await amountSort.click();
  await table.locator('th[aria-sort="ascending"]', { hasText: 'Amount' }).waitFor();
  await expect.poll(() => amounts.first().textContent()).toMatch(/^\$49\.00$/);
  await amountSort.click();
  await expect.poll(() => amounts.first().textContent()).toMatch(/^\$145\.06$/);
  await table.getByRole('button', { name: 'Page 2' }).click();
  await table.locator('[aria-current="page"]', { hasText: '2' }).waitFor();
  await deal.part('payments').getByRole('button', { name: 'Prev' }).click();
  await expect.poll(() => amounts.first().textContent()).toMatch(/^\$145\.06$/);
});

test('every demo record renders without an error', async ({ deal, recordPage, page }) => {
  for (const { dealId } of recordPage.world.deals) {
    await deal.open(dealId);
    expect(await notDrawnOn(page), `deal ${dealId}`).toEqual([]);
  }
});

const NARROW = { width: 900, height: 800 };
const OVERFLOW = 'document.scrollingElement.scrollWidth - window.innerWidth';

test('the list of deals fits a window of 900 pixels', async ({ page, recordPage }) => {
  await page.setViewportSize(NARROW);
  await page.goto(recordPage.url);
  await page.getByTestId('record-list').waitFor();
  expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
});

const { wideItalian, rightToLeft } = STORY_IDS;

test.for(['9005', '9051', '9052', wideItalian.deal, rightToLeft.deal])(
  'the record of deal %s fits a window of 900 pixels, with the drawer too',
  async (dealId, { deal, page }) => {
    await page.setViewportSize(NARROW);
    await deal.open(dealId);
    await deal.sync();
    await deal.changes();
    await deal.card.getByRole('button', { name: 'Fees and exchange rate' }).click();
    expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
    expect(await brokenAmountsOn(page)).toEqual([]);
    await deal.stripeSide.open();
    expect(await page.evaluate(OVERFLOW)).toBeLessThanOrEqual(0);
  },
);

/** The event stream never ends, so it has no body to read. */
const isStream = (response: Response): boolean => response.url().endsWith('/api/events');

test('the browser receives no secret and asks no other server', async ({ deal, stripe }) => {
  const responses: Response[] = [];
  const bodies: Promise<string>[] = [];
  deal.page.context().on('response', (response) => {
    responses.push(response);
    // At once, since it is soon forgotten. A response that the page gave up on gave it nothing.
    if (!isStream(response)) bodies.push(response.text().catch(() => ''));
  });
  await deal.open('9001');
  await deal.sync();
  await deal.stripeSide.open();
  await deal.stripeSide.act('Refund', 10_000);
  await stripe.fault({ pathPattern: '^/v1/', status: 401 });
  await deal.sync();
  await stripe.clearFaults();
  const panel = linkPanelOf(deal.page, deal.card);
  await panel.open();
  await panel.search(SANDBOX_STRIPE_KEY.slice(0, 9), "No customer of this record's people matches");
  const company = cardPageOf(deal.page, new URL(deal.page.url()).origin, COMPANY_CARD);
  await company.open(STORY_IDS.fiftyContacts.company);

  const origin = new URL(deal.page.url()).origin;
  const texts = [
    ...(await Promise.all(bodies)),
    ...responses.map((response) => JSON.stringify(response.headers())),
  ];
  const paths = responses.map((response) => new URL(response.url()).pathname);
  expect(paths).toEqual(
    expect.arrayContaining([
      '/extension-worker.js',
      '/cards/deal-payments.js',
      '/api/serverless/get-payments',
      '/api/serverless/link-payments',
      '/api/serverless/sync-payments',
      '/api/stripe-side/scene',
    ]),
  );
  expect(responses.filter((response) => new URL(response.url()).origin !== origin)).toEqual([]);
  const secrets = [SANDBOX_STRIPE_KEY, SANDBOX_HUBSPOT_TOKEN, SANDBOX_PAGE_TOKEN];
  for (const text of [...texts, await deal.page.content()]) {
    expect(seenOf(text, secrets)).toEqual([]);
  }
});
