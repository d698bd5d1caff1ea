import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Two cores: HubSpot's bundler, Chromium and the workers share them.
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
