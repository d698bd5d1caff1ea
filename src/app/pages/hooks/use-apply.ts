import type { FailedStep, Failure, SetupStepId } from '@stripe-payments/core';
import { applyInParts } from '@stripe-payments/core';
import { useCallback, useState } from 'react';
import { applySteps } from '../api.ts';
import type { Turn } from './use-turn.ts';

export type ApplyState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly done: number; readonly all: number }
  | {
      readonly phase: 'finished';
      readonly done: number;
      readonly failed: readonly FailedStep[];
      /** Why the rest was not done; null where nothing is left. */
      readonly error: Failure | null;
    };

export interface Apply {
  readonly state: ApplyState;
  /** Does the steps that were shown. */
  readonly run: (steps: readonly SetupStepId[]) => void;
  /** Takes the outcome away: something newer is known. */
  readonly forget: () => void;
}

/** @param onEnd for what has to be looked at anew. */
export function useApply(turn: Turn, onEnd: () => void): Apply {
  const [state, setState] = useState<ApplyState>({ phase: 'idle' });
  const run = useCallback(
    (steps: readonly SetupStepId[]) => {
      if (!turn.take()) return;
      const all = steps.length;
      setState({ phase: 'running', done: 0, all });
      void applyInParts(steps, applySteps, (done) => {
        setState({ phase: 'running', done, all });
      }).then(({ done, failed, error }) => {
        turn.give();
        setState({ phase: 'finished', done: done.length, failed, error });
        onEnd();
      });
    },
    [turn, onEnd],
  );
  const forget = useCallback(() => {
    setState((before) => (before.phase === 'running' ? before : { phase: 'idle' }));
  }, []);
  return { state, run, forget };
}
