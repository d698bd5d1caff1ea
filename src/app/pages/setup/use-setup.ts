import type { Failure, SetupReport } from '@stripe-payments/core';
import { checkSetup, useCall } from '@stripe-payments/ui';
import { useCallback, useEffect } from 'react';

export interface Setup {
  /** The newest that is known; it stays while it is checked again. */
  readonly report: SetupReport | null;
  /** Why the newest check brought nothing. */
  readonly error: Failure | null;
  readonly isChecking: boolean;
  readonly check: () => void;
}

/** Checks when the page opens, and when the user asks. */
export function useSetup(): Setup {
  const { state, run } = useCall<null, { readonly report: SetupReport }>({
    whileRunning: 'replace',
    send: checkSetup,
  });
  const check = useCallback(() => {
    run(null);
  }, [run]);
  useEffect(check, [check]);
  return {
    report: state.answer?.report ?? null,
    error: state.phase === 'failed' ? state.failure : null,
    isChecking: state.phase === 'idle' || state.phase === 'running',
    check,
  };
}
