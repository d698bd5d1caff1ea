/** The time of the sandbox world. Milliseconds since the epoch; it never goes back. */
export interface SandboxClock {
  nowMs(): number;
  advanceBy(durationMs: number): void;
  /** How far it was advanced, in all. */
  movedMs(): number;
}

function assertForward(durationMs: number): void {
  if (!Number.isFinite(durationMs) || durationMs < 0) {
    throw new RangeError(`The sandbox clock only moves forward, not by ${String(durationMs)} ms.`);
  }
}

/** Stands still until it is advanced: for tests and seeds. */
export function createManualClock(startMs: number): SandboxClock {
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    movedMs: () => nowMs - startMs,
    advanceBy(durationMs) {
      assertForward(durationMs);
      nowMs += durationMs;
    },
  };
}

/** Runs with a monotonic clock, from `startMs`, and can be moved ahead: for `npm run dev`. */
export function createFlowingClock(startMs: number, monotonicNowMs: () => number): SandboxClock {
  const startedMs = monotonicNowMs();
  let aheadMs = 0;
  return {
    nowMs: () => startMs + aheadMs + Math.round(monotonicNowMs() - startedMs),
    movedMs: () => aheadMs,
    advanceBy(durationMs) {
      assertForward(durationMs);
      aheadMs += durationMs;
    },
  };
}
