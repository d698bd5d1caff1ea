import { expect, it } from 'vitest';
import { createCallGate } from '../../../sandbox/dev-server/parts.ts';

interface Held {
  readonly promise: Promise<string>;
  readonly resolve: (value: string) => void;
  readonly reject: (reason: Error) => void;
}

function held(): Held {
  let resolve: Held['resolve'] = () => undefined;
  let reject: Held['reject'] = () => undefined;
  const promise = new Promise<string>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** Lets everything happen that waits for nothing but promises. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('is idle without a call', async () => {
  await expect(createCallGate().whenIdle()).resolves.toBeUndefined();
});

it('waits for every call in progress, also new and failing ones', async () => {
  const gate = createCallGate();
  const [first, second] = [held(), held()];
  const answers = [gate.run(() => first.promise)];
  let isIdle = false;
  const idle = gate.whenIdle().then(() => {
    isIdle = true;
  });
  answers.push(gate.run(() => second.promise));
  first.resolve('done');
  await settle();
  expect(isIdle).toBe(false);
  second.reject(new Error('boom'));
  expect(await Promise.allSettled(answers)).toMatchObject([
    { value: 'done' },
    { reason: { message: 'boom' } },
  ]);
  await idle;
  expect(isIdle).toBe(true);
});
