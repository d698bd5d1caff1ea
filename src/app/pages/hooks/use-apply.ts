import type { FailedStep, ReplyError, SetupStepId } from '@stripe-payments/core';
import { useCallback, useRef, useState } from 'react';
import { applySetup } from '../api.ts';

export type ApplyState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly done: number; readonly all: number }
  | {
      readonly phase: 'finished';
      readonly done: number;
      readonly failed: readonly FailedStep[];
      /** Why the rest was not done; null where nothing is left. */
      readonly error: ReplyError | null;
    };

export interface Apply {
  readonly state: ApplyState;
  /** Does the steps that were shown. */
  readonly run: (steps: readonly SetupStepId[]) => void;
}

/** So many properties are far from what one run can do, and the bar moves. */
const STEPS_A_CALL = 14;

interface Progress {
  readonly done: number;
  readonly failed: readonly FailedStep[];
  readonly error: ReplyError | null;
}

/** Calls until nothing is left; each call is bounded, and gives back what it did not reach. */
async function applyAll(
  steps: readonly SetupStepId[],
  onProgress: (done: number) => void,
): Promise<Progress> {
  let left = steps;
  let done = 0;
  let failed: readonly FailedStep[] = [];
  while (left.length > 0) {
    const part = left.slice(0, STEPS_A_CALL);
    const reply = await applySetup({ action: 'apply', steps: part });
    if (!reply.ok) return { done, failed, error: reply.error };
    if (reply.action !== 'apply') break;
    done += reply.done.length;
    failed = [...failed, ...reply.failed];
    onProgress(done + failed.length);
    left = [...reply.left, ...left.slice(STEPS_A_CALL)];
  }
  return { done, failed, error: null };
}

/** @param onEnd for what has to be looked at anew. */
export function useApply(onEnd: () => void): Apply {
  const [state, setState] = useState<ApplyState>({ phase: 'idle' });
  // The button is disabled a render later than the click, so a fast second click is stopped here.
  const isRunning = useRef(false);
  const run = useCallback(
    (steps: readonly SetupStepId[]) => {
      if (isRunning.current) return;
      isRunning.current = true;
      const all = steps.length;
      setState({ phase: 'running', done: 0, all });
      void applyAll(steps, (done) => {
        setState({ phase: 'running', done, all });
      }).then((progress) => {
        isRunning.current = false;
        setState({ phase: 'finished', ...progress });
        onEnd();
      });
    },
    [onEnd],
  );
  return { state, run };
}
