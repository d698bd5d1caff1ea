/** An answer that a test gives when it wants to. */
export interface DeferredAnswer {
  readonly promise: Promise<unknown>;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

export function deferredAnswer(): DeferredAnswer {
  let settle: Omit<DeferredAnswer, 'promise'> | undefined;
  const promise = new Promise<unknown>((answer, fail) => {
    settle = { answer, fail };
  });
  if (settle === undefined) throw new Error('A promise calls its executor at once.');
  return { promise, ...settle };
}
