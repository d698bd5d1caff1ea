import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { saveText, openCard, part, shownText, test } from './acting-page.ts';

const DEAL = '9002';
const LATER_MS = 60_000;

/** How often the cards of the page have called a function from now on. */
function callsFrom(page: Page, uid: string): () => number {
  let calls = 0;
  page.on('request', (request) => {
    // The card asks for the payouts by itself, once a sync is done.
    const isForPayouts = request.postData()?.includes('"payouts":') === true;
    if (request.url().endsWith(`/api/serverless/${uid}`) && !isForPayouts) calls += 1;
  });
  return () => calls;
}

test('the payments card and the sidebar show a refund of the other card without a reload', async ({
  page,
  clock,
  recordPage,
}) => {
  const card = await openCard(page, recordPage, DEAL);
  const payments = page.getByTestId('card-deal-payments');
  await payments.getByText('Live from Stripe').waitFor();
  expect(await payments.innerText()).not.toContain('€7.00');
  await card.getByRole('button', { name: 'Refund payment' }).click();
  await page.getByLabel(/^Amount in/).fill('7.00');
  await page.getByRole('button', { name: 'Review' }).click();
  clock.advanceBy(LATER_MS);
  await part(page, 'confirmation-text').waitFor();
  const reads = callsFrom(page, 'get-payments');
  const syncs = callsFrom(page, 'sync-payments');
  await saveText(page, await shownText(page));
  await part(page, 'refund-confirm').click();
  await part(page, 'refund-done').waitFor();
  await payments.getByText('€7.00').first().waitFor();
  await page.getByTestId('card-payment-sidebar').getByText('€7.00').first().waitFor();
  await page.keyboard.press('Escape');
  await payments.getByText('Live from Stripe').waitFor();
  expect([reads(), syncs()]).toEqual([1, 1]);
});

test('the card that acts lists what was paid once the payments card synced', async ({
  page,
  clock,
  recordPage,
}) => {
  const card = await openCard(page, recordPage, DEAL);
  const lists = callsFrom(page, 'request-payment');
  clock.advanceBy(LATER_MS);
  const payments = page.getByTestId('card-deal-payments');
  await payments.getByRole('button', { name: 'Sync now' }).click();
  await payments.getByText('Already up to date').waitFor();
  await expect.poll(lists).toBe(1);
  await card.getByText('€7.00 of the deal amount was refunded.').waitFor();
});
