import type { FailedStep, Failure, SetupStepId } from '@stripe-payments/core';
import { applyInParts } from '@stripe-payments/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { applySteps, removeProperties } from '../api.ts';

/** What the page changes in the account: one thing at a time, and only the latest outcome is told. */
export interface Changes {
  readonly apply: Apply;
  readonly removal: Removal;
  readonly isRunning: boolean;
  readonly forget: () => void;
}

/** @param onEnd for what has to be looked at anew. */
export function useChanges(onEnd: () => void): Changes {
  const turn = useTurn();
  const apply = useApply(turn, onEnd);
  const removal = useRemoval(turn, onEnd);
  const { forget: forgetApply } = apply;
  const { forget: forgetRemoval } = removal;
  const forget = useCallback(() => {
    forgetApply();
    forgetRemoval();
  }, [forgetApply, forgetRemoval]);
  return {
    apply: {
      ...apply,
      run: (steps) => {
        forgetRemoval();
        apply.run(steps);
      },
    },
    removal: {
      ...removal,
      run: (confirmation) => {
        forgetApply();
        removal.run(confirmation);
      },
    },
    isRunning: apply.state.phase === 'running' || removal.state.phase === 'running',
    forget,
  };
}

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
function useApply(turn: Turn, onEnd: () => void): Apply {
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

export type RemovalState =
  | { readonly phase: 'idle' | 'running' }
  | {
      readonly phase: 'removed';
      readonly removed: number;
      readonly failed: readonly FailedStep[];
    }
  | { readonly phase: 'failed'; readonly error: Failure };

export interface Removal {
  readonly state: RemovalState;
  readonly run: (confirmation: string) => void;
  /** Takes the outcome away: something newer is known. */
  readonly forget: () => void;
}

/** @param onEnd for what has to be looked at anew. */
function useRemoval(turn: Turn, onEnd: () => void): Removal {
  const [state, setState] = useState<RemovalState>({ phase: 'idle' });
  const run = useCallback(
    (confirmation: string) => {
      if (!turn.take()) return;
      setState({ phase: 'running' });
      void removeProperties(confirmation).then((reply) => {
        turn.give();
        setState(
          reply.ok
            ? { phase: 'removed', removed: reply.removed.length, failed: reply.failed }
            : { phase: 'failed', error: reply.error },
        );
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

/** One at a time: buttons are disabled a render later than the click, so a fast second one is stopped here. */
interface Turn {
  /** False where somebody else has it. */
  readonly take: () => boolean;
  readonly give: () => void;
}

function useTurn(): Turn {
  const isTaken = useRef(false);
  return useMemo(
    () => ({
      take: () => {
        if (isTaken.current) return false;
        isTaken.current = true;
        return true;
      },
      give: () => {
        isTaken.current = false;
      },
    }),
    [],
  );
}
