import { textsIn } from '@stripe-payments/core';
import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { createManualClock } from '../../sandbox/http/clock.ts';
import { HOSTILE_IDS, HOSTILE_TEXTS, unbroken } from '../../sandbox/seed/hostile-stories.ts';
import { seedHostileRecords } from '../../sandbox/world/seed-crm.ts';
import type { CardPage, CardOn } from './card-page.ts';
import {
  cardPageOf,
  COMPANY_CARD,
  CONTACT_CARD,
  CONTACT_SIDEBAR,
  DEAL_CARD,
  DEAL_SIDEBAR,
} from './card-page.ts';
import { NOW_MS, test as base } from './harness.ts';
import { stickingOutOn } from './layout.ts';
import { linkPanelOf } from './link-panel.ts';

/** What a page did that no text may make it do. */
interface Watch {
  readonly dialogs: readonly string[];
  readonly strangers: readonly string[];
}

function watch(page: Page, origin: string): Watch {
  const dialogs: string[] = [];
  const strangers: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request: Request) => {
    if (!request.url().startsWith(origin)) strangers.push(request.url());
  });
  return { dialogs, strangers };
}

const test = base
  .extend('hostile', { scope: 'file' }, ({ recordPage }) => {
    seedHostileRecords(recordPage.world, createManualClock(NOW_MS));
    return HOSTILE_IDS;
  })
  .extend('watched', ({ page, recordPage }) => watch(page, recordPage.url));

async function expectHarmless(page: Page, { dialogs, strangers }: Watch): Promise<void> {
  expect(dialogs).toEqual([]);
  expect(strangers).toEqual([]);
  expect(await page.evaluate('window.pwned')).toBeUndefined();
  const alien = '.app script, .app img, .app svg[onload], .app iframe, .app [href^="javascript"]';
  expect(await page.locator(alien).count()).toBe(0);
  expect(await stickingOutOn(page)).toEqual([]);
}

/** Everything that a card shows on demand. */
async function unfold(record: CardPage): Promise<void> {
  for (const name of ['Fees and exchange rate', /^Other invoices/]) {
    const button = record.card.getByRole('button', { name });
    if ((await button.count()) > 0) await button.first().click();
  }
}

const PLACES: readonly (readonly [string, CardOn, string])[] = [
  ['the deal that links them all', DEAL_CARD, HOSTILE_IDS.deal],
  ['a deal with a payment that needs review', DEAL_CARD, HOSTILE_IDS.sharedDeals[0]],
  ['the deal with the longest name', DEAL_CARD, HOSTILE_IDS.sharedDeals[1]],
  ['the contact', CONTACT_CARD, HOSTILE_IDS.contact],
  ['the company', COMPANY_CARD, HOSTILE_IDS.company],
];

for (const width of [1280, 900]) {
  test.for(PLACES)(
    `%s holds its texts at ${String(width)} pixels, and does nothing of what they say`,
    async ([, place, id], { page, recordPage, watched, hostile }) => {
      expect(Object.values(hostile).flat()).toContain(id);
      await page.setViewportSize({ width, height: 900 });
      const record = cardPageOf(page, recordPage.url, place);
      await record.open(id);
      await unfold(record);
      await expectHarmless(page, watched);
      await record.sync();
      await expectHarmless(page, watched);
    },
  );
}

const { markup, breakout, override, newlines } = HOSTILE_TEXTS;
const REASONS = [markup, breakout, override, newlines, unbroken(5_000)];

test.for([
  { ...DEAL_SIDEBAR, id: HOSTILE_IDS.deal },
  { ...CONTACT_SIDEBAR, id: HOSTILE_IDS.contact },
])(
  'the sidebar on $objectType fits a failure reason of any length',
  async ({ id, ...place }, { page, recordPage, watched, hostile }) => {
    expect(hostile.deal).toBe(HOSTILE_IDS.deal);
    const { store } = recordPage.world.hubspot;
    for (const text of REASONS) {
      store.updateObject(place.objectType, id, { stripe_sync_error: text });
      const sidebar = cardPageOf(page, recordPage.url, place);
      await sidebar.visit(id);
      await page.reload();
      await sidebar.sees("The last sync didn't finish");
      await expectHarmless(page, watched);
    }
  },
);

test('the link panel fits long search results, linked customers and input', async ({
  deal,
  page,
  watched,
  hostile,
}) => {
  await deal.open(hostile.deal);
  const panel = linkPanelOf(page, deal.card);
  await panel.open();
  await panel.search('payer-', 'Customer since');
  await expectHarmless(page, watched);
  for (const query of [markup, unbroken(300), override]) {
    await panel.search(query, /Customer since|No customer of this record/);
    await expectHarmless(page, watched);
  }
  await panel.search(unbroken(2_000), textsIn('en').card.links.searchProblem);
  await expectHarmless(page, watched);
});

test('a long text can be read whole, in place and in a tooltip', async ({
  deal,
  page,
  watched,
  hostile,
}) => {
  await deal.open(hostile.sharedDeals[0]);
  const needsReview = deal.part('needs-review');
  await needsReview.getByRole('button', { name: 'Show all' }).first().click();
  await expect.poll(() => needsReview.innerText()).toContain('Show less');
  const whole = await needsReview.innerText();
  expect(whole).toContain(unbroken(1_000));
  await expectHarmless(page, watched);
  const other = needsReview.getByRole('link', { name: /^W{20}/ }).first();
  await other.hover();
  const tooltip = needsReview.getByRole('tooltip').filter({ visible: true });
  const box = await tooltip.boundingBox();
  expect(box).not.toBeNull();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280);
  expect(box?.y).toBeGreaterThanOrEqual(0);
});

test('the record lists fit names of any length', async ({ page, recordPage, watched, hostile }) => {
  for (const objectType of ['deals', 'contacts', 'companies']) {
    await page.goto(`${recordPage.url}/#/${objectType}`);
    await page.getByTestId('record-list').waitFor();
    await expectHarmless(page, watched);
  }
  expect(hostile.company).not.toBe('');
});
