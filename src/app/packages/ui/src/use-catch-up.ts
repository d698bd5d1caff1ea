import type { CatchUp, Failure } from '@stripe-payments/core';
import { runCatchUp } from '@stripe-payments/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { syncRange } from './functions.ts';

/** Between two tries of a step. */
const WAIT_MS = 3_000;

/** A catch-up, or a sync of a list, that runs here. */
export type CatchUpState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly catchUp: CatchUp; readonly isStopping: boolean }
  /** By a person, or by a failure. */
  | { readonly phase: 'stopped'; readonly catchUp: CatchUp; readonly failure: Failure | null }
  | { readonly phase: 'done'; readonly catchUp: CatchUp };

export interface CatchingUp {
  readonly state: CatchUpState;
  /** `startCatchUp` or `startListSync` makes it. */
  readonly start: (catchUp: CatchUp) => void;
  readonly stop: () => void;
  /** Goes on where it stopped. */
  readonly goOn: () => void;
}

const wait = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, WAIT_MS);
  });

/** One run at a time, which goes on as long as the component is there. */
export function useCatchUp(): CatchingUp {
  const [state, setState] = useState<CatchUpState>({ phase: 'idle' });
  const isRunning = useRef(false);
  const isWanted = useRef(true);
  useEffect(() => {
    isWanted.current = true;
    return () => {
      isWanted.current = false;
    };
  }, []);

  const run = useCallback((from: CatchUp) => {
    if (isRunning.current) return;
    isRunning.current = true;
    isWanted.current = true;
    setState({ phase: 'running', catchUp: from, isStopping: false });
    const onStep = (catchUp: CatchUp): boolean => {
      setState({ phase: 'running', catchUp, isStopping: !isWanted.current });
      return isWanted.current;
    };
    void runCatchUp(from, { send: syncRange, wait, onStep }).then(({ catchUp, failure }) => {
      isRunning.current = false;
      setState(
        catchUp.isDone ? { phase: 'done', catchUp } : { phase: 'stopped', catchUp, failure },
      );
    });
  }, []);

  return {
    state,
    start: run,
    stop: () => {
      isWanted.current = false;
      setState((now) => (now.phase === 'running' ? { ...now, isStopping: true } : now));
    },
    goOn: () => {
      if (state.phase === 'stopped') run(state.catchUp);
    },
  };
}
