import { afterEach, expect, test, vi } from 'vitest';
import { createManualClock } from '../../../sandbox/http/clock.ts';
import { Stopped } from '../../../scripts/contract/check.ts';
import { createPoliteFetch } from '../../../scripts/contract/polite-fetch.ts';
import { createSession } from '../../../scripts/contract/session.ts';

const URL_OF_ANYTHING = 'https://api.example.com/v1/anything';
const INTERVAL_MS = 100;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A service that answers with these statuses, one after the other, and remembers when it was asked. */
function service(...statuses: readonly number[]) {
  const clock = createManualClock(0);
  const askedAtMs: number[] = [];
  vi.stubGlobal('fetch', () => {
    askedAtMs.push(clock.nowMs());
    return Promise.resolve(new Response('', { status: statuses[askedAtMs.length - 1] ?? 200 }));
  });
  const time = {
    nowMs: () => clock.nowMs(),
    sleep: (durationMs: number) => {
      clock.advanceBy(durationMs);
      return Promise.resolve();
    },
  };
  const session = createSession({ runId: 'run', time, say: () => undefined });
  const politely = createPoliteFetch({
    session,
    minIntervalMs: () => INTERVAL_MS,
    mayAsk: (method) => method === 'GET',
  });
  return { session, politely, askedAtMs };
}

test('requests made at once are sent one after the other, spaced out', async () => {
  const { politely, askedAtMs } = service();
  await Promise.all([1, 2, 3].map(() => politely(URL_OF_ANYTHING)));
  expect(askedAtMs).toEqual([0, INTERVAL_MS, 2 * INTERVAL_MS]);
});

test.each([
  ['passes with time is sent again, at growing intervals', [429, 503, 200], 200, [0, 1_000, 3_000]],
  ['does not pass is answered as it is', [400], 400, [0]],
  [
    'does not pass after six tries is answered',
    Array<number>(9).fill(429),
    429,
    [0, 1_000, 3_000, 7_000, 15_000, 31_000],
  ],
])('a response that %s', async (_, statuses, answered, times) => {
  const { politely, askedAtMs } = service(...statuses);
  expect((await politely(URL_OF_ANYTHING)).status).toBe(answered);
  expect(askedAtMs).toEqual(times);
});

test('a request that would change an account in use is not sent', async () => {
  const { politely, askedAtMs } = service();
  await expect(politely(URL_OF_ANYTHING, { method: 'POST' })).rejects.toThrow(
    'POST /v1/anything would change an account in use.',
  );
  expect(askedAtMs).toEqual([]);
});

test('after an interruption only clean-up requests are sent', async () => {
  const { session, politely, askedAtMs } = service();
  session.stop();
  await expect(politely(URL_OF_ANYTHING)).rejects.toThrow(Stopped);
  session.created('anything', () => politely(URL_OF_ANYTHING));
  expect(await session.cleanUp()).toEqual([]);
  expect(askedAtMs).toEqual([0]);
});
