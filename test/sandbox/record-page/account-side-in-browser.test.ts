import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../../browser/launch-chromium.ts';
import { startDevWorld } from '../dev-server/dev-world.ts';
import type { DevWorld } from '../dev-server/dev-world.ts';

const slowMs = 60_000;

let browser: Browser;
let world: DevWorld;
let page: Page;
let drawer: Locator;

beforeAll(async () => {
  browser = await launchChromium();
  world = await startDevWorld();
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${world.url}/#/app`);
  drawer = page.getByTestId('account-side');
}, slowMs);

afterAll(async () => {
  await browser.close();
  await world.close();
}, slowMs);

it(
  'shows how each part stands, and what was done about it',
  async () => {
    await page.getByRole('button', { name: 'Account side' }).click();
    const state = drawer.getByTestId('account-side-switch-state');
    await expect.poll(() => state.textContent()).toBe('It is on');
    await drawer.getByRole('button', { name: 'Turn off', pressed: false }).click();
    await drawer.getByRole('button', { name: 'Turn off', pressed: true }).waitFor();
    expect(await state.textContent()).toBe('It is off');
    expect(await drawer.getByTestId('account-side-log').locator('li').allTextContents()).toEqual([
      'Turned off',
    ]);
  },
  slowMs,
);

it(
  'is one of two drawers, of which one is open',
  async () => {
    await page.getByRole('button', { name: 'Stripe side' }).click();
    await page.getByTestId('stripe-side').waitFor();
    expect(await drawer.count()).toBe(0);
    await page.getByRole('button', { name: 'Account side' }).click();
    await drawer.waitFor();
    expect(await page.getByTestId('stripe-side').count()).toBe(0);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  },
  slowMs,
);

it(
  'says that a project has no app page',
  async () => {
    await page.getByText('This project has no app page.').waitFor();
  },
  slowMs,
);
