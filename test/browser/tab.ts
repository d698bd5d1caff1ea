import type { Browser, BrowserContext } from 'playwright-core';
import { test as base } from 'vitest';
import { launchChromium } from './launch-chromium.ts';

/** As long as an expectation polls (`vitest.config.ts`). */
const STEP_TIMEOUT_MS = 20_000;

const BLANK = 'about:blank';
const VIEWPORT = { width: 1280, height: 900 };

/** Errors of pages and workers, and what a developer would see in red in the console. */
function watchForProblems(profile: BrowserContext, problems: string[]): void {
  profile.on('weberror', (webError) => problems.push(String(webError.error())));
  profile.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
}

/** A tab costs a second to open, so the tests of a worker use one after the other, each as new. */
class BrowserWindow {
  readonly problems: string[] = [];
  private profile: BrowserContext | undefined;

  constructor(readonly browser: Browser) {}

  async open(): Promise<BrowserContext> {
    this.problems.length = 0;
    if (this.profile?.pages()[0]?.url() === BLANK) return this.profile;
    await this.profile?.close();
    // A spinner would be drawn sixty times a second.
    const profile = await this.browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce' });
    profile.setDefaultTimeout(STEP_TIMEOUT_MS);
    watchForProblems(profile, this.problems);
    await profile.newPage();
    this.profile = profile;
    return profile;
  }

  async leaveAsNew(): Promise<void> {
    const { profile } = this;
    const [tab, ...others] = profile?.pages() ?? [];
    if (profile === undefined || tab === undefined) return;
    for (const other of others) await other.close();
    await tab.unrouteAll();
    for (const event of ['dialog', 'request', 'response']) tab.removeAllListeners(event);
    profile.removeAllListeners('response');
    if (tab.url().startsWith('http')) await tab.evaluate('localStorage.clear()');
    await tab.setViewportSize(VIEWPORT);
    await profile.clearPermissions();
    await tab.goto(BLANK);
  }
}

/** One of a worker: vitest sets a fixture up anew for each chain of `extend`, those of a worker too. */
let windowOfWorker: BrowserWindow | undefined;

/** A test with a tab. */
export const test = base
  .extend('window', { scope: 'worker' }, async ({}, { onCleanup }) => {
    if (windowOfWorker !== undefined) return windowOfWorker;
    const browser = await launchChromium();
    windowOfWorker = new BrowserWindow(browser);
    onCleanup(() => browser.close());
    return windowOfWorker;
  })
  .extend('profile', async ({ window, task }, { onCleanup }) => {
    const profile = await window.open();
    onCleanup(async () => {
      // A failed test leaves its tab as it is, and the next one gets another.
      if (task.result?.state !== 'fail') await window.leaveAsNew();
    });
    return profile;
  })
  .extend('tab', ({ profile }) => profile.pages()[0] ?? profile.newPage())
  /** What went wrong in the browser so far. */
  .extend('problems', ({ window }) => window.problems);
