import type { Failure, SetupReport } from '@stripe-payments/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { checkSetup } from '../api.ts';

export interface Setup {
  /** The newest that is known; it stays while it is checked again. */
  readonly report: SetupReport | null;
  /** Why the newest check brought nothing. */
  readonly error: Failure | null;
  readonly isChecking: boolean;
  readonly check: () => void;
}

type Known = Omit<Setup, 'check'>;

/** Checks when the page opens, and when somebody asks. */
export function useSetup(): Setup {
  const [known, setKnown] = useState<Known>({ report: null, error: null, isChecking: true });
  const newest = useRef(0);
  const check = useCallback(() => {
    newest.current += 1;
    const own = newest.current;
    setKnown(({ report }) => ({ report, error: null, isChecking: true }));
    void checkSetup().then((reply) => {
      // A newer check is on its way.
      if (own !== newest.current) return;
      setKnown(({ report }) =>
        reply.ok
          ? { report: reply.report, error: null, isChecking: false }
          : { report, error: reply.error, isChecking: false },
      );
    });
  }, []);
  useEffect(check, [check]);
  return { ...known, check };
}
