import type { Page } from 'playwright-core';
import type { RecordPage } from '../../sandbox/dev/start.ts';
import { createManualClock } from '../../sandbox/http/clock.ts';
import { WRITE_PERMISSIONS } from '../../sandbox/world/credentials.ts';
import { NOW_MS, notDrawnOn } from './harness.ts';
import { keepScreenshots } from './keep-screenshots.ts';
import { startTestedRecordPage } from './record-page.ts';
import { test as base } from './tab.ts';

/** A browser test on a record page where every action is on. */
export const test = base
  .extend('clock', { scope: 'file' }, () => createManualClock(NOW_MS))
  .extend('recordPage', { scope: 'file' }, async ({ clock }, { onCleanup }) => {
    const recordPage = await startTestedRecordPage(clock, {
      startsAs: { writes: WRITE_PERMISSIONS },
    });
    onCleanup(() => recordPage.close());
    return recordPage;
  })
  .extend('page', ({ profile, tab, problems, task, recordPage }, { onCleanup }) => {
    onCleanup(async () => {
      for (const page of profile.pages()) problems.push(...(await notDrawnOn(page)));
      await keepScreenshots(task, profile.pages(), problems);
      await recordPage.accountSide.act('actions', 'on');
      await recordPage.accountSide.act('confirmation-editors', 'robin');
    });
    return tab;
  });

export const part = (page: Page, testId: string) => page.locator(`[data-test-id="${testId}"]`);

/** Opens the card that acts; it is there once its list is. */
export async function openCard(page: Page, { url }: RecordPage, dealId: string) {
  await page.goto('about:blank');
  await page.goto(`${url}/#/deals/${dealId}`);
  const card = page.getByTestId('card-stripe-actions');
  await card
    .getByText(/Request (another )?payment/)
    .first()
    .waitFor();
  return card;
}

/** Enters the text that is shown, as the user in HubSpot's own editor. */
export async function enterText(page: Page, text: string): Promise<void> {
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: /Stripe confirmation/ }).click();
  await panel.getByRole('textbox', { name: /Stripe confirmation/ }).fill(text);
  await panel.getByRole('button', { name: 'Save' }).click();
}

/** The same, until HubSpot has it: the editor closes, and what is below it moves up. */
export async function saveText(page: Page, text: string): Promise<void> {
  await enterText(page, text);
  await page.getByRole('dialog').getByText(text).nth(1).waitFor();
}

export const shownText = (page: Page): Promise<string> =>
  part(page, 'confirmation-text').innerText();
