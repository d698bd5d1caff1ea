import { fc, test as lawTest } from '@fast-check/vitest';
import type { AppliedPart, Reply, SetupStepId } from '@stripe-payments/core';
import { applyInParts, PROPERTIES, setupStepId } from '@stripe-payments/core';
import { expect, test } from 'vitest';

const ALL: readonly SetupStepId[] = PROPERTIES.map(({ name }) =>
  setupStepId({ objectType: 'deal', name, action: 'create' }),
);

/** Reaches as many steps of each part as the next number says; the last number goes on for ever. */
function reaching(counts: readonly number[]) {
  const parts: (readonly SetupStepId[])[] = [];
  const applyPart = (part: readonly SetupStepId[]): Promise<Reply<AppliedPart>> => {
    const reached = counts[Math.min(parts.length, counts.length - 1)] ?? 0;
    parts.push(part);
    const done = part.slice(0, reached);
    return Promise.resolve({ ok: true, done, failed: [], left: part.slice(reached) });
  };
  return { applyPart, parts };
}

lawTest.prop([
  fc.nat({ max: ALL.length }),
  fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 12 }),
])('each step ends in one place, in order, and it ends', async (count, counts) => {
  const steps = ALL.slice(0, count);
  const { applyPart, parts } = reaching(counts);
  const progress: number[] = [];
  const { done, failed, left, error } = await applyInParts(steps, applyPart, (settled) =>
    progress.push(settled),
  );
  expect(failed).toEqual([]);
  expect([...done, ...left]).toEqual(steps);
  expect(error === null).toBe(left.length === 0);
  expect(parts.length).toBeLessThanOrEqual(2 * steps.length + 2);
  for (const part of parts) expect(part.length).toBeGreaterThan(0);
  expect(progress).toEqual([...progress].sort((one, other) => one - other));
  if (steps.length > 0) expect(progress.at(-1)).toBe(done.length);
});

test('a part has few enough steps for a progress bar', async () => {
  const { applyPart, parts } = reaching([100]);
  await applyInParts(ALL, applyPart, () => undefined);
  const lengths = parts.map((part) => part.length);
  expect(lengths.slice(0, -1).every((length) => length === 14)).toBe(true);
  expect(lengths.at(-1)).toBeLessThanOrEqual(14);
});

test('a part without progress is tried once more, and then ends', async () => {
  const slow = reaching([0]);
  const { error, left } = await applyInParts(ALL, slow.applyPart, () => undefined);
  expect(slow.parts).toHaveLength(2);
  expect(left).toEqual(ALL);
  expect(error).toEqual({ code: 'setup-too-slow' });

  const recovering = reaching([0, 14, 0, 14]);
  const applied = await applyInParts(ALL, recovering.applyPart, () => undefined);
  expect(applied).toEqual({ done: ALL, failed: [], left: [], error: null });
});

test('a failed step counts as handled', async () => {
  const progress: number[] = [];
  const failed = [
    { objectType: 'deal', name: 'stripe_mode', error: { code: 'hubspot-permission' } } as const,
  ];
  const { done, left, error } = await applyInParts(
    ALL.slice(0, 5),
    (part) => Promise.resolve({ ok: true, done: part.slice(1), failed, left: [] }),
    (settled) => progress.push(settled),
  );
  expect(progress).toEqual([5]);
  expect({ done: done.length, left, error }).toEqual({ done: 4, left: [], error: null });
});

test('a failed reply ends the run and keeps what was done', async () => {
  const failure = { code: 'hubspot-permission' } as const;
  let calls = 0;
  const applied = await applyInParts(
    ALL,
    (part) => {
      calls += 1;
      return Promise.resolve(
        calls === 2
          ? { ok: false, error: failure }
          : { ok: true, done: part, failed: [], left: [] },
      );
    },
    () => undefined,
  );
  expect(calls).toBe(2);
  expect(applied).toEqual({
    done: ALL.slice(0, 14),
    failed: [],
    left: ALL.slice(14),
    error: failure,
  });
});

test('steps of a reply that were not sent are ignored', async () => {
  const [asked, other] = [ALL.slice(0, 2), ALL.slice(2, 3)];
  const parts: (readonly SetupStepId[])[] = [];
  await applyInParts(
    asked,
    (part) => {
      parts.push(part);
      return Promise.resolve({ ok: true, done: part, failed: [], left: other });
    },
    () => undefined,
  );
  expect(parts).toEqual([asked]);
});
