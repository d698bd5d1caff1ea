import { useExtensionActions } from '@hubspot/ui-extensions';
import type {
  Failure,
  LinkPaymentsParameters,
  LinkPaymentsReply,
  ObjectType,
  PropertyChange,
} from '@stripe-payments/core';
import { useCallback, useRef, useState } from 'react';
import { linkPayments } from '../api.ts';

type WithoutType<T> = T extends unknown ? Omit<T, 'objectType'> : never;

type AnyAction = WithoutType<LinkPaymentsParameters>;

/** One change of what a record's payments are. */
type LinkChange = Exclude<AnyAction, { readonly action: 'search' }>;

/** Where on the card a change was asked for, so that its outcome is told there. */
export type LinkPlace = 'customers' | 'payments' | 'undecided';

export type LinkDone = Exclude<
  Extract<LinkPaymentsReply, { readonly ok: true }>,
  { readonly action: 'search' }
>;

export type LinkOutcome =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly place: LinkPlace; readonly change: LinkChange }
  | {
      readonly phase: 'refused';
      readonly place: LinkPlace;
      readonly change: LinkChange;
      readonly error: Failure;
    }
  | { readonly phase: 'done'; readonly place: LinkPlace; readonly done: LinkDone };

export interface LinkChanges {
  readonly outcome: LinkOutcome;
  /** Asks for one change; while one is running, another is not begun. */
  readonly request: (place: LinkPlace, change: LinkChange) => void;
}

/** @param onChanged called with what was written on the record, where anything was. */
export function useLinkChange(
  objectType: ObjectType,
  onChanged: (changes: readonly PropertyChange[]) => void,
): LinkChanges {
  const { refreshObjectProperties } = useExtensionActions<'crm.record.tab'>();
  const [outcome, setOutcome] = useState<LinkOutcome>({ phase: 'idle' });
  const isRunning = useRef(false);

  const request = useCallback(
    (place: LinkPlace, change: LinkChange) => {
      if (isRunning.current) return;
      isRunning.current = true;
      setOutcome({ phase: 'running', place, change });
      void linkPayments({ objectType, ...change }).then((reply) => {
        isRunning.current = false;
        // Also after a failure: a write may have happened.
        refreshObjectProperties();
        if (!reply.ok) {
          setOutcome({ phase: 'refused', place, change, error: reply.error });
          return;
        }
        if (reply.action === 'search') return;
        setOutcome({ phase: 'done', place, done: reply });
        onChanged(reply.changes);
      });
    },
    [objectType, onChanged, refreshObjectProperties],
  );

  return { outcome, request };
}
