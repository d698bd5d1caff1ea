import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from '../../browser/launch-chromium.ts';
import { startDevWorld } from '../dev-server/dev-world.ts';
import type { DevWorld } from '../dev-server/dev-world.ts';

const slowMs = 60_000;

let outputFolder: string;
let browser: Browser;
let world: DevWorld;
let page: Page;
let card: Locator;

beforeAll(async () => {
  outputFolder = await mkdtemp(path.join(tmpdir(), 'record-page-gallery-'));
  const root = path.join(import.meta.dirname, 'fixtures');
  const entryPoint = path.join(root, 'Gallery.tsx');
  await remoteBuild({ root, entryPoint, outputDir: outputFolder, logLevel: 'silent' });
  browser = await launchChromium();
  world = await startDevWorld({
    cards: [
      {
        uid: 'gallery',
        name: 'Gallery',
        location: 'crm.record.tab',
        objectTypes: ['deals'],
        bundlePath: path.join(outputFolder, 'Gallery.js'),
        revision: 1,
      },
    ],
  });
}, slowMs);

afterAll(async () => {
  await browser.close();
  await world.close();
  await rm(outputFolder, { recursive: true });
}, slowMs);

beforeEach(async () => {
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${world.url}/#/deals/9001`);
  card = page.getByTestId('card-gallery');
  await card.locator('svg[role=img]').first().waitFor();
}, slowMs);

afterEach(() => page.close());

const chart = (testId: string): Locator => card.locator(`[data-test-id="${testId}"]`);

const boxOf = async (locator: Locator): Promise<{ top: number; bottom: number }> => {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return { top: box.y, bottom: box.y + box.height };
};

it(
  'draws a bar for every row, with negative ones below the zero line',
  async () => {
    const bars = chart('grouped').locator('g[data-value]');
    expect(await bars.count()).toBe(48);
    const zero = await boxOf(chart('grouped').locator('.chart-zero'));
    const gross = await boxOf(bars.nth(0).locator('rect'));
    const net = await boxOf(bars.nth(1).locator('rect'));
    expect(await bars.nth(1).getAttribute('data-value')).toBe('-400');
    // Within the pixel that the line is thick.
    expect(Math.abs(gross.bottom - zero.top)).toBeLessThanOrEqual(1);
    expect(Math.abs(net.top - zero.bottom)).toBeLessThanOrEqual(1);
    expect(net.bottom).toBeGreaterThan(net.top + 5);
  },
  slowMs,
);

it(
  'shows title, legend, axis names and tooltips where they are asked for, and nowhere else',
  async () => {
    const text = await chart('grouped').textContent();
    for (const part of ['Gross and net by month', 'Gross', 'Net', 'Month', 'USD']) {
      expect(text).toContain(part);
    }
    expect(await chart('grouped').locator('g[data-value] title').count()).toBe(48);
    expect(await chart('customers').locator('g[data-value] title').count()).toBe(0);
    expect(await chart('customers').locator('.chart-legend').count()).toBe(0);
    expect(await chart('customers').locator('.chart-value').allTextContents()).toEqual([
      '1,250.5',
      '320',
      '780',
    ]);
  },
  slowMs,
);

it(
  'draws one line a colour with a point for every row, and says where there is no data',
  async () => {
    expect(await chart('line').locator('polyline').count()).toBe(1);
    expect(await chart('line').locator('circle').count()).toBe(4);
    expect(await chart('lines').locator('polyline').count()).toBe(2);
    expect(await chart('empty').textContent()).toContain('No data');
  },
  slowMs,
);

it(
  'writes numbers and days in the locale that is chosen, at once',
  async () => {
    await page.getByTestId('user-menu').click();
    await page.getByTestId('setting-locale').selectOption('de-de');
    await expect
      .poll(() => chart('customers').locator('.chart-value').allTextContents())
      .toEqual(['1.250,5', '320', '780']);
    expect(await chart('line').textContent()).toContain('05.01.2026');
  },
  slowMs,
);

it(
  'takes the card down, with the reason, when a row lacks its value',
  async () => {
    await card.getByRole('button', { name: 'Draw an incomplete row' }).click();
    await card.getByText('Row 1 of BarChart has no text or number in "paid".').waitFor();
  },
  slowMs,
);

