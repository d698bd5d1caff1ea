import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { it, openExtension } from './open-extension.ts';

const gallery = openExtension({ kind: 'card', name: 'Gallery' });

const chart = (testId: string): Locator => gallery().frame.locator(`[data-test-id="${testId}"]`);

const barsOf = (testId: string): Locator => chart(testId).locator('g[aria-label="bar"] rect');
const valuesOf = (testId: string): Locator => chart(testId).locator('.chart-values text');

const boxOf = async (locator: Locator): Promise<{ top: number; bottom: number }> => {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return { top: box.y, bottom: box.y + box.height };
};

it('draws a bar for every row, with negative ones below the zero line', async () => {
  const bars = barsOf('grouped');
  expect(await bars.count()).toBe(48);
  const zero = await boxOf(chart('grouped').locator('.chart-zero line').first());
  const gross = await boxOf(chart('grouped').getByLabel('2025-01, Gross: 1,200'));
  const net = await boxOf(chart('grouped').getByLabel('2025-01, Net: -400'));
  // Within the pixel that the line is thick.
  expect(Math.abs(gross.bottom - zero.top)).toBeLessThanOrEqual(1);
  expect(Math.abs(net.top - zero.bottom)).toBeLessThanOrEqual(1);
  expect(net.bottom).toBeGreaterThan(net.top + 5);
});

it('shows title, legend, axis names and tooltips where they are asked for, and nowhere else', async () => {
  const text = await chart('grouped').textContent();
  for (const part of ['Gross and net by month', 'Gross', 'Net', 'Month', 'USD']) {
    expect(text).toContain(part);
  }
  expect(await barsOf('grouped').locator('title').count()).toBe(48);
  expect(await barsOf('customers').locator('title').count()).toBe(0);
  expect(await valuesOf('grouped').count()).toBe(0);
  expect(await chart('customers').locator('.chart-legend').count()).toBe(0);
  expect(await valuesOf('customers').allTextContents()).toEqual(['1,250.5', '320', '780']);
});

it('stacks upwards what is positive and downwards what is negative', async () => {
  const zero = await boxOf(chart('stacked').locator('.chart-zero line').first());
  const box = (label: string) => boxOf(chart('stacked').getByLabel(label));
  expect((await box('2025-01, net: -400')).top).toBeGreaterThanOrEqual(zero.top - 1);
  const gross = await box('2025-02, gross: 1,931');
  const net = await box('2025-02, net: 577');
  expect(Math.abs(gross.top - net.bottom)).toBeLessThanOrEqual(1);
});

it('draws a line for each color with a point for every row, and says where there is no data', async () => {
  const lines = (testId: string): Locator => chart(testId).locator('g[aria-label="line"] path');
  expect(await lines('line').count()).toBe(1);
  expect(await lines('lines').count()).toBe(2);
  const points = await chart('line').locator('circle').all();
  const lefts = await Promise.all(points.map(async (point) => (await point.boundingBox())?.x ?? 0));
  const [first = 0, second = 0, third = 0] = lefts;
  expect(lefts).toHaveLength(4);
  // A week and 39 days: times are as far apart as they are.
  expect((third - second) / (second - first)).toBeCloseTo(39 / 7, 1);
  expect(await chart('empty').textContent()).toContain('No data');
});

it('writes numbers and days in the locale that is chosen, at once', async () => {
  await gallery().page.getByTestId('user-menu').click();
  await gallery().page.getByTestId('setting-locale').selectOption('de-de');
  await expect
    .poll(() => valuesOf('customers').allTextContents())
    .toEqual(['1.250,5', '320', '780']);
  expect(await chart('line').textContent()).toContain('05.01.2026');
});

it('stops the card, with the reason, when a row lacks its value', async () => {
  await gallery().frame.getByRole('button', { name: 'Draw an incomplete row' }).click();
  await gallery().frame.getByText('Row 1 of BarChart has no text or number in "paid".').waitFor();
});

it('opens a modal with a search and a panel with its footer, and closes them', async () => {
  await gallery().frame.getByRole('tab', { name: 'Lists and dialogs' }).click();
  await gallery().frame.getByRole('button', { name: 'Open modal' }).click();
  const modal = gallery().page.getByRole('dialog', { name: 'Link a customer' });
  await modal.getByRole('searchbox', { name: 'Stripe customer' }).fill('acme');
  await modal.getByRole('button', { name: 'Close' }).click();
  await gallery().frame.getByRole('button', { name: 'Open panel' }).click();
  const panel = gallery().page.getByRole('dialog', { name: 'Details' });
  await panel.getByRole('button', { name: 'Assign' }).waitFor();
  await gallery().page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});

