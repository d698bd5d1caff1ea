import { historyTextsIn, textsIn } from '@stripe-payments/core';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { catalogueTextsIn } from '../cards/catalogue-texts.ts';
import type { CardPage } from './card-page.ts';
import { test } from './harness.ts';
import { stickingOutOn } from './layout.ts';
import { choose, textsOn } from './reader.ts';

/** A lost dispute; twenty-five refunds; a capture after an authorization. */
const DISPUTED = '9023';
const MANY_REFUNDS = '9014';

const panelOn = (page: Page): Locator => page.locator('[data-test-id^="panel-"]');

/** The first payment of the table, by keyboard. */
async function openByKeyboard(record: CardPage): Promise<Locator> {
  const { page } = record;
  const opener = record.part('payments').locator('[data-test-id^="open-"]').first();
  await opener.focus();
  await page.keyboard.press('Enter');
  await panelOn(page).locator('[data-test-id="history"]').waitFor();
  return opener;
}

test('a payment opens by keyboard, with the focus inside; Escape closes it and gives the focus back', async ({
  deal,
}) => {
  const { page } = deal;
  await deal.open(DISPUTED);
  const opener = await openByKeyboard(deal);
  const panel = panelOn(page);
  await panel.getByText('Dispute lost').last().waitFor();
  await panel.getByText('Disputed amount withdrawn').waitFor();
  expect(await panel.locator(':focus').count()).toBe(1);
  // However often the focus moves on, it stays in the panel or in the browser's own bar.
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('Tab');
  expect(await page.locator('.card-body :focus').count()).toBe(0);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  const focused = page.locator(':focus');
  expect(await focused.getAttribute('data-test-id')).toBe(
    await opener.getAttribute('data-test-id'),
  );
});

test.for([1_280, 900])('twenty-five refunds are on pages at %i px', async (width, { deal }) => {
  const { page } = deal;
  await page.setViewportSize({ width, height: 900 });
  await deal.open(MANY_REFUNDS);
  await openByKeyboard(deal);
  const panel = panelOn(page);
  await panel.getByRole('button', { name: 'Last' }).click();
  await panel.getByText('Times are in the time zone').waitFor();
  expect(await stickingOutOn(page)).toEqual([]);
});

test('the panel is Italian for an Italian', async ({ deal, recordPage }) => {
  const { page } = deal;
  await page.goto(recordPage.url);
  await choose(page, { language: 'it', locale: 'it-it' });
  await deal.visit(DISPUTED);
  await openByKeyboard(deal);
  const texts = await textsOn(page, '[data-test-id^="panel-"]');
  expect(texts).toContain(historyTextsIn('it').history.disputeStates.lost);
  const isEnglish = catalogueTextsIn(textsIn('en'));
  const isItalian = catalogueTextsIn(textsIn('it'));
  expect(texts.filter((text) => isEnglish(text) && !isItalian(text))).toEqual([]);
});

test('a payment that is removed closes its panel; the card says so, and "Match payments" restores it', async ({
  deal,
}) => {
  await deal.open('9001');
  await openByKeyboard(deal);
  const panel = panelOn(deal.page);
  await panel.getByRole('button', { name: 'Remove from this deal' }).click();
  await panel.getByRole('button', { name: 'Remove from this deal' }).click();
  await panel.waitFor({ state: 'detached' });
  await deal.part('link-done').getByText('is removed.').waitFor();
  await deal.expectProperties({ amount_paid: '$2,400.00', coverage: 'Partly covered' });
  await deal.part('link-customer').click();
  await deal.page.locator('[data-test-id^="restore-"]').click();
  await deal.expectProperties({ amount_paid: '$4,800.00', coverage: 'Covered in full' });
});
