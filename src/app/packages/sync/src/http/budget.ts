import { setMaxListeners } from 'node:events';

/**
 * The wall-clock time that one invocation may use, over all its calls. The platform kills a function
 * after 15 s; a reply must be out before.
 */
export interface Budget {
  /** 0 once the invocation has ended, whatever the clock says. */
  remainingMs(): number;
  /** A part of this budget that ends earlier, so that time is kept for what comes after. */
  endingEarlierBy(reservedMs: number): Budget;
  /** Aborted when the invocation has replied. The same object for all budgets of one invocation. */
  readonly ended: AbortSignal;
}

/** @param nowMs a monotonic clock in milliseconds. */
export function createBudget(
  totalMs: number,
  nowMs: () => number,
  ended: AbortSignal = new AbortController().signal,
): Budget {
  // Every call that waits or is under way listens; Node would take that for a leak.
  setMaxListeners(0, ended);
  return budgetUntil(nowMs() + totalMs, nowMs, ended);
}

function budgetUntil(deadlineMs: number, nowMs: () => number, ended: AbortSignal): Budget {
  return {
    remainingMs: () => (ended.aborted ? 0 : Math.max(0, deadlineMs - nowMs())),
    endingEarlierBy: (reservedMs) => budgetUntil(deadlineMs - reservedMs, nowMs, ended),
    ended,
  };
}
