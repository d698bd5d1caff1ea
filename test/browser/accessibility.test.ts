import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { seriousFindingsOn } from './axe.ts';
import { atRest, syncRecord } from './gallery/draw.ts';
import { test } from './harness.ts';
import { choose } from './reader.ts';

const PLACES = [
  'deals/9001',
  'deals/9005',
  'deals/9021',
  'deals/9031',
  `deals/${STORY_IDS.threeDeals.deals[1]}`,
  'deals/9051',
  `contacts/${STORY_IDS.pastDue.contact}`,
  `companies/${STORY_IDS.twoCurrencies.company}`,
] as const;

test('the record page has no serious finding of axe-core, in each of eight stories', async ({
  page,
  recordPage,
}) => {
  for (const place of PLACES) {
    await syncRecord(recordPage, place);
    await page.goto(`${recordPage.url}/#/${place}`);
    await atRest(page);
    expect({ place, findings: await seriousFindingsOn(page) }).toEqual({ place, findings: [] });
  }
});

test('a payment panel and the matching drawer have none either, in Italian at 900 pixels', async ({
  page,
  recordPage,
}) => {
  await page.setViewportSize({ width: 900, height: 900 });
  await page.goto(recordPage.url);
  await choose(page, { language: 'it', locale: 'it-it' });
  await page.goto(`${recordPage.url}/#/deals/9023`);
  await atRest(page);
  await page.locator('[data-test-id^="open-"]').first().click();
  await atRest(page);
  expect(await seriousFindingsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('[data-test-id="link-customer"]').click();
  await page.locator('[data-test-id="link-panel"]').waitFor();
  expect(await seriousFindingsOn(page)).toEqual([]);
});

test('the tabs of the app page have none, ready and with everything to set up', async ({
  page,
  recordPage,
}) => {
  for (const state of ['all', 'none']) {
    await recordPage.accountSide.act('hubspot-properties', state);
    await page.goto(`${recordPage.url}/#/app`);
    await page.reload();
    await atRest(page);
    expect({ state, findings: await seriousFindingsOn(page) }).toEqual({ state, findings: [] });
    await page.getByRole('tab').nth(1).click();
    await atRest(page);
    expect({ state, findings: await seriousFindingsOn(page) }).toEqual({ state, findings: [] });
  }
  await recordPage.accountSide.act('hubspot-properties', 'all');
});

/** The test id of what has the focus. */
const focused = (page: Page): Promise<string | null> =>
  page.locator(':focus').getAttribute('data-test-id');

test('a sync by keyboard keeps the focus on its button, and Escape gives it back after the drawer', async ({
  deal,
  page,
}) => {
  await deal.open('9001');
  await deal.part('sync-now').focus();
  await page.keyboard.press('Enter');
  await deal.part('sync-result').waitFor();
  expect(await focused(page)).toBe('sync-now');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('link-customer');
  await page.keyboard.press('Enter');
  const drawer = page.locator('[data-test-id="link-panel"]');
  await drawer.waitFor();
  expect(await drawer.locator(':focus').count()).toBe(1);
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  expect(await focused(page)).toBe('link-customer');
});
