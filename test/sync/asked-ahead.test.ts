import { expect, test } from 'vitest';
import { askedAhead } from '../../src/app/packages/sync/src/asked-ahead.ts';

function counting() {
  const calls: string[] = [];
  const asked = askedAhead(
    (key: string) => {
      calls.push(key);
      return Promise.resolve(calls.length);
    },
    (key) => key.toLowerCase(),
  );
  return { calls, asked };
}

test('an answer that was asked for ahead is for the first who asks, the next one asks again', async () => {
  const { calls, asked } = counting();
  asked.begin('a');
  await Promise.resolve();
  expect(await asked.ask('A')).toBe(1);
  expect(await asked.ask('a')).toBe(2);
  expect(calls).toEqual(['a', 'a']);
});

test('those who ask for the same at the same time share one call', async () => {
  const { calls, asked } = counting();
  expect(await Promise.all([asked.ask('a'), asked.ask('A'), asked.ask('b')])).toEqual([1, 1, 2]);
  expect(calls).toEqual(['a', 'b']);
});

test('a failure of what was asked for ahead is thrown where the answer is needed', async () => {
  const asked = askedAhead(
    () => Promise.reject(new Error('not answered')),
    (key: string) => key,
  );
  asked.begin('a');
  await new Promise((done) => setImmediate(done));
  await expect(asked.ask('a')).rejects.toThrow('not answered');
});
