import type { GaplessRun, SyncRun } from '@stripe-payments/core';
import { beginRun, coveredSince, currentAsOf, isShownAsCurrent } from '@stripe-payments/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const T = Date.UTC(2026, 10, 22, 12);

const catchUpOf = (startedMs: number, sinceMs: number, failures: SyncRun['failures'] = {}) => ({
  ...beginRun(
    'catch_up_terminal',
    { sinceMs },
    { mode: 'live', askedMs: startedMs, nowMs: startedMs },
  ),
  failures,
});

/** Runs one after the other, each of which sees those before it. */
function gapless(runs: readonly SyncRun[]): readonly GaplessRun[] {
  return runs.reduce<readonly GaplessRun[]>((before, run) => {
    const coveredSinceMs = coveredSince(run, before);
    return coveredSinceMs === null
      ? before
      : [...before, { startedMs: run.startedMs, coveredSinceMs }];
  }, []);
}

test('hourly runs of the last two hours join, and one that comes too late begins anew', () => {
  const at = (hour: number) => catchUpOf(T + hour * HOUR_MS, T + (hour - 2) * HOUR_MS);
  expect(gapless([0, 1, 2, 3].map(at)).at(-1)?.coveredSinceMs).toBe(T - 2 * HOUR_MS);
  expect(gapless([0, 1, 4].map(at)).at(-1)?.coveredSinceMs).toBe(T + 2 * HOUR_MS);
});

test('a failure that its record may not say leaves a gap, another one does not', () => {
  const since = T - HOUR_MS;
  for (const code of [
    'hubspot-unreachable',
    'timeout',
    'write-unconfirmed',
    'unexpected',
  ] as const) {
    expect(coveredSince(catchUpOf(T, since, { [code]: 1 }), [])).toBeNull();
  }
  expect(coveredSince(catchUpOf(T, since, { 'bad-id': 2 }), [])).toBe(since);
});

test('a list leaves everything else out, and Stripe has no events older than 30 days', () => {
  const list = { objectType: 'deal', which: 'linked', where: {}, syncedBeforeMs: null } as const;
  expect(
    coveredSince(beginRun('list_page', { list }, { mode: 'live', askedMs: T, nowMs: T }), []),
  ).toBeNull();
  expect(coveredSince(catchUpOf(T, T - 90 * DAY_MS), [])).toBe(T - 30 * DAY_MS);
});

test('saved figures are current until two minutes before a run without a gap since their sync', () => {
  const runs = [{ startedMs: T, coveredSinceMs: T - 9 * HOUR_MS }];
  expect(currentAsOf(T - 8 * HOUR_MS, runs)).toBe(T - 2 * MINUTE_MS);
  expect(currentAsOf(T - 10 * HOUR_MS, runs)).toBe(T - 10 * HOUR_MS);
  expect(currentAsOf(T - MINUTE_MS, runs)).toBe(T - MINUTE_MS);
});

/** By hand, minute by minute: is each minute since the sync in the range of a run? */
function isCoveredAllTime(syncedMs: number, untilMs: number, runs: readonly SyncRun[]): boolean {
  for (let ms = syncedMs; ms <= untilMs; ms += MINUTE_MS) {
    if (!runs.some(({ sinceMs, startedMs }) => sinceMs !== null && sinceMs <= ms && ms < startedMs))
      return false;
  }
  return true;
}

test('what is called current is in the range of a run in every minute since its sync', () => {
  const minutes = fc.record({
    pause: fc.integer({ min: 1, max: 90 }),
    span: fc.integer({ min: 1, max: 120 }),
  });
  fc.assert(
    fc.property(
      fc.array(minutes, { maxLength: 12 }),
      fc.integer({ min: 0, max: 400 }),
      (given, ago) => {
        let startedMs = T;
        const runs = given.map(({ pause, span }) => {
          startedMs += pause * MINUTE_MS;
          return catchUpOf(startedMs, startedMs - span * MINUTE_MS);
        });
        const syncedMs = T + 200 * MINUTE_MS - ago * MINUTE_MS;
        const asOfMs = currentAsOf(syncedMs, gapless(runs));
        expect(isCoveredAllTime(syncedMs, asOfMs - (asOfMs > syncedMs ? 0 : MINUTE_MS), runs)).toBe(
          true,
        );
      },
    ),
    { seed: 7, numRuns: 2_000 },
  );
});

test('a catch-up of the last 20 minutes keeps records current, or a webhook for 90', () => {
  const shown = (asOfAgo: number, runAgo: number | null, hasWebhook: boolean) =>
    isShownAsCurrent(T - asOfAgo * MINUTE_MS, {
      catchUps:
        runAgo === null ? [] : [{ startedMs: T - runAgo * MINUTE_MS, coveredSinceMs: T - DAY_MS }],
      hasWebhook,
      nowMs: T,
    });
  expect(shown(19, 17, false)).toBe(true);
  expect(shown(20, 18, false)).toBe(false);
  expect(shown(10, 19, false)).toBe(true);
  expect(shown(10, 20, false)).toBe(false);
  expect(shown(10, null, false)).toBe(false);
  expect(shown(10, null, true)).toBe(true);
  expect(shown(89, 500, true)).toBe(true);
  expect(shown(90, 88, true)).toBe(false);
  expect(shown(-1, 2, true)).toBe(false);
});
