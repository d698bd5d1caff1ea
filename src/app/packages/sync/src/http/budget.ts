/**
 * The wall-clock time that one invocation may use, over all its calls. The platform kills a function
 * after 15 s; a reply must be out before.
 */
export interface Budget {
  remainingMs(): number;
  /** A part of this budget that ends earlier, so that time is kept for what comes after. */
  endingEarlierBy(reservedMs: number): Budget;
}

/** @param nowMs a monotonic clock in milliseconds. */
export function createBudget(totalMs: number, nowMs: () => number): Budget {
  return budgetUntil(nowMs() + totalMs, nowMs);
}

function budgetUntil(deadlineMs: number, nowMs: () => number): Budget {
  const remainingMs = (): number => Math.max(0, deadlineMs - nowMs());
  return {
    remainingMs,
    endingEarlierBy: (reservedMs) => budgetUntil(deadlineMs - reservedMs, nowMs),
  };
}
