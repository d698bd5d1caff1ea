/** The function calls under way. */
export interface CallGate {
  readonly run: <Result>(call: () => Promise<Result>) => Promise<Result>;
  /** Resolves at a moment when none is under way. */
  readonly whenIdle: () => Promise<void>;
}

export function createCallGate(): CallGate {
  const underWay = new Set<Promise<unknown>>();
  return {
    run: async (call) => {
      const running = call();
      underWay.add(running);
      try {
        return await running;
      } finally {
        underWay.delete(running);
      }
    },
    whenIdle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
