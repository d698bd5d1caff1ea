import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { CARDS } from '../../scripts/build/project.ts';
import { startRecordPage } from '../../sandbox/dev/start.ts';
import { createManualClock } from '../../sandbox/http/clock.ts';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import { WRITE_PERMISSIONS } from '../../sandbox/world/credentials.ts';
import { launchChromium } from './launch-chromium.ts';

/**
 * `npm run previews`: draws the preview images of the cards anew, from the cards on the record page of the
 * sandbox. HubSpot shows them where an admin chooses cards. And
 * the pictures of the README.
 */
interface Preview {
  readonly cardUid: string;
  /** A record of the sandbox with a story worth showing. */
  readonly record: string;
  /** A text that is there once the card has read everything. */
  readonly settled: RegExp;
}

const READ = /Live from Stripe/;

const DEAL = 'deals/9002';

const PREVIEWS: readonly Preview[] = [
  { cardUid: 'deal-payments', record: DEAL, settled: READ },
  {
    cardUid: 'contact-payments',
    record: `contacts/${STORY_IDS.yearlyDiscount.contact}`,
    settled: READ,
  },
  {
    cardUid: 'company-payments',
    record: `companies/${STORY_IDS.fiftyContacts.company}`,
    settled: READ,
  },
  // Shows what the last sync wrote.
  { cardUid: 'payment-sidebar', record: DEAL, settled: /Net, converted to USD/ },
];

const FOLDER = path.join(CARDS, 'previews');

/** So tall that nothing has to be scrolled to, and no bar of the page covers a card. */
const VIEWPORT = { width: 1280, height: 3000 };
/** The top of a card says the most; below it are tables. */
const MAX_HEIGHT = 640;

async function draw(page: Page, url: string, { cardUid, record, settled }: Preview): Promise<void> {
  await page.goto(`${url}/#/${record}`);
  const card = page.getByTestId(`card-${cardUid}`);
  const button = card.getByRole('button', { name: 'Sync now' });
  await button.waitFor();
  const settledText = card.getByText(settled).filter({ visible: true }).first();
  if (cardUid === 'payment-sidebar') {
    await button.click();
    await settledText.waitFor();
    // What is saved stays; the alert and the list of changes go.
    await page.reload();
  } else {
    // Synced a moment ago for the README's picture.
    const onDemand = card.locator('[data-test-id="show-payments"]');
    await settledText.or(onDemand).first().waitFor();
    if (await onDemand.isVisible()) await onDemand.click();
  }
  await settledText.waitFor();
  await screenshot(page, cardUid);
}

async function screenshot(page: Page, cardUid: string): Promise<void> {
  const box = await page.getByTestId(`card-${cardUid}`).boundingBox();
  if (box === null) throw new Error(`The card ${cardUid} is not on ${page.url()}.`);
  await page.screenshot({
    path: path.join(FOLDER, `${cardUid}.png`),
    clip: { ...box, height: Math.min(box.height, MAX_HEIGHT) },
    animations: 'disabled',
  });
}

/** The card that acts, on a deal of which a half was just asked for. */
async function drawActions(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  await page.goto(`${url}/#/deals/9042`);
  await page
    .getByTestId('card-deal-payments')
    .getByRole('button', { name: 'Sync now' })
    .first()
    .click();
  const card = page.getByTestId('card-stripe-actions');
  await card.getByText(/is outstanding/).waitFor();
  await card.getByRole('button', { name: 'Request payment' }).click();
  await page
    .getByRole('combobox', { name: 'What to request' })
    .selectOption({ label: 'A deposit, in percent' });
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: /^Create payment link/ }).click();
  await page.getByText('Payment link created').waitFor();
  await page.keyboard.press('Escape');
  await card.getByText('Payment requests (1)').waitFor();
  // The figures of the sync after it, and no button in focus.
  await card.getByText('The new figures are saved.').waitFor();
  await card.getByText('Payment requests (1)').click();
  await screenshot(page, 'stripe-actions');
  await page.close();
}

async function drawAll(browser: Browser, url: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const preview of PREVIEWS) {
    const page = await browser.newPage({ viewport: VIEWPORT });
    await draw(page, url, preview);
    await page.close();
  }
}

/** The pictures of the README, at the size of a laptop's window. */
const README_FOLDER = 'docs/images';
const README_VIEWPORT = { width: 1280, height: 960 };

async function drawForReadme(
  browser: Browser,
  name: string,
  prepare: (page: Page) => Promise<unknown>,
): Promise<void> {
  const page = await browser.newPage({ viewport: README_VIEWPORT });
  await prepare(page);
  await page.screenshot({
    path: path.join(README_FOLDER, `${name}.png`),
    animations: 'disabled',
    fullPage: name.startsWith('setup'),
  });
  await page.close();
}

async function openSetup(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Stripe payments app' }).click();
}

const startPage = (startsAs: Parameters<typeof startRecordPage>[0]['startsAs']) =>
  startRecordPage({
    connections: { stripe: { kind: 'sandbox' }, hubspot: { kind: 'sandbox' } },
    ...(startsAs !== undefined && { startsAs }),
    clock: createManualClock(Date.parse('2026-11-22T12:00:00Z')),
    monotonicNowMs: () => performance.now(),
    seed: 1,
    port: 0,
    watches: false,
    log: () => undefined,
  });

/** One page after the other: the functions know one account at a time. */
async function withPage(
  startsAs: Parameters<typeof startPage>[0],
  work: (url: string) => Promise<void>,
): Promise<void> {
  const recordPage = await startPage(startsAs);
  try {
    await work(recordPage.url);
  } finally {
    await recordPage.close();
  }
}

const browser = await launchChromium();
try {
  await withPage({ writes: WRITE_PERMISSIONS }, (url) => drawActions(browser, url));
  await withPage({ isSetUp: true }, async (url) => {
    await drawForReadme(browser, 'setup-ready', async (page) => {
      await openSetup(page, url);
      await page.getByText('Setup is complete').first().waitFor();
    });
    await drawForReadme(browser, 'record-page', async (page) => {
      await page.goto(`${url}/#/${DEAL}`);
      const card = page.getByTestId('card-deal-payments');
      await card.getByText(READ).waitFor();
      await card.getByRole('button', { name: 'Sync now' }).click();
      await card
        .getByText(/updated/i)
        .first()
        .waitFor();
    });
    await drawAll(browser, url);
  });
  await withPage({ isSetUp: false }, (url) =>
    drawForReadme(browser, 'setup-fresh', async (page) => {
      await openSetup(page, url);
      await page.getByRole('button', { name: /^Apply \d+ changes$/ }).waitFor();
    }),
  );
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await browser.close();
}