const reports = async (): Promise<readonly string[]> =>
  ((await gallery().frame.locator('[data-test-id="reports"]').textContent()) ?? '').split(' | ');

const field = (label: string): Locator => gallery().frame.getByLabel(label, { exact: true });

it('reports each input, and all by name when the form is submitted', async () => {
  const form = gallery().frame.locator('[data-test-id="form"]');
  await field('Note').fill('Two lines');
  await form.getByRole('searchbox', { name: 'Customer' }).fill('acme');
  await field('Rate').fill('101.239');
  await form.getByLabel('I have read what is written').check();
  await form.getByRole('radio', { name: 'Only what is open' }).check();
  const name = form.getByRole('textbox', { name: 'Name' });
  await name.fill('Robin');
  await name.press('Enter');
  await expect
    .poll(reports)
    .toEqual([
      'rate 100',
      'mode [true,"open"]',
      'name "Robin"',
      'submitted {"name":"Robin","note":"Two lines","customer":"acme","attempts":2,"rate":100,"mode":"open","terms":"accepted"}',
    ]);
  expect(await field('Rate').inputValue()).toBe('100');
});

it('includes input in progress when the form is submitted by a program', async () => {
  const form = gallery().frame.locator('[data-test-id="form"]');
  await form.getByRole('textbox', { name: 'Name' }).fill('Robin');
  await form.dispatchEvent('submit');
  await expect
    .poll(reports)
    .toEqual([
      'name "Robin"',
      'submitted {"name":"Robin","note":"","customer":"","attempts":2,"rate":2.9,"mode":"all"}',
    ]);
});

it('reports a chosen and a cleared day, and refuses one before the minimum', async () => {
  await field('From').fill('2026-02-05');
  await expect
    .poll(reports)
    .toEqual(['from {"year":2026,"month":1,"date":5,"formattedDate":"Feb 5, 2026"}']);
  await field('From').fill('2025-12-31');
  await gallery().frame.getByText('Stripe keeps nothing from before 2026').waitFor();
  await gallery().frame.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect.poll(reports).toHaveLength(2);
  expect((await reports()).at(-1)).toBe('from null');
});

it('finds options of a long list, and reports the chosen ones in its order', async () => {
  const months = gallery().frame.getByRole('button', { name: 'Months' });
  await months.click();
  await gallery().frame.getByRole('checkbox', { name: 'August' }).check();
  await gallery().frame.getByRole('searchbox', { name: 'Search', exact: true }).last().fill('mar');
  expect(await gallery().frame.getByRole('checkbox', { name: 'April' }).count()).toBe(0);
  await gallery().frame.getByRole('checkbox', { name: 'March' }).check();
  await expect.poll(reports).toEqual(['months [7]', 'months [2,7]']);
  await gallery().page.keyboard.press('Escape');
  await gallery().frame.getByRole('checkbox', { name: 'March' }).waitFor({ state: 'hidden' });
  expect(await months.textContent()).toBe('March, August');
});

it('draws a score, and stops the card for an invalid one', async () => {
  expect(await gallery().frame.locator('.score').getAttribute('aria-label')).toBe('67');
  await gallery().frame.getByRole('button', { name: 'Score too much' }).click();
  await gallery().frame.getByText('ScoreCircle shows a score from 0 to 100, not 101.').waitFor();
});

it('draws icons of the SDK, and links to the app’s page within the sandbox', async () => {
  for (const name of ['present', 'missing', 'different', 'integrations', 'facebook']) {
    await gallery().frame.getByRole('img', { name, exact: true }).waitFor();
  }
  expect(await gallery().frame.locator('.lucide-square-dashed').count()).toBe(0);
  const backfill = gallery().frame.getByRole('link', { name: 'Backfill' });
  expect(await backfill.getAttribute('href')).toBe('#/app/backfill?run=7');
  expect(await backfill.getAttribute('target')).toBeNull();
  expect(await gallery().frame.getByRole('link', { name: 'Keys' }).getAttribute('target')).toBe(
    '_blank',
  );
});
