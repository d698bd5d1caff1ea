import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { test } from '../../browser/tab.ts';
import type { DevWorld, DevWorldOptions } from '../dev-server/dev-world.ts';
import { startDevWorld } from '../dev-server/dev-world.ts';

export { test as it };

const SLOW_MS = 60_000;

interface Fixture {
  /** A file in `fixtures/`, without its ending. */
  readonly name: string;
  readonly kind: 'card' | 'page';
  readonly variables?: NonNullable<DevWorldOptions['variables']>;
}

export interface OpenExtension {
  readonly world: DevWorld;
  readonly page: Page;
  /** The frame of the card or the app page. */
  readonly frame: Locator;
  readonly consoleErrors: readonly string[];
  /** A component by its `testId`. */
  part(testId: string): Locator;
  press(name: string): Promise<void>;
  /** Waits for exactly this text of a component, or of what the locator finds. */
  expectText(shown: Locator | string, text: RegExp | string): Promise<void>;
}

function worldOptions({ name, kind, variables = {} }: Fixture, folder: string): DevWorldOptions {
  const bundle = { bundlePath: path.join(folder, `${name}.js`), revision: 1 };
  if (kind === 'page') return { pages: [{ uid: 'app-page', ...bundle }], variables };
  const location = { location: 'crm.record.tab', objectTypes: ['deals'] };
  return { cards: [{ uid: 'fixture', name, ...location, ...bundle }], variables };
}

async function openIn(
  page: Page,
  world: DevWorld,
  kind: Fixture['kind'],
): Promise<Omit<OpenExtension, 'consoleErrors'>> {
  await page.goto(`${world.url}/#/${kind === 'card' ? 'deals/9001' : 'app'}`);
  const frame = page.getByTestId(kind === 'card' ? 'card-fixture' : 'app-page');
  await frame.locator('[data-test-id]').first().waitFor({ state: 'attached' });
  const part = (testId: string): Locator => frame.locator(`[data-test-id="${testId}"]`);
  return {
    world,
    page,
    frame,
    part,
    press: (name) => frame.getByRole('button', { name, exact: true }).click(),
    expectText: async (shown, text) => {
      const locator = typeof shown === 'string' ? part(shown) : shown;
      const content = expect.poll(() => locator.textContent(), { timeout: 10_000 });
      await (typeof text === 'string' ? content.toBe(text) : content.toMatch(text));
    },
  };
}

/** Builds a fixture for the file that calls this, and opens it in a world of its own for each test. */
export function openExtension(fixture: Fixture): () => OpenExtension {
  vi.setConfig({ testTimeout: SLOW_MS, hookTimeout: SLOW_MS });
  let outputDir: string;
  let open: OpenExtension;
  beforeAll(async () => {
    outputDir = await mkdtemp(path.join(tmpdir(), 'record-page-'));
    const root = path.join(import.meta.dirname, 'fixtures');
    const entryPoint = path.join(root, `${fixture.name}.tsx`);
    await remoteBuild({ root, entryPoint, outputDir, logLevel: 'silent' });
  });
  afterAll(() => rm(outputDir, { recursive: true }));
  test.beforeEach(async ({ tab, problems }) => {
    const world = await startDevWorld(worldOptions(fixture, outputDir));
    open = { ...(await openIn(tab, world, fixture.kind)), consoleErrors: problems };
    return () => world.close();
  });
  return () => open;
}
