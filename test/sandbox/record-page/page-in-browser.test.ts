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
let appPage: Locator;
let consoleErrors: string[];

beforeAll(async () => {
  outputFolder = await mkdtemp(path.join(tmpdir(), 'record-page-page-'));
  const root = path.join(import.meta.dirname, 'fixtures');
  const entryPoint = path.join(root, 'Page.tsx');
  await remoteBuild({ root, entryPoint, outputDir: outputFolder, logLevel: 'silent' });
  browser = await launchChromium();
}, slowMs);

afterAll(async () => {
  await browser.close();
  await rm(outputFolder, { recursive: true });
}, slowMs);

beforeEach(async () => {
  world = await startDevWorld({
    pages: [{ uid: 'app-page', bundlePath: path.join(outputFolder, 'Page.js'), revision: 1 }],
    variables: { stripeMode: 'test', retries: 3 },
  });
  world.hubspot.store.createObject('deals', { dealname: 'Annual plan', amount: '120' }, '9002');
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  consoleErrors = [];
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  await page.goto(`${world.url}/#/app`);
  appPage = page.getByTestId('app-page');
  await part('outcome').waitFor({ state: 'attached' });
}, slowMs);

afterEach(async () => {
  await page.close();
  await world.close();
}, slowMs);

const part = (testId: string): Locator => appPage.locator(`[data-test-id="${testId}"]`);
const press = (name: string): Promise<void> =>
  appPage.getByRole('button', { name, exact: true }).click();

async function expectText(locator: Locator, text: string | RegExp): Promise<void> {
  await expect.poll(() => locator.textContent(), { timeout: 10_000 }).toMatch(text);
}

const partJson = async (testId: string): Promise<unknown> =>
  JSON.parse((await part(testId).textContent()) ?? '');

it(
  'gives a page the context and the actions that HubSpot gives it, and no more',
  async () => {
    expect(await partJson('context')).toEqual({
      location: 'pages',
      user: {
        id: 1,
        emails: ['robin.demo@example.com'],
        email: 'robin.demo@example.com',
        firstName: 'Robin',
        lastName: 'Demo',
        roles: [],
        teams: [],
        locale: 'en-us',
        language: 'en',
        permissions: ['integrations-management-write'],
      },
      portal: { id: 0, timezone: 'UTC' },
      variables: { stripeMode: 'test', retries: 3 },
      extension: { appId: 1, appName: 'Payments' },
    });
    await expectText(
      part('actions'),
      /^addAlert closeOverlay copyTextToClipboard navigateToPage openIframeModal reloadPage$/,
    );
  },
  slowMs,
);

it(
  'is reached from the menu, which marks it as the current page',
  async () => {
    await page.goto(`${world.url}/#/contacts`);
    const link = page.getByRole('link', { name: 'Payments app' });
    expect(await link.getAttribute('aria-current')).toBeNull();
    await link.click();
    await expectText(part('visits'), '1');
    expect(await link.getAttribute('aria-current')).toBe('page');
  },
  slowMs,
);

it(
  'routes by the address, by links and by the browser’s back button, in one worker',
  async () => {
    expect(await partJson('route')).toEqual({ routeId: 'setup', path: '/', params: {} });
    await page.getByTestId('app-page-actions').getByRole('link', { name: 'Customer' }).click();
    await appPage.getByRole('heading', { name: 'Customer' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/app/customers/cus_1%2F2?tab=paid');
    expect(await partJson('route')).toEqual({
      routeId: 'customer',
      path: '/customers/cus_1%2F2',
      params: { id: 'cus_1/2', tab: 'paid' },
    });
    await appPage.getByRole('link', { name: 'Back to setup' }).click();
    await expectText(part('route'), '"params":{"from":"customer"}');
    await page.goBack();
    await expectText(part('route'), '"routeId":"customer"');
    await page.goto(`${world.url}/#/app/nowhere`);
    await appPage.getByText('This app page does not exist.').waitFor();
    expect(page.workers()).toHaveLength(1);
  },
  slowMs,
);

it(
  'navigates to a page, and not where a value is missing',
  async () => {
    await press('Navigate without a value');
    await expect.poll(() => consoleErrors.join()).toContain('needs a value for :id');
    expect(new URL(page.url()).hash).toBe('#/app');
    await press('Navigate');
    await expectText(part('route'), '"params":{"id":"cus_9"}');
  },
  slowMs,
);

it(
  'names the browser’s tab after the page’s title until the person leaves',
  async () => {
    await expect.poll(() => page.title()).toBe('Setup');
    await press('Count');
    await expect.poll(() => page.title()).toBe('Setup, again');
    await page.getByRole('link', { name: 'Deals' }).click();
    await expect.poll(() => page.title()).toBe('CRM sandbox');
  },
  slowMs,
);

it(
  'calls a function without a record, and refuses properties of one',
  async () => {
    await press('Call');
    await expectText(part('outcome'), 'resolved {"ok":true,"parameters":{"deep":true}}');
    expect(world.functionCalls).toEqual([
      { serverlessFunction: 'check-setup', parameters: { deep: true } },
    ]);
    await press('Call failing');
    await expectText(part('outcome'), 'rejected The function failed: Error: boom.');
    await press('Call with properties');
    await expectText(part('outcome'), 'rejected check-setup: propertiesToSend needs a record');
    expect(world.functionCalls).toHaveLength(2);
    expect(consoleErrors.join()).toContain('propertiesToSend needs a record');
  },
  slowMs,
);

it(
  'refuses what needs a record',
  async () => {
    await expectText(part('properties'), 'useCrmProperties needs a record');
    await expectText(part('associations'), 'useAssociations needs a record');
  },
  slowMs,
);

it(
  'searches records page by page and refuses a page that HubSpot would not give',
  async () => {
    await expectText(part('total'), '2, page 1');
    expect(await partJson('search')).toEqual([
      [9001, { dealname: 'Website relaunch', amount: '$4,800.00' }],
    ]);
    await press('Next page');
    await expectText(part('search'), 'Annual plan');
    await expectText(part('total'), '2, page 2');
    await press('Too many at once');
    await expectText(part('search'), /^The CRM search is not understood: .*pageLength/s);
  },
  slowMs,
);

it(
  'shows an alert, and closes an overlay from inside',
  async () => {
    await press('Alert');
    await expect.poll(() => page.getByTestId('alerts').textContent()).toBe('Created.');
    await press('Remove');
    await page.getByRole('dialog', { name: 'Remove?' }).waitFor();
    await page.getByRole('button', { name: 'Keep them' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  },
  slowMs,
);

it(
  'starts again with the chosen language and without the right to change integrations',
  async () => {
    await page.getByTestId('user-menu').click();
    await page.getByTestId('setting-language').selectOption('it');
    await expectText(part('context'), '"language":"it"');
    await page.getByTestId('setting-managesApps').selectOption('no');
    await expectText(part('context'), '"permissions":[]');
  },
  slowMs,
);

it.each([
  {
    misuse: 'Put a text into the header',
    reason: 'PageHeader may hold PageHeaderPrimaryAction and PageHeaderSecondaryActions only',
  },
  {
    misuse: 'Put a header link elsewhere',
    reason: 'PageHeader.Link stands in PageHeader.PrimaryAction',
  },
])(
  'takes the page down when it does this: $misuse',
  { timeout: slowMs },
  async ({ misuse, reason }) => {
    await press(misuse);
    await appPage.getByText('This page could not be displayed').waitFor();
    await expectText(appPage, reason);
  },
);
