import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBudget } from '../../../src/app/packages/sync/src/http/budget.ts';
import type { Verdict } from '../../../src/app/packages/sync/src/http/retry.ts';
import { createCaller } from '../../../src/app/packages/sync/src/http/retry.ts';
import { SyncError } from '../../../src/app/packages/sync/src/sync-error.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

interface Given {
  readonly budgetMs?: number;
  readonly attemptMs?: number;
  readonly random?: () => number;
  readonly judge?: (error: unknown) => Verdict;
}

const passes = (): Verdict => ({ retry: true, waitMs: 0 });
const sleep = (durationMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, durationMs));

function callerOf({ budgetMs = 60_000, attemptMs = 5_000, random, judge }: Given = {}) {
  return createCaller({
    budget: createBudget(budgetMs, () => Date.now()),
    judge: judge ?? passes,
    random: random ?? (() => 0.5),
    attemptMs,
  });
}

/** What came of it, and how long it took by the fake clock. */
async function outcomeOf<T>(work: Promise<T>): Promise<{ outcome: unknown; elapsedMs: number }> {
  const startedMs = Date.now();
  const settled = work.then(
    (value) => ({ outcome: value as unknown, elapsedMs: Date.now() - startedMs }),
    (error: unknown) => ({ outcome: error, elapsedMs: Date.now() - startedMs }),
  );
  await vi.runAllTimersAsync();
  return settled;
}

function failing(times: number, error = new Error('busy')) {
  const startedMs: number[] = [];
  const timeoutsMs: number[] = [];
  const attempt = (timeoutMs: number): Promise<string> => {
    startedMs.push(Date.now());
    timeoutsMs.push(timeoutMs);
    return startedMs.length > times ? Promise.resolve('done') : Promise.reject(error);
  };
  return { attempt, startedMs, timeoutsMs, error };
}

const gaps = (times: readonly number[]): readonly number[] =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0));

test('what succeeds at once is called once', async () => {
  const { attempt, startedMs } = failing(0);
  const { outcome, elapsedMs } = await outcomeOf(callerOf().call(attempt));
  expect([outcome, elapsedMs, startedMs.length]).toEqual(['done', 0, 1]);
});

test.each([1, 2, 3, 4, 5])('%i failures that pass end in success', async (times) => {
  const { attempt, startedMs } = failing(times);
  const { outcome } = await outcomeOf(callerOf().call(attempt));
  expect([outcome, startedMs.length]).toEqual(['done', times + 1]);
});

test('the sixth failure is the answer', async () => {
  const { attempt, startedMs, error } = failing(100);
  const { outcome } = await outcomeOf(callerOf().call(attempt));
  expect(outcome).toBe(error);
  expect(startedMs).toHaveLength(6);
});

test.each([
  [0, [75, 150, 300, 600, 1_000]],
  [0.5, [112.5, 225, 450, 900, 1_500]],
  [1 - Number.EPSILON, [150, 300, 600, 1_200, 2_000]],
])('waits grow twofold to two seconds, with jitter %d', async (random, expected) => {
  const { attempt, startedMs } = failing(100);
  await outcomeOf(callerOf({ random: () => random }).call(attempt));
  gaps(startedMs).forEach((gapMs, index) => {
    expect(Math.abs(gapMs - (expected[index] ?? 0))).toBeLessThanOrEqual(1);
  });
});

test('a wait that the service asks for is kept', async () => {
  const { attempt, startedMs } = failing(3);
  const judge = (): Verdict => ({ retry: true, waitMs: 2_000 });
  await outcomeOf(callerOf({ judge }).call(attempt));
  expect(gaps(startedMs)).toEqual([2_000, 2_000, 2_000]);
});

test('what does not pass with time is not tried again', async () => {
  const { attempt, startedMs, error } = failing(1);
  const { outcome } = await outcomeOf(callerOf({ judge: () => ({ retry: false }) }).call(attempt));
  expect(outcome).toBe(error);
  expect(startedMs).toHaveLength(1);
});

test('a try gets the time of one try, or what is left of the budget', async () => {
  const { attempt, timeoutsMs } = failing(2);
  const caller = callerOf({ budgetMs: 1_000, attemptMs: 900, random: () => 0 });
  await outcomeOf(caller.call(attempt));
  expect(timeoutsMs).toEqual([900, 900, 775]);
});

test('a budget that ends while a try hangs is a timeout, with the last failure as its cause', async () => {
  const broken = new Error('no answer');
  const caller = callerOf({ budgetMs: 8_000, attemptMs: 5_000 });
  const { outcome, elapsedMs } = await outcomeOf(
    caller.call(async (timeoutMs) => {
      await sleep(timeoutMs);
      throw broken;
    }),
  );
  expect(outcome).toMatchObject({ code: 'timeout', cause: broken });
  expect(elapsedMs).toBe(8_000);
});

test('a budget that ends while waiting is a timeout, and nothing is tried after it', async () => {
  const { attempt, startedMs, error } = failing(100);
  const judge = (): Verdict => ({ retry: true, waitMs: 2_000 });
  const { outcome, elapsedMs } = await outcomeOf(
    callerOf({ budgetMs: 5_000, judge }).call(attempt),
  );
  expect(outcome).toMatchObject({ code: 'timeout', cause: error });
  expect([elapsedMs, startedMs.length]).toEqual([5_000, 3]);
});

test('with no budget left nothing is begun', async () => {
  const { attempt, startedMs } = failing(0);
  const { outcome } = await outcomeOf(callerOf({ budgetMs: 0 }).call(attempt));
  expect(outcome).toMatchObject({ code: 'timeout' });
  expect(startedMs).toEqual([]);
});

test('a refusal that comes as the budget ends is told as the refusal', async () => {
  const refusal = new SyncError('bad-request');
  const caller = callerOf({ budgetMs: 100, judge: () => ({ retry: false }) });
  const { outcome } = await outcomeOf(
    caller.call(async () => {
      await sleep(100);
      throw refusal;
    }),
  );
  expect(outcome).toBe(refusal);
});

test('whatever fails, and however slowly, no call lasts longer than the budget', async () => {
  const aTry = fc.record({ takesMs: fc.nat(9_000), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(aTry, { minLength: 1, maxLength: 8 }),
      fc.nat(12_000),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      async (tries, budgetMs, random) => {
        let index = 0;
        const caller = callerOf({ budgetMs, attemptMs: 6_000, random: () => random });
        const { elapsedMs } = await outcomeOf(
          caller.call(async (timeoutMs) => {
            const { takesMs, fails } = tries[index % tries.length] ?? { takesMs: 0, fails: false };
            index += 1;
            await sleep(Math.min(takesMs, timeoutMs));
            if (fails || takesMs > timeoutMs) throw new Error('busy');
          }),
        );
        // The clock of timers counts whole milliseconds.
        expect(elapsedMs).toBeLessThanOrEqual(budgetMs + 2);
        expect(index).toBeLessThanOrEqual(6);
      },
    ),
    { numRuns: 200, seed: 20_261_122 },
  );
});
