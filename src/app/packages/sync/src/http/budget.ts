import { timers } from './timers.ts';

/** The end of an invocation: its reply is out, and nothing of it goes on. */
export interface Ending {
  readonly isOver: boolean;
  /** Calls the listener at the end; returns what takes it off again. */
  listen(listener: () => void): () => void;
}

/** One listener of the signal for all of an invocation's calls: Node takes more than ten for a leak. */
function endingOf(signal: AbortSignal | undefined): Ending {
  const listeners = new Set<() => void>();
  signal?.addEventListener('abort', () => {
    for (const listener of listeners) listener();
  });
  return {
    get isOver() {
      return signal?.aborted === true;
    },
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/**
 * The wall-clock time that one invocation may use, over all its calls. The platform kills a function
 * after 15 s; a reply must be out before.
 */
export interface Budget {
  /** 0 once the invocation has ended, whatever the clock says. */
  remainingMs(): number;
  /** Waits, at most until the end. */
  wait(durationMs: number): Promise<void>;
  /** A part of this budget that ends earlier, so that time is kept for what comes after. */
  endingEarlierBy(reservedMs: number): Budget;
  /** The same object for all budgets of one invocation. */
  readonly ending: Ending;
}

/**
 * @param nowMs a monotonic clock in milliseconds.
 * @param ended aborted when the invocation has replied.
 */
export function createBudget(totalMs: number, nowMs: () => number, ended?: AbortSignal): Budget {
  return budgetUntil(nowMs() + totalMs, nowMs, endingOf(ended));
}

function budgetUntil(deadlineMs: number, nowMs: () => number, ending: Ending): Budget {
  const remainingMs = (): number => (ending.isOver ? 0 : Math.max(0, deadlineMs - nowMs()));
  return {
    remainingMs,
    wait: (durationMs) =>
      new Promise((resolve) => timers.set(resolve, Math.min(durationMs, remainingMs()))),
    endingEarlierBy: (reservedMs) => budgetUntil(deadlineMs - reservedMs, nowMs, ending),
    ending,
  };
}
