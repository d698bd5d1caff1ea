import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBudget } from '../../../src/app/packages/sync/src/http/budget.ts';
import { createHubSpotRateLimit } from '../../../src/app/packages/sync/src/hubspot/client.ts';
import { createStripeRateLimit } from '../../../src/app/packages/sync/src/stripe/client.ts';
import { TERMINAL_RUN } from '../../../src/app/packages/sync/src/time-limits.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** The clock that the fake timers move. */
const nowMs = (): number => performance.now();

const LATENCY_MS = 40;
const sleep = (durationMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationMs));

type Service = ReturnType<typeof createStripeRateLimit>;

/** An invocation whose calls take a while each; it ends as a function's does, with its reply. */
function invocation(service: Service, budgetMs = 13_000) {
  const reply = new AbortController();
  const budget = createBudget(budgetMs, nowMs, reply.signal);
  const startsMs: number[] = [];
  const call = (lane: string): Promise<void> =>
    service.run(lane, budget, () => {
      startsMs.push(nowMs());
      return sleep(LATENCY_MS);
    });
  const calls = (lane: string, count: number): Promise<unknown> =>
    Promise.allSettled(Array.from({ length: count }, () => call(lane)));
  return {
    call,
    calls,
    startsMs,
    end: () => {
      reply.abort();
    },
  };
}

/** How long a linked deal with one payment takes: a list a kind, then its dispute. */
async function neighborMs(service: Service, lanes: readonly string[]): Promise<number> {
  const startedMs = nowMs();
  const { call } = invocation(service);
  const done = (async () => {
    await Promise.all(lanes.map(call));
    await call(lanes[0] ?? '');
    return nowMs() - startedMs;
  })();
  await vi.advanceTimersByTimeAsync(13_000);
  return done;
}

const STRIPE_LANES = ['charges', 'customers', 'invoices', 'subscriptions', 'checkout', 'search'];
const HUBSPOT_LANES = ['other', 'search'];

describe.each([
  ['Stripe live', () => createStripeRateLimit('live'), STRIPE_LANES, 'customers'],
  ['Stripe test', () => createStripeRateLimit('test'), STRIPE_LANES, 'customers'],
  ['HubSpot', createHubSpotRateLimit, HUBSPOT_LANES, 'search'],
] as const)('%s: a neighbor of an invocation with 400 calls', (_name, create, lanes, busy) => {
  test.each([0, 50, 900, 1_000, 5_000])(
    'takes under a second after %i ms of it',
    async (afterMs) => {
      const service = create();
      void invocation(service).calls(busy, 400);
      await vi.advanceTimersByTimeAsync(afterMs);
      expect(await neighborMs(service, lanes)).toBeLessThan(1_000);
    },
  );

  test('takes under a second after it has replied, and nothing of it is called after that', async () => {
    const service = create();
    const heavy = invocation(service);
    const calls = heavy.calls(busy, 400);
    await vi.advanceTimersByTimeAsync(500);
    heavy.end();
    const started = heavy.startsMs.length;
    // What waited is dropped at once, and what was under way ends.
    await vi.advanceTimersByTimeAsync(LATENCY_MS);
    await calls;
    expect(await neighborMs(service, lanes)).toBeLessThan(1_000);
    expect(heavy.startsMs).toHaveLength(started);
  });

  test('takes under a second after its budget has ended', async () => {
    const service = create();
    const heavy = invocation(service, 2_000);
    void heavy.calls(busy, 400);
    await vi.advanceTimersByTimeAsync(2_000);
    const started = heavy.startsMs.length;
    expect(await neighborMs(service, lanes)).toBeLessThan(1_000);
    expect(heavy.startsMs).toHaveLength(started);
  });
});

test('a terminal uses no more than 170 of the 190 calls of any ten seconds, in one invocation', async () => {
  const program = invocation(createHubSpotRateLimit(TERMINAL_RUN.limits), 120_000);
  const calls = program.calls('other', 400);
  await vi.advanceTimersByTimeAsync(60_000);
  await calls;
  const { startsMs } = program;
  const most = Math.max(
    ...startsMs.map((from) => startsMs.filter((at) => at >= from && at < from + 10_000).length),
  );
  expect(most).toBe(170);
  expect((startsMs.at(-1) ?? 0) - (startsMs[0] ?? 0)).toBeLessThan(28_000);
});
