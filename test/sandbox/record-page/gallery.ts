import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from '../../browser/launch-chromium.ts';
import { startDevWorld } from '../dev-server/dev-world.ts';
import type { DevWorld } from '../dev-server/dev-world.ts';

export const slowMs = 60_000;

interface Gallery {
  page(): Page;
  card(): Locator;
}

/** The fixture Gallery.tsx, built once for the file that calls this and opened anew for each test. */
export function openGallery(): Gallery {
  let outputFolder: string;
  let browser: Browser;
  let world: DevWorld;
  let page: Page;
  const card = (): Locator => page.getByTestId('card-gallery');

  beforeAll(async () => {
    outputFolder = await mkdtemp(path.join(tmpdir(), 'record-page-gallery-'));
    const root = path.join(import.meta.dirname, 'fixtures');
    const entryPoint = path.join(root, 'Gallery.tsx');
    await remoteBuild({ root, entryPoint, outputDir: outputFolder, logLevel: 'silent' });
    browser = await launchChromium();
    const bundlePath = path.join(outputFolder, 'Gallery.js');
    const place = { location: 'crm.record.tab', objectTypes: ['deals'] };
    world = await startDevWorld({
      cards: [{ uid: 'gallery', name: 'Gallery', ...place, bundlePath, revision: 1 }],
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
    await card().locator('svg[role=img]').first().waitFor();
  }, slowMs);

  afterEach(() => page.close());

  return { page: () => page, card };
}
