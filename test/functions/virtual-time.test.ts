import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { VirtualTime } from './virtual-time.ts';

const HOUR_MS = 3_600_000;

const machineMs = (): number => performance.now();

test('a wait in which nothing is under way is skipped, and the clock has passed it', async () => {
  const time = new VirtualTime(undefined, machineMs);
  const startedMs = time.nowMs();
  await new Promise<void>((resolve) => {
    time.setTimeout(resolve, HOUR_MS);
  });
  expect(time.nowMs() - startedMs).toBeGreaterThanOrEqual(HOUR_MS);
});

test('while an answer takes real time, a time limit ends when it does on the clock of the machine', async () => {
  let answer = (): void => undefined;
  const answered = new Promise<Response>((resolve) => {
    answer = () => {
      resolve(new Response('late'));
    };
  });
  const time = new VirtualTime(() => answered, machineMs);
  const happened: string[] = [];
  const asked = time.fetch('http://stand-in.example/').then(() => happened.push('answer'));
  time.setTimeout(() => happened.push('far limit'), HOUR_MS);
  await new Promise<void>((resolve) => {
    time.setTimeout(() => {
      happened.push('near limit');
      resolve();
    }, 20);
  });
  for (let turns = 0; turns < 20; turns += 1) await nextTurn();
  answer();
  await asked;
  expect(happened).toEqual(['near limit', 'answer']);
});

test('a timer that was cleared never rings, and those after it ring in their order', async () => {
  const time = new VirtualTime(undefined, machineMs);
  const rung: number[] = [];
  const cleared = time.setTimeout(() => rung.push(0), HOUR_MS);
  const both = Promise.all(
    [3, 1, 2].map(
      (hours) =>
        new Promise<void>((resolve) => {
          time.setTimeout(() => {
            rung.push(hours);
            resolve();
          }, hours * HOUR_MS);
        }),
    ),
  );
  time.clearTimeout(cleared);
  await both;
  expect(rung).toEqual([1, 2, 3]);
});
