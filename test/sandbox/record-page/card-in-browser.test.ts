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
  outputFolder = await mkdtemp(path.join(tmpdir(), 'record-page-card-'));
  const root = path.join(import.meta.dirname, 'fixtures');
  const entryPoint = path.join(root, 'Card.tsx');
  await remoteBuild({ root, entryPoint, outputDir: outputFolder, logLevel: 'silent' });
  browser = await launchChromium();
}, slowMs);

afterAll(async () => {
  await browser.close();
  await rm(outputFolder, { recursive: true });
}, slowMs);

beforeEach(async () => {
  world = await startDevWorld({
    cards: [
      {
        uid: 'payments',
        name: 'Payments',
        location: 'crm.record.tab',
        objectTypes: ['deals'],
        bundlePath: path.join(outputFolder, 'Card.js'),
        revision: 1,
      },
    ],
  });
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${world.url}/#/deals/9001`);
  card = page.getByTestId('card-payments');
  await card.getByText('Call failing').waitFor();
}, slowMs);

afterEach(async () => {
  await page.close();
  await world.close();
}, slowMs);

const part = (testId: string): Locator => card.locator(`[data-test-id="${testId}"]`);
const press = (name: string): Promise<void> =>
  card.getByRole('button', { name, exact: true }).click();

async function expectText(locator: Locator, text: string): Promise<void> {
  await expect.poll(() => locator.textContent(), { timeout: 10_000 }).toBe(text);
}

it(
  'runs the production bundle with the record, its properties and its associations',
  async () => {
    await expectText(
      part('declared'),
      '{"amount":"$4,800.00","dealname":"Website relaunch","stripe_net_amount":null}',
    );
    await expectText(part('contacts'), 'Ada');
    await expectText(part('record'), '9001');
  },
  slowMs,
);

it(
  'does not deliver properties that the bundler could not read from the source',
  async () => {
    await expectText(part('contacts'), 'Ada');
    await expectText(part('imported'), '{}');
  },
  slowMs,
);

it(
  'resolves a function call to exactly what the function returned',
  async () => {
    await press('Call');
    await expectText(part('outcome'), 'resolved {"ok":true,"parameters":{"page":1}}');
    expect(world.functionCalls).toEqual([
      {
        serverlessFunction: 'get-payments',
        parameters: { page: 1 },
        objectQuery: {
          objectId: 9001,
          objectTypeId: '0-3',
          objectPropertyNames: ['hs_object_id'],
        },
      },
    ]);
  },
  slowMs,
);

it(
  'rejects a function call with the message of a function that throws',
  async () => {
    await press('Call failing');
    await expectText(part('outcome'), 'rejected The function failed: Error: boom.');
  },
  slowMs,
);

it(
  'refuses fetch to a card',
  async () => {
    await press('Fetch');
    await expect.poll(() => part('outcome').textContent()).toContain('rejected fetch is not');
  },
  slowMs,
);

it(
  'shows written properties in the panel and in the card only after a refresh',
  async () => {
    await press('Call');
    await expect.poll(() => part('outcome').textContent()).toContain('resolved');
    expect(await page.getByTestId('property-stripe_net_amount').textContent()).toBe('--');
    await press('Refresh');
    await expectText(page.getByTestId('property-stripe_net_amount'), '1,213.45');
    await expect.poll(() => part('declared').textContent()).toContain('"1213.45"');
  },
  slowMs,
);

it(
  'saves an edited property and tells the panel what changed',
  async () => {
    const value = page.getByTestId('property-stripe_payment_ids');
    await value.getByRole('button').click();
    await value.getByRole('textbox').fill('pi_1');
    await value.getByRole('button', { name: 'Save' }).click();
    await expectText(value, 'pi_1');
    expect(world.hubspot.store.valueOf('deals', '9001', 'stripe_payment_ids')).toBe('pi_1');
    expect(await page.locator('.property-changed').count()).toBe(1);
  },
  slowMs,
);

it(
  'opens a modal from the overlay of a button and closes it from inside',
  async () => {
    await press('Unlink');
    await page.getByRole('dialog', { name: 'Unlink?' }).waitFor();
    await page.getByRole('button', { name: 'Never mind' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  },
  slowMs,
);

it(
  'reports the value of an input when the person leaves it',
  async () => {
    await card.getByLabel('Customer').fill('cus_2');
    expect(await part('committed').textContent()).toBe('');
    await card.getByLabel('Customer').blur();
    await expectText(part('committed'), 'cus_2');
  },
  slowMs,
);

it(
  'shows an alert of the card',
  async () => {
    await press('Alert');
    await expect.poll(() => page.getByTestId('alerts').textContent()).toBe('DoneIt is synced.');
  },
  slowMs,
);

it(
  'starts the card again with each chosen locale, language and time zone',
  async () => {
    await expectText(part('locale'), 'en-us');
    await expectText(part('language'), 'en');
    await page.getByTestId('user-menu').click();
    for (const [name, value] of [
      ...['en-us', 'en-gb', 'it-it', 'de-de', 'ja-jp', 'ar-eg'].map(
        (tag) => ['locale', tag] as const,
      ),
      ['language', 'it'],
      ['language', 'en'],
      ['timeZone', 'Asia/Tokyo'],
    ] as const) {
      await page.getByTestId(`setting-${name}`).selectOption(value);
      await expectText(part(name), value);
    }
  },
  slowMs,
);

it(
  'says in red which component it cannot draw',
  async () => {
    await expectText(
      page.getByTestId('not-drawn-TimeInput'),
      'Component TimeInput is not drawn yet',
    );
  },
  slowMs,
);

it(
  'isolates right-to-left text',
  async () => {
    expect(await part('name').locator('bdi').getAttribute('dir')).toBe('auto');
  },
  slowMs,
);

it(
  'takes the card down, and not the page, when it draws a raw HTML element',
  async () => {
    await press('Draw raw HTML');
    await card.getByText('This card could not be displayed').waitFor();
    expect(await card.textContent()).toContain('Unsupported component: div');
    expect(await page.getByTestId('property-stripe_customer_id').textContent()).toBe('cus_1');
  },
  slowMs,
);

it(
  'shows a failed build as a banner',
  async () => {
    world.emit({ type: 'build-error', message: 'Unexpected token' });
    await page.getByTestId('build-error').getByText('Unexpected token').waitFor();
  },
  slowMs,
);
