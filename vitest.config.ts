import { defineConfig } from 'vitest/config';

/** A machine may be ten times slower than another: what must end in time has an injected clock. */
const timeouts = { testTimeout: 120_000, hookTimeout: 240_000 };

/**
 * Files of a project share the modules of a worker, since importing them for each file took a quarter of
 * the time. So a module that a test imports keeps nothing of one test for the next: what it must reset
 * between tests stands in a file of `setupFiles`.
 */
const shared = { isolate: false, ...timeouts };

/** Builds what ships, where it has changed, before the first test that runs it. */
const built = { globalSetup: ['test/build.ts'] };

const BUNDLES = 'test/architecture/bundles.test.ts';
const IN_BROWSER = ['test/browser/**/*.test.ts', 'test/sandbox/**/*-in-browser.test.ts'];

/** A second step of CI (`npm run test:full`): `npm run upload`, and what HubSpot's command line refuses. */
const FULL = ['refusals', 'script-rehearsal'].map((name) => `test/scripts/upload/${name}.test.ts`);

/** Random worlds: some with every run, many more with the full tests. */
const WORLDS = ['test/functions/storm/*.test.ts', 'test/sync/two-people/*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    // What a test that passes writes to the console is of no interest.
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/{core,sync,architecture}/**/*.test.ts'],
          exclude: [BUNDLES],
          ...shared,
        },
      },
      {
        test: {
          name: 'cards',
          include: ['test/cards/**/*.test.{ts,tsx}'],
          setupFiles: ['test/cards/extension-hooks.ts'],
          ...shared,
        },
      },
      {
        test: {
          name: 'pages',
          include: ['test/pages/**/*.test.{ts,tsx}'],
          setupFiles: ['test/cards/extension-hooks.ts'],
          ...shared,
        },
      },
      {
        test: {
          name: 'actions',
          include: ['test/actions/**/*.test.{ts,tsx}'],
          setupFiles: ['test/cards/extension-hooks.ts'],
          ...shared,
        },
      },
      {
        test: {
          name: 'sandbox',
          include: ['test/{sandbox,scripts,cli}/**/*.test.ts'],
          exclude: [...IN_BROWSER, ...FULL],
          ...built,
          ...shared,
        },
      },
      {
        test: {
          name: 'functions',
          include: ['test/functions/**/*.test.ts', BUNDLES],
          setupFiles: ['test/functions/hooks.ts'],
          ...built,
          ...shared,
        },
      },
      {
        test: {
          name: 'browser',
          include: IN_BROWSER,
          ...built,
          ...shared,
          // Two busy cores run the browser, the page, the functions and the stand-ins.
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          name: 'full',
          include: [...FULL, ...WORLDS],
          env: {
            WORLDS: process.env['WORLDS'] ?? '200',
            TWO_PEOPLE_WORLDS: process.env['TWO_PEOPLE_WORLDS'] ?? '2000',
          },
          ...built,
          ...timeouts,
        },
      },
    ],
  },
});
