import type { FailedStep, Failure } from '@stripe-payments/core';
import { useCallback, useState } from 'react';
import { removeProperties } from '../api.ts';
import type { Turn } from './use-turn.ts';

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
export function useRemoval(turn: Turn, onEnd: () => void): Removal {
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
