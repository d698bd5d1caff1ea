import { Alert, Text } from '@hubspot/ui-extensions';
import type { Failure } from '@stripe-payments/core';
import { useFigurePresentation } from '@stripe-payments/ui';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';

/** What passes within seconds: all programs of the account together asked HubSpot too much. */
const BUSY = 'hubspot-rate-limited';

/** As long as HubSpot counts calls, which the text says. */
const REPEAT_AFTER_MS = 10_000;

/** After so many in a row the user decides. */
const MAX_REPEATS = 6;

type Outcome =
  | { readonly phase: 'idle' | 'running' | 'done' }
  | { readonly phase: 'failed'; readonly failure: Failure };

/**
 * Repeats a call that failed since HubSpot is busy. Safe for reads and for syncs only.
 * @returns true while it will be repeated.
 */
export function useBusyRepeat(state: Outcome, repeat: () => void): boolean {
  const [repeats, setRepeats] = useState(0);
  const latest = useRef(repeat);
  useEffect(() => {
    latest.current = repeat;
  });
  const isBusy = state.phase === 'failed' && state.failure.code === BUSY;
  const isRepeated = isBusy && repeats < MAX_REPEATS;
  useEffect(() => {
    if (state.phase === 'done') setRepeats(0);
    if (!isRepeated) return;
    const timer = setTimeout(() => {
      setRepeats((before) => before + 1);
      latest.current();
    }, REPEAT_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [state, isRepeated]);
  return isRepeated;
}

interface BusyOrProps {
  readonly isRepeated: boolean;
  /** What a failure that is not repeated shows. */
  readonly children: ReactNode;
}

/** That HubSpot is busy and the call is repeated, or the failure. */
export function BusyOr({ isRepeated, children }: BusyOrProps) {
  const { busyTitle, busy } = useFigurePresentation().texts.card.states;
  if (!isRepeated) return children;
  return (
    <Alert title={busyTitle} variant="info" testId="busy">
      <Text>{busy}</Text>
    </Alert>
  );
}
