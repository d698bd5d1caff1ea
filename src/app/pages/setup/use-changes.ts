import type { FailedStep, Failure, Reply, SetupStepId } from '@stripe-payments/core';
import { applyInParts } from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { applySteps, useCall } from '@stripe-payments/ui';

interface ChangeRequest {
  /** The steps that were shown. */
  readonly steps: readonly SetupStepId[];
}

interface Changed {
  readonly done: number;
  readonly failed: readonly FailedStep[];
  /** Why the rest was not done; null where nothing is left. */
  readonly error: Failure | null;
}

/** A part is the number of steps that need nothing further. */
export type ChangeState = CallState<ChangeRequest, Changed, number>;

/** What the page changes in the account: one change at a time, of which the latest outcome is shown. */
export interface Changes {
  readonly state: ChangeState;
  readonly isRunning: boolean;
  readonly run: (request: ChangeRequest) => void;
  /** Takes the outcome away: something newer is known. */
  readonly forget: () => void;
}

async function send(
  { steps }: ChangeRequest,
  onPart: (settled: number) => boolean,
): Promise<Reply<Changed>> {
  const { done, failed, error } = await applyInParts(steps, applySteps, onPart);
  return { ok: true, done: done.length, failed, error };
}

/** @param onEnd for what has to be checked again. */
export function useChanges(onEnd: () => void): Changes {
  const { state, run, reset } = useCall<ChangeRequest, Changed, number>({
    whileRunning: 'ignore',
    send,
    onEnd,
  });
  const isRunning = state.phase === 'running';
  return {
    state,
    isRunning,
    run,
    forget: () => {
      if (!isRunning) reset();
    },
  };
}
