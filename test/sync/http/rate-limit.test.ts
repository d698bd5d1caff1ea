import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBudget } from '../../../src/app/packages/sync/src/http/budget.ts';
import { createRateLimit } from '../../../src/app/packages/sync/src/http/rate-limit.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const sleep = (durationMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationMs));

const budget = (totalMs = 60_000) => createBudget(totalMs, () => Date.now());

function limitOf(lane: { perSecond: number; atOnce: number }, perSecondInAll = Infinity) {
  const nowMs = (): number => Date.now();
  return createRateLimit({ limitsOf: () => lane, perSecondInAll, nowMs });
}

/** Starts of calls by lane, in milliseconds since the first. */
async function startsOf(
  rateLimit: ReturnType<typeof limitOf>,
  lanes: readonly string[],
  takesMs = 0,
): Promise<readonly number[]> {
  const firstMs = Date.now();
  const starts: number[] = [];
  const calls = lanes.map((lane) =>
    rateLimit.run(lane, budget(), async () => {
      starts.push(Date.now() - firstMs);
      await sleep(takesMs);
    }),
  );
  await vi.runAllTimersAsync();
  await Promise.all(calls);
  return starts;
}

const many = (count: number, lane = 'charges'): readonly string[] =>
  Array.from({ length: count }, () => lane);

test('no second has more starts than the limit of an endpoint', async () => {
  const starts = await startsOf(limitOf({ perSecond: 3, atOnce: 99 }), many(8));
  expect(starts).toEqual([0, 0, 0, 1_000, 1_000, 1_000, 2_000, 2_000]);
});

test('no more are under way than a lane takes at once', async () => {
  const starts = await startsOf(limitOf({ perSecond: 99, atOnce: 2 }), many(5), 300);
  expect(starts).toEqual([0, 0, 300, 300, 600]);
});

test('a lane does not wait for another', async () => {
  const rateLimit = limitOf({ perSecond: 1, atOnce: 1 });
  expect(await startsOf(rateLimit, ['charges', 'invoices', 'refunds'])).toEqual([0, 0, 0]);
});

test('all lanes together keep the limit of the account', async () => {
  const rateLimit = limitOf({ perSecond: 99, atOnce: 99 }, 2);
  const starts = await startsOf(rateLimit, ['charges', 'invoices', 'refunds', 'disputes']);
  expect(starts).toEqual([0, 0, 1_000, 1_000]);
});

test('an even limit spreads the calls of a second over its fifths, and counts them no less', async () => {
  const rateLimit = createRateLimit({
    limitsOf: () => ({ perSecond: 99, atOnce: 99 }),
    perSecondInAll: 8,
    share: 1,
    isEven: true,
    nowMs: () => Date.now(),
  });
  const shared = budget();
  const firstMs = Date.now();
  const starts: number[] = [];
  const calls = many(11).map((lane) =>
    rateLimit.run(lane, shared, () => Promise.resolve(starts.push(Date.now() - firstMs))),
  );
  await vi.runAllTimersAsync();
  await Promise.all(calls);
  expect(starts).toEqual([0, 0, 200, 200, 400, 400, 600, 600, 1_000, 1_000, 1_200]);
});

test('calls of a lane that yields wait for those of others, whichever were asked for first', async () => {
  const order: string[] = [];
  const rateLimit = createRateLimit({
    limitsOf: (lane) => ({ perSecond: 99, atOnce: 99, ...(lane === 'writes' && { yields: true }) }),
    perSecondInAll: 2,
    share: 1,
    nowMs: () => Date.now(),
  });
  const shared = budget();
  const calls = ['writes', 'writes', 'writes', 'reads', 'writes', 'reads'].map((lane) =>
    rateLimit.run(lane, shared, () => Promise.resolve(order.push(lane))),
  );
  await vi.runAllTimersAsync();
  await Promise.all(calls);
  expect(order).toEqual(['writes', 'writes', 'reads', 'reads', 'writes', 'writes']);
});

describe('a call whose budget ends while it waits', () => {
  test('fails at that moment and takes no slot from its neighbor', async () => {
    const rateLimit = limitOf({ perSecond: 1, atOnce: 1 });
    const ended: number[] = [];
    const firstMs = Date.now();
    const heavy = many(50).map((lane) =>
      rateLimit
        .run(lane, budget(1_500), () => sleep(10))
        .then(
          () => 'done',
          (error: unknown) => {
            ended.push(Date.now() - firstMs);
            return error;
          },
        ),
    );
    await vi.advanceTimersByTimeAsync(1_600);
    let startedMs: number | undefined;
    const neighbor = rateLimit.run('charges', budget(), () => {
      startedMs = Date.now() - firstMs;
      return Promise.resolve();
    });
    await vi.runAllTimersAsync();
    await neighbor;
    const outcomes = await Promise.all(heavy);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(2);
    expect(outcomes.at(-1)).toMatchObject({ code: 'timeout' });
    expect(new Set(ended)).toEqual(new Set([1_500]));
    expect(startedMs).toBe(2_000);
  });
});

test('a failed call frees its slot', async () => {
  const rateLimit = limitOf({ perSecond: 99, atOnce: 1 });
  const failed = rateLimit.run('charges', budget(), () => Promise.reject(new Error('no')));
  await expect(failed).rejects.toThrow('no');
  await expect(rateLimit.run('charges', budget(), () => Promise.resolve('yes'))).resolves.toBe(
    'yes',
  );
});
