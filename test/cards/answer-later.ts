/** An answer that a test gives when it wants to. */
export interface LateAnswer {
  readonly promise: Promise<unknown>;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

export function answerLater(): LateAnswer {
  let settle: Omit<LateAnswer, 'promise'> | undefined;
  const promise = new Promise<unknown>((answer, fail) => {
    settle = { answer, fail };
  });
  if (settle === undefined) throw new Error('A promise calls its executor at once.');
  return { promise, ...settle };
}
