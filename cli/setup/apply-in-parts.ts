import type { FailedStep, ReplyError, SetupStepId } from '@stripe-payments/core';
import type { SetupPorts } from '@stripe-payments/sync/setup';
import { applySetup } from '@stripe-payments/sync/setup';
import { SyncError } from '@stripe-payments/sync';

export interface Applied {
  readonly done: readonly SetupStepId[];
  readonly failed: readonly FailedStep[];
  /** Not reached. */
  readonly left: readonly SetupStepId[];
  /** Why something is left; null where nothing is. */
  readonly error: ReplyError | null;
}

/** Small enough for the bar to move, and for little to be lost where it is stopped. */
const STEPS_A_PART = 14;

/** What HubSpot did too late for one part, the next finds done; a third would find nothing new. */
const MOST_IDLE_PARTS = 2;

/**
 * Does the steps part by part, and again what a part did not reach, as long as that gets less.
 * @param portsOfPart a part has a time budget of its own.
 */
export async function applyInParts(
  portsOfPart: () => SetupPorts,
  steps: readonly SetupStepId[],
  onProgress: (settled: number) => void,
): Promise<Applied> {
  let done: readonly SetupStepId[] = [];
  let failed: readonly FailedStep[] = [];
  let left = steps;
  let idleParts = 0;
  try {
    while (left.length > 0 && idleParts < MOST_IDLE_PARTS) {
      const part = left.slice(0, STEPS_A_PART);
      const applied = await applySetup(portsOfPart(), { action: 'apply', steps: part });
      if (applied.action !== 'apply') throw new SyncError('unexpected');
      done = [...done, ...applied.done];
      failed = [...failed, ...applied.failed];
      idleParts = applied.done.length + applied.failed.length === 0 ? idleParts + 1 : 0;
      left = [...applied.left, ...left.slice(STEPS_A_PART)];
      onProgress(done.length + failed.length);
    }
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    return { done, failed, left, error: error.toReplyError() };
  }
  const error = left.length === 0 ? null : new SyncError('setup-too-slow').toReplyError();
  return { done, failed, left, error };
}
