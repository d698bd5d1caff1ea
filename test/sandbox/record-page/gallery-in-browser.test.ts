import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { openGallery, slowMs } from './gallery.ts';

const gallery = openGallery();

const chart = (testId: string): Locator => gallery.card().locator(`[data-test-id="${testId}"]`);

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
    await gallery.page().getByTestId('user-menu').click();
    await gallery.page().getByTestId('setting-locale').selectOption('de-de');
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
    await gallery.card().getByRole('button', { name: 'Draw an incomplete row' }).click();
    await gallery.card().getByText('Row 1 of BarChart has no text or number in "paid".').waitFor();
  },
  slowMs,
);

it(
  'opens a modal with a search and a panel with its footer, and closes them',
  async () => {
    await gallery.card().getByRole('tab', { name: 'Lists and dialogs' }).click();
    await gallery.card().getByRole('button', { name: 'Open modal' }).click();
    const modal = gallery.page().getByRole('dialog', { name: 'Link a customer' });
    await modal.getByRole('searchbox', { name: 'Stripe customer' }).fill('acme');
    await modal.getByRole('button', { name: 'Close' }).click();
    await gallery.card().getByRole('button', { name: 'Open panel' }).click();
    const panel = gallery.page().getByRole('dialog', { name: 'Details' });
    await panel.getByRole('button', { name: 'Assign' }).waitFor();
    await gallery.page().keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  },
  slowMs,
);