it(
  'opens a modal with a search and a panel with its footer, and closes them',
  async () => {
    await card.getByRole('tab', { name: 'Lists and dialogs' }).click();
    await card.getByRole('button', { name: 'Open modal' }).click();
    const modal = page.getByRole('dialog', { name: 'Link a customer' });
    await modal.getByRole('searchbox', { name: 'Stripe customer' }).fill('acme');
    await modal.getByRole('button', { name: 'Close' }).click();
    await card.getByRole('button', { name: 'Open panel' }).click();
    const panel = page.getByRole('dialog', { name: 'Details' });
    await panel.getByRole('button', { name: 'Assign' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  },
  slowMs,
);

const told = async (): Promise<readonly string[]> =>
  ((await card.locator('[data-test-id="told"]').textContent()) ?? '').split(' | ');

const field = (label: string): Locator => card.getByLabel(label, { exact: true });

it(
  'tells what a person fills in, and all of it by name when the form is submitted',
  async () => {
    const form = card.locator('[data-test-id="form"]');
    await field('Note').fill('Two lines');
    await form.getByRole('searchbox', { name: 'Customer' }).fill('acme');
    await field('Rate').fill('101.239');
    await form.getByLabel('I have read what is written').check();
    await form.getByRole('radio', { name: 'Only what is open' }).check();
    const name = form.getByRole('textbox', { name: 'Name' });
    await name.fill('Robin');
    await name.press('Enter');
    await expect
      .poll(told)
      .toEqual([
        'rate 100',
        'mode [true,"open"]',
        'name "Robin"',
        'submitted {"name":"Robin","note":"Two lines","customer":"acme","attempts":2,"rate":100,"mode":"open","terms":"accepted"}',
      ]);
    expect(await field('Rate').inputValue()).toBe('100');
  },
  slowMs,
);

it(
  'tells what is still being typed when the form is submitted by a program',
  async () => {
    const form = card.locator('[data-test-id="form"]');
    await form.getByRole('textbox', { name: 'Name' }).fill('Robin');
    await form.dispatchEvent('submit');
    await expect
      .poll(told)
      .toEqual([
        'name "Robin"',
        'submitted {"name":"Robin","note":"","customer":"","attempts":2,"rate":2.9,"mode":"all"}',
      ]);
  },
  slowMs,
);

it(
  'tells of a chosen and of a cleared day, and refuses one before the first',
  async () => {
    await field('From').fill('2026-02-05');
    await expect
      .poll(told)
      .toEqual(['from {"year":2026,"month":1,"date":5,"formattedDate":"Feb 5, 2026"}']);
    await field('From').fill('2025-12-31');
    await card.getByText('Stripe keeps nothing from before 2026').waitFor();
    await card.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect.poll(told).toHaveLength(2);
    expect((await told()).at(-1)).toBe('from null');
  },
  slowMs,
);

it(
  'finds options of a long list, and tells the chosen ones in the list’s order',
  async () => {
    const months = card.getByRole('button', { name: 'Months' });
    await months.click();
    await card.getByRole('checkbox', { name: 'August' }).check();
    await card.getByRole('searchbox', { name: 'Search', exact: true }).last().fill('mar');
    expect(await card.getByRole('checkbox', { name: 'April' }).count()).toBe(0);
    await card.getByRole('checkbox', { name: 'March' }).check();
    await expect.poll(told).toEqual(['months [7]', 'months [2,7]']);
    await page.keyboard.press('Escape');
    await card.getByRole('checkbox', { name: 'March' }).waitFor({ state: 'hidden' });
    expect(await months.textContent()).toBe('March, August');
  },
  slowMs,
);

it(
  'draws a score, and takes the card down for one that is none',
  async () => {
    expect(await card.locator('.score').getAttribute('aria-label')).toBe('67');
    await card.getByRole('button', { name: 'Score too much' }).click();
    await card.getByText('ScoreCircle shows a score from 0 to 100, not 101.').waitFor();
  },
  slowMs,
);

it(
  'draws icons of the SDK, and links to the app’s page within the sandbox',
  async () => {
    for (const name of ['present', 'missing', 'different', 'integrations', 'facebook']) {
      await card.getByRole('img', { name, exact: true }).waitFor();
    }
    expect(await card.locator('.lucide-square-dashed').count()).toBe(0);
    const backfill = card.getByRole('link', { name: 'Backfill' });
    expect(await backfill.getAttribute('href')).toBe('#/app/backfill?run=7');
    expect(await backfill.getAttribute('target')).toBeNull();
    expect(await card.getByRole('link', { name: 'Keys' }).getAttribute('target')).toBe('_blank');
  },
  slowMs,
);
