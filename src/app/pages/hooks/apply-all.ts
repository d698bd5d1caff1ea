import type { FailedStep, ReplyError, SetupStepId } from '@stripe-payments/core';
import { replyError } from '@stripe-payments/core';
import { applySteps } from '../api.ts';

/** So many properties are far from what one run can do, and the bar moves. */
const STEPS_A_CALL = 14;

export interface Applied {
  readonly done: number;
  readonly failed: readonly FailedStep[];
  /** Why the rest was not done; null where nothing is left. */
  readonly error: ReplyError | null;
}

/**
 * Calls until nothing is left; each call is bounded, and gives back what it did not reach. A call that
 * gets nowhere is the last: the next would get nowhere either, and so on for ever.
 * @param onProgress told how many steps need no further call.
 */
export async function applyAll(
  steps: readonly SetupStepId[],
  onProgress: (settled: number) => void,
): Promise<Applied> {
  let left = steps;
  let done = 0;
  let failed: readonly FailedStep[] = [];
  while (left.length > 0) {
    const part = left.slice(0, STEPS_A_CALL);
    const reply = await applySteps(part);
    if (!reply.ok) return { done, failed, error: reply.error };
    done += reply.done.length;
    failed = [...failed, ...reply.failed];
    const unreached = new Set(reply.left);
    const again = part.filter((step) => unreached.has(step));
    if (again.length === part.length) {
      return { done, failed, error: replyError('setup-too-slow') };
    }
    left = [...again, ...left.slice(STEPS_A_CALL)];
    onProgress(steps.length - left.length);
  }
  return { done, failed, error: null };
}
