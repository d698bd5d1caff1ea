import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { atRest } from './gallery/draw.ts';
import { test } from './harness.ts';
import { choose } from './reader.ts';

/** Where the buttons of the cards' headers are, as the window shows them. */
const BOXES = `[...document.querySelectorAll('[data-test-id="sync-now"], [data-test-id="link-customer"]')]
  .map((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return [button.dataset.testId, x, y, width, height].join(' ');
  })`;

const boxesOn = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(BOXES);

const PLACES = [
  'deals/9001',
  'deals/9021',
  `contacts/${STORY_IDS.pastDue.contact}`,
  `companies/${STORY_IDS.companyByDomain.company}`,
];

for (const width of [1280, 900]) {
  test.for(['en', 'it'])(
    `the buttons stay where they are before, during and after a sync: %s, ${String(width)} px`,
    async (language, { page, recordPage, stripe }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(recordPage.url);
      await choose(page, { language, locale: language === 'it' ? 'it-it' : 'en-us' });
      const ofTypes = new Map<string, readonly string[]>();
      for (const place of PLACES) {
        const [objectType = ''] = place.split('/');
        const card = page.locator('[data-testid$="-payments"]');
        await page.goto(`${recordPage.url}/#/${place}`);
        await card.locator('[data-test-id="sync-now"]').waitFor();
        // While it loads, and at rest.
        const tabOnly = (boxes: readonly string[]): readonly string[] => boxes.slice(0, 2);
        const loading = tabOnly(await boxesOn(page));
        await atRest(page);
        const before = await boxesOn(page);
        expect(before.length).toBeGreaterThanOrEqual(3);
        expect(tabOnly(before)).toEqual(loading);
        await stripe.setLatency(60);
        await card.locator('[data-test-id="sync-now"]').click();
        await card.locator('[aria-busy="true"]').first().waitFor();
        const isBelow = width === 900;
        const compared = isBelow ? tabOnly : (boxes: readonly string[]) => boxes;
        expect(compared(await boxesOn(page))).toEqual(compared(before));
        await stripe.setLatency(0);
        await card.locator('[data-test-id="sync-result"]').waitFor();
        await atRest(page);
        expect(compared(await boxesOn(page))).toEqual(compared(before));
        // Whatever the state of a record, and of records of one type.
        const same = ofTypes.get(objectType) ?? tabOnly(before);
        expect(tabOnly(before)).toEqual(same);
        ofTypes.set(objectType, same);
      }
    },
  );
}
