import type { FailedStep, Failure, Reply, SetupStepId } from '@stripe-payments/core';
import { applyInParts } from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { applySteps, removeProperties, useCall } from '@stripe-payments/ui';

type ChangeRequest =
  /** The steps that were shown. */
  | { readonly action: 'apply'; readonly steps: readonly SetupStepId[] }
  | { readonly action: 'remove'; readonly confirmation: string };

type Changed =
  | {
      readonly action: 'apply';
      readonly done: number;
      readonly failed: readonly FailedStep[];
      /** Why the rest was not done; null where nothing is left. */
      readonly error: Failure | null;
    }
  | { readonly action: 'remove'; readonly removed: number; readonly failed: readonly FailedStep[] };

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
  request: ChangeRequest,
  onPart: (settled: number) => boolean,
): Promise<Reply<Changed>> {
  if (request.action === 'apply') {
    const { done, failed, error } = await applyInParts(request.steps, applySteps, onPart);
    return { ok: true, action: 'apply', done: done.length, failed, error };
  }
  const reply = await removeProperties(request.confirmation);
  return reply.ok ? { ...reply, removed: reply.removed.length } : reply;
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
