import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RecordPage } from '../../sandbox/dev/start.ts';
import type { SandboxClock } from '../../sandbox/http/clock.ts';
import { createManualClock } from '../../sandbox/http/clock.ts';
import { SEARCH_INDEX_LAG_MS } from '../../sandbox/hubspot/store/record-values.ts';
import type { CardPage } from './card-page.ts';
import { cardPageOf, COMPANY_CARD, CONTACT_CARD, DEAL_CARD } from './card-page.ts';
import { keepScreenshots } from './keep-screenshots.ts';
import type { TestedRecordPage } from './record-page.ts';
import { startTestedRecordPage } from './record-page.ts';
import { test as base } from './tab.ts';

/** Exchange rates differ from day to day, so figures are known for this day only. */
export const NOW_MS = Date.parse('2026-11-22T12:00:00Z');

/** After a link or an assignment so much time passes as HubSpot's search needs to know it. */
function letSearchKnowLinks({ world }: RecordPage, clock: SandboxClock): void {
  world.hubspot.store.onChange(({ properties }) => {
    const isLink = 'stripe_customer_id' in properties || 'stripe_payment_ids' in properties;
    if (isLink) clock.advanceBy(SEARCH_INDEX_LAG_MS);
  });
}

async function startStandingRecordPage(): Promise<TestedRecordPage> {
  const clock = createManualClock(NOW_MS);
  const recordPage = await startTestedRecordPage(clock);
  letSearchKnowLinks(recordPage, clock);
  return recordPage;
}

/** The red boxes that stand where the page cannot draw a component of the card. */
export const notDrawnOn = (tab: Page): Promise<string[]> =>
  tab.locator('[data-testid^="not-drawn-"]').allTextContents();

/**
 * A browser test on a record page with every story, which the tests of a file share. It fails on any error
 * that the browser reports and on any red box, and leaves screenshots.
 */
export const test = base
  .extend('recordPage', { scope: 'file' }, async ({}, { onCleanup }) => {
    const recordPage = await startStandingRecordPage();
    onCleanup(() => recordPage.close());
    return recordPage;
  })
  .extend('page', ({ profile, tab, problems, task }, { onCleanup }) => {
    onCleanup(async () => {
      for (const page of profile.pages()) problems.push(...(await notDrawnOn(page)));
      await keepScreenshots(task, profile.pages(), problems);
      expect(problems, 'what went wrong in the browser').toEqual([]);
    });
    return tab;
  })
  /** What is at Stripe, read from the stand-in. */
  .extend('store', ({ recordPage }) => recordPage.world.stripe.world.store)
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
    const { stripe } = recordPage;
    onCleanup(() => stripe.clearFaults());
    return stripe;
  });
