import { useCallback } from 'react';
import type { Apply } from './use-apply.ts';
import { useApply } from './use-apply.ts';
import type { Removal } from './use-removal.ts';
import { useRemoval } from './use-removal.ts';
import { useTurn } from './use-turn.ts';

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
