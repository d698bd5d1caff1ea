import type { Failure } from '../contract/failure.ts';
import type { Reply } from '../contract/call.ts';
import type { FailedStep, SetupStepId } from '../contract/setup.ts';

/** Far from what one run can do, and small enough for a bar to move. */
const STEPS_A_PART = 14;

/** What HubSpot did too late for one part, the next finds done; a third would find nothing new. */
const MAX_IDLE_PARTS = 2;

/** What became of one part. */
export interface AppliedPart {
  readonly done: readonly SetupStepId[];
  readonly failed: readonly FailedStep[];
  /** Not reached. */
  readonly left: readonly SetupStepId[];
}

export interface AppliedInParts extends AppliedPart {
  /** Why something is left; null where nothing is. */
  readonly error: Failure | null;
}

/**
 * Does the steps part by part, and again what a part did not reach, as long as that gets less: an
 * account too slow for every part is left alone instead of asked for ever.
 * @param applyPart does some steps, within a time of its own.
 * @param onProgress called after each part with the number of finished steps.
 */
export async function applyInParts(
  steps: readonly SetupStepId[],
  applyPart: (part: readonly SetupStepId[]) => Promise<Reply<AppliedPart>>,
  onProgress: (settled: number) => void,
): Promise<AppliedInParts> {
  let done: readonly SetupStepId[] = [];
  let failed: readonly FailedStep[] = [];
  let left = steps;
  let idleParts = 0;
  while (left.length > 0 && idleParts < MAX_IDLE_PARTS) {
    const part = left.slice(0, STEPS_A_PART);
    const reply = await applyPart(part);
    if (!reply.ok) return { done, failed, left, error: reply.error };
    const unreached = new Set(reply.left);
    done = [...done, ...reply.done.filter((step) => !unreached.has(step))];
    failed = [...failed, ...reply.failed];
    const again = part.filter((step) => unreached.has(step));
    idleParts = again.length === part.length ? idleParts + 1 : 0;
    left = [...again, ...left.slice(STEPS_A_PART)];
    onProgress(steps.length - left.length);
  }
  return { done, failed, left, error: left.length === 0 ? null : { code: 'setup-too-slow' } };
}
