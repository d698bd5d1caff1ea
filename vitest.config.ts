import { defineConfig } from 'vitest/config';

// Two cores: HubSpot's bundler, Chromium and the workers share them.
const timeouts = { testTimeout: 30_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Most of the time a test waits: for a limit that passes, a service that hangs, a browser.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/core/**/*.test.ts'],
          // Pure code leaves nothing behind, so its files share a worker: 8 s instead of 80.
          isolate: false,
          ...timeouts,
        },
      },
      {
        test: {
          name: 'product',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/core/**'],
          ...timeouts,
        },
      },
    ],
  },
});
