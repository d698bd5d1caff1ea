import type { BrowserContext, Page } from 'playwright-core';
import { expect, test as base } from 'vitest';
import type { RecordPage } from '../../sandbox/dev/start.ts';
import { startRecordPage } from '../../sandbox/dev/start.ts';
import { createManualClock } from '../../sandbox/http/clock.ts';
import { controlOf } from '../functions/control.ts';
import type { CardPage } from './card-page.ts';
import { cardPageOf, COMPANY_CARD, CONTACT_CARD, DEAL_CARD } from './card-page.ts';
import { keepScreenshots } from './keep-screenshots.ts';
import { launchChromium } from './launch-chromium.ts';

/** As long as an expectation polls (`vitest.config.ts`). */
const STEP_TIMEOUT_MS = 20_000;

/** Exchange rates differ from day to day, so figures are known for this day only. */
export const NOW_MS = Date.parse('2026-11-22T12:00:00Z');

async function startStandingRecordPage(): Promise<RecordPage> {
  const recordPage = await startRecordPage({
    connections: { stripe: { kind: 'sandbox' }, hubspot: { kind: 'sandbox' } },
    clock: createManualClock(NOW_MS),
    monotonicNowMs: () => performance.now(),
    seed: 1,
    port: 0,
    // Other tests touch the sources, and a reloaded card starts again.
    watches: false,
    log: () => undefined,
  });
  // Tests open a record a second, which no person does.
  for (const { url } of [recordPage.world.stripe, recordPage.world.hubspot]) {
    await controlOf(url).send('PUT', '/limits', { enabled: false });
  }
  return recordPage;
}

/** Errors of pages and workers, and what a developer would see in red in the console. */
function watchForProblems(profile: BrowserContext): string[] {
  const problems: string[] = [];
  profile.on('weberror', (webError) => problems.push(String(webError.error())));
  profile.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}

/** The red boxes that stand where the page cannot draw a component of the card. */
export const notDrawnOn = (tab: Page): Promise<string[]> =>
  tab.locator('[data-testid^="not-drawn-"]').allTextContents();

/**
 * A browser test: a worker has a browser, a file a record page with every story, a test a profile and a
 * tab of its own. It fails on any error that the browser reports and on any red box, and leaves screenshots.
 */
export const test = base
  .extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const browser = await launchChromium();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('recordPage', { scope: 'file' }, async ({}, { onCleanup }) => {
    const recordPage = await startStandingRecordPage();
    onCleanup(() => recordPage.close());
    return recordPage;
  })
  .extend('profile', async ({ browser, task }, { onCleanup }) => {
    const profile = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    profile.setDefaultTimeout(STEP_TIMEOUT_MS);
    const problems = watchForProblems(profile);
    onCleanup(async () => {
      for (const tab of profile.pages()) problems.push(...(await notDrawnOn(tab)));
      await keepScreenshots(task, profile.pages(), problems);
      // A request that a closing tab aborts is no failure.
      const seen = [...problems];
      await profile.close();
      expect(seen, 'what went wrong in the browser').toEqual([]);
    });
    return profile;
  })
  /** What is at Stripe, told by the stand-in itself. */
  .extend('store', ({ recordPage }) => recordPage.world.stripe.world.store)
  .extend('page', ({ profile }) => profile.newPage())
  .extend('deal', ({ page, recordPage }) => cardPageOf(page, recordPage.url, DEAL_CARD))
  .extend('contact', ({ page, recordPage }) => cardPageOf(page, recordPage.url, CONTACT_CARD))
  .extend('company', ({ page, recordPage }) => cardPageOf(page, recordPage.url, COMPANY_CARD))
  /** Opens a deal in one more tab. */
  .extend('openDeal', ({ profile, recordPage }) => async (dealId: string): Promise<CardPage> => {
    const deal = cardPageOf(await profile.newPage(), recordPage.url, DEAL_CARD);
    await deal.open(dealId);
    return deal;
  })
  .extend('stripe', ({ recordPage }, { onCleanup }) => {
    const stripe = controlOf(recordPage.world.stripe.url);
    onCleanup(() => stripe.clearFaults());
    return stripe;
  });
