import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { createSetupMain } from '../../src/app/functions/lib/handle.ts';

/** The platform ends a function after this time, and what the card then gets is no reply. */
const PLATFORM_LIMIT_MS = 15_000;

beforeEach(() => {
  vi.stubEnv('STRIPE_SECRET_KEY', 'rk_test_0123456789');
  vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', 'pat-na1-0123456789');
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test('a function whose work never ends replies with a timeout before the platform ends it', async () => {
  const main = createSetupMain('hangs', z.object({}), () => new Promise<object>(() => undefined));
  const replies: unknown[] = [];
  void main({ parameters: {} }).then((reply) => replies.push(reply));
  await vi.advanceTimersByTimeAsync(PLATFORM_LIMIT_MS - 1_000);
  expect(replies).toMatchObject([{ ok: false, error: { code: 'timeout' } }]);
});

test('a function that ends in time leaves no timer behind', async () => {
  const main = createSetupMain('ends', z.object({}), () => Promise.resolve({ done: true }));
  expect(await main({ parameters: {} })).toEqual({ ok: true, done: true });
  expect(vi.getTimerCount()).toBe(0);
});
