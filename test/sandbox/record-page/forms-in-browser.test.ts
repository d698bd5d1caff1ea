import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { openGallery, slowMs } from './gallery.ts';

const gallery = openGallery();

const told = async (): Promise<readonly string[]> =>
  ((await gallery.card().locator('[data-test-id="told"]').textContent()) ?? '').split(' | ');

const field = (label: string): Locator => gallery.card().getByLabel(label, { exact: true });

it(
  'tells what a person fills in, and all of it by name when the form is submitted',
  async () => {
    const form = gallery.card().locator('[data-test-id="form"]');
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
    const form = gallery.card().locator('[data-test-id="form"]');
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
    await gallery.card().getByText('Stripe keeps nothing from before 2026').waitFor();
    await gallery.card().getByRole('button', { name: 'Clear', exact: true }).click();
    await expect.poll(told).toHaveLength(2);
    expect((await told()).at(-1)).toBe('from null');
  },
  slowMs,
);

it(
  'finds options of a long list, and tells the chosen ones in the list’s order',
  async () => {
    const months = gallery.card().getByRole('button', { name: 'Months' });
    await months.click();
    await gallery.card().getByRole('checkbox', { name: 'August' }).check();
    await gallery.card().getByRole('searchbox', { name: 'Search', exact: true }).last().fill('mar');
    expect(await gallery.card().getByRole('checkbox', { name: 'April' }).count()).toBe(0);
    await gallery.card().getByRole('checkbox', { name: 'March' }).check();
    await expect.poll(told).toEqual(['months [7]', 'months [2,7]']);
    await gallery.page().keyboard.press('Escape');
    await gallery.card().getByRole('checkbox', { name: 'March' }).waitFor({ state: 'hidden' });
    expect(await months.textContent()).toBe('March, August');
  },
  slowMs,
);

it(
  'draws a score, and takes the card down for one that is none',
  async () => {
    expect(await gallery.card().locator('.score').getAttribute('aria-label')).toBe('67');
    await gallery.card().getByRole('button', { name: 'Score too much' }).click();
    await gallery.card().getByText('ScoreCircle shows a score from 0 to 100, not 101.').waitFor();
  },
  slowMs,
);

it(
  'draws icons of the SDK, and links to the app’s page within the sandbox',
  async () => {
    for (const name of ['present', 'missing', 'different', 'integrations', 'facebook']) {
      await gallery.card().getByRole('img', { name, exact: true }).waitFor();
    }
    expect(await gallery.card().locator('.lucide-square-dashed').count()).toBe(0);
    const backfill = gallery.card().getByRole('link', { name: 'Backfill' });
    expect(await backfill.getAttribute('href')).toBe('#/app/backfill?run=7');
    expect(await backfill.getAttribute('target')).toBeNull();
    expect(await gallery.card().getByRole('link', { name: 'Keys' }).getAttribute('target')).toBe(
      '_blank',
    );
  },
  slowMs,
);
