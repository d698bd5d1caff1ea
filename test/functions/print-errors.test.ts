import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { createPageMain } from '../../src/app/functions/lib/handle.ts';
import { syncRangeParameters } from '@stripe-payments/core';
import { SANDBOX_HUBSPOT_TOKEN, SANDBOX_STRIPE_KEY } from '../../sandbox/world/credentials.ts';
import { setEnvironment } from './run-main.ts';

const main = createPageMain('broken', syncRangeParameters, () => {
  throw new TypeError(`A fault with ${SANDBOX_STRIPE_KEY}`);
});

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([
  ['yes', 1],
  [undefined, 0],
])('an exception is printed with its stack only in npm run dev (%j)', async (flag, times) => {
  onTestFinished(
    setEnvironment({
      STRIPE_SECRET_KEY: SANDBOX_STRIPE_KEY,
      PRIVATE_APP_ACCESS_TOKEN: SANDBOX_HUBSPOT_TOKEN,
      ...(flag !== undefined && { PRINT_ERRORS: flag }),
    }),
  );
  vi.spyOn(console, 'log').mockReturnValue();
  const printed = vi.spyOn(console, 'error').mockReturnValue();
  const reply = await main({ parameters: { sinceMs: 0 } });
  expect(reply).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  expect(printed).toHaveBeenCalledTimes(times);
  const text = String(
    printed.mock.calls[0]?.[0] ?? 'TypeError: A fault\n  at print-errors.test.ts',
  );
  expect(text).toMatch(/TypeError: A fault[^]*print-errors\.test\.ts/);
  expect(text).not.toContain(SANDBOX_STRIPE_KEY);
});
