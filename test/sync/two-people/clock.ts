/** Time that passes only when all work waits: thousands of seconds in a moment, and always the same. */
export interface VirtualClock {
  readonly nowMs: () => number;
  readonly wait: (durationMs: number) => Promise<void>;
  /** Runs everything that is under way to its end. */
  readonly run: <T>(work: Promise<T>) => Promise<T>;
}

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function virtualClock(startMs: number): VirtualClock {
  let nowMs = startMs;
  const sleepers: Sleeper[] = [];
  return {
    nowMs: () => nowMs,
    wait: (durationMs) =>
      new Promise((resolve) => {
        sleepers.push({ atMs: nowMs + Math.max(0, Math.ceil(durationMs)), wake: resolve });
      }),
    run: async (work) => {
      const progress = { isDone: false };
      const ended = work.finally(() => {
        progress.isDone = true;
      });
      for (;;) {
        await settled();
        if (progress.isDone) return ended;
        const next = sleepers.toSorted((left, right) => left.atMs - right.atMs)[0];
        if (next === undefined) throw new Error('Nothing happens any more.');
        sleepers.splice(sleepers.indexOf(next), 1);
        nowMs = Math.max(nowMs, next.atMs);
        next.wake();
      }
    },
  };
}
