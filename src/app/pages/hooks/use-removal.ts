import type { FailedStep, ReplyError } from '@stripe-payments/core';
import { useCallback, useRef, useState } from 'react';
import { applySetup } from '../api.ts';

export type RemovalState =
  | { readonly phase: 'idle' | 'running' }
  | {
      readonly phase: 'removed';
      readonly removed: number;
      readonly failed: readonly FailedStep[];
    }
  | { readonly phase: 'failed'; readonly error: ReplyError };

export interface Removal {
  readonly state: RemovalState;
  readonly run: (confirmation: string) => void;
}

/** @param onEnd for what has to be looked at anew. */
export function useRemoval(onEnd: () => void): Removal {
  const [state, setState] = useState<RemovalState>({ phase: 'idle' });
  const isRunning = useRef(false);
  const run = useCallback(
    (confirmation: string) => {
      if (isRunning.current) return;
      isRunning.current = true;
      setState({ phase: 'running' });
      void applySetup({ action: 'remove', confirmation }).then((reply) => {
        isRunning.current = false;
        if (!reply.ok) {
          setState({ phase: 'failed', error: reply.error });
        } else if (reply.action === 'remove') {
          setState({ phase: 'removed', removed: reply.removed.length, failed: reply.failed });
        }
        onEnd();
      });
    },
    [onEnd],
  );
  return { state, run };
}
