import { DelegateBackoff, handleWhen, retry } from 'cockatiel';
import { SyncError } from '../sync-error.ts';
import type { Budget } from './budget.ts';

/** What a caller does about a failure: nothing, or the same again no sooner than after `waitMs`. */
export type Verdict = { readonly retry: false } | { readonly retry: true; readonly waitMs: number };

export interface Caller {
  /**
   * Runs the attempt, again while its failures pass with time, and never beyond the budget.
   * `attempt` gets the milliseconds that this try may take.
   */
  call<T>(attempt: (timeoutMs: number) => Promise<T>): Promise<T>;
}

export interface CallerOptions {
  readonly budget: Budget;
  readonly judge: (error: unknown) => Verdict;
  /** Uniform in [0, 1), for jitter. */
  readonly random: () => number;
  /** The longest that one try may hang before it counts as lost. */
  readonly attemptMs: number;
}

const MAX_RETRIES = 5;
const FIRST_WAIT_MS = 150;
const MAX_WAIT_MS = 2_000;

/** Grows twofold a try; between half and the whole of it, so that callers who failed together part. */
function backoffMs(attempt: number, random: () => number): number {
  const ceiling = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
  return ceiling * (0.5 + random() / 2);
}

export function createCaller({ budget, judge, random, attemptMs }: CallerOptions): Caller {
  const waitAfter = (error: unknown, attempt: number): number => {
    const verdict = judge(error);
    return Math.max(verdict.retry ? verdict.waitMs : 0, backoffMs(attempt, random));
  };
  const policy = retry(
    handleWhen((error) => judge(error).retry),
    {
      maxAttempts: MAX_RETRIES,
      backoff: new DelegateBackoff(({ attempt, result }) => {
        const waitMs = waitAfter('error' in result ? result.error : undefined, attempt);
        // Waiting past the end would only be killed: wake at the end, and give up there.
        return Math.min(waitMs, budget.remainingMs());
      }),
    },
  );
  return {
    call: async (attempt) => {
      let lastFailure: unknown;
      return policy.execute(async () => {
        if (budget.remainingMs() <= 0) throw new SyncError('timeout', { cause: lastFailure });
        try {
          return await attempt(Math.max(1, Math.min(attemptMs, Math.floor(budget.remainingMs()))));
        } catch (error) {
          lastFailure = error;
          throw error;
        }
      });
    },
  };
}
