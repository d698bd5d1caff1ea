import type { Failure, ObjectType, RecordView } from '@stripe-payments/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { getPayments } from '../api.ts';
import { continuedView } from './continued-view.ts';

export type LiveState =
  | { readonly phase: 'reading'; readonly view: RecordView | null }
  | { readonly phase: 'read'; readonly view: RecordView }
  | { readonly phase: 'failed'; readonly error: Failure; readonly view: RecordView | null };

export interface LivePayments {
  readonly state: LiveState;
  readonly read: () => void;
  /** Reads what a view left out; from the start where there is nothing to go on with. */
  readonly readOn: () => void;
  /** Reads again for ids that HubSpot has not told yet, and not once more when it does. */
  readonly readFor: (ids: string) => void;
  /**
   * Announces another call that will bring a view along, so that Stripe is not read twice. The
   * function it gives takes that view.
   */
  readonly expectView: () => (view: RecordView) => void;
}

type Settle = (next: (before: LiveState) => LiveState) => void;

/** Drops the answer of a call that was overtaken: by a newer read, or by a newer call's answer. */
function useAnswersInOrder(setState: Settle): (kind: 'read' | 'sync') => Settle {
  const newestCall = useRef(0);
  const oldestWanted = useRef(0);
  return useCallback(
    (kind) => {
      newestCall.current += 1;
      const own = newestCall.current;
      if (kind === 'read') oldestWanted.current = own;
      return (next) => {
        if (own < oldestWanted.current) return;
        oldestWanted.current = own;
        setState(next);
      };
    },
    [setState],
  );
}

type Read = (before: RecordView | null) => void;

/** One call: from the start, or on from where a view stopped. */
function useRead(
  objectType: ObjectType,
  setState: Settle,
  beginCall: (kind: 'read' | 'sync') => Settle,
): Read {
  return useCallback(
    (before) => {
      const continuation = before?.continuation ?? null;
      const settle = beginCall('read');
      setState(({ view }) => ({ phase: 'reading', view }));
      const parameters = { objectType, ...(continuation !== null && { continuation }) };
      void getPayments(parameters).then((reply) => {
        settle(({ view }) => {
          if (!reply.ok) return { phase: 'failed', error: reply.error, view };
          const isMore = before !== null && continuation !== null;
          return { phase: 'read', view: isMore ? continuedView(before, reply.view) : reply.view };
        });
      });
    },
    [beginCall, setState, objectType],
  );
}

/** True where the part that was asked for cannot be asked for any more. */
const isStale = (state: LiveState): boolean =>
  state.phase === 'failed' && state.error.code === 'continuation-expired';

/** Reads the record's payments, again when `ids` change. */
export function useLivePayments(objectType: ObjectType, ids: string | undefined): LivePayments {
  const [state, setState] = useState<LiveState>({ phase: 'reading', view: null });
  const beginCall = useAnswersInOrder(setState);
  const callRead = useRead(objectType, setState, beginCall);
  const idsRead = useRef<string | undefined>(undefined);

  const expectView = useCallback(() => {
    const settle = beginCall('sync');
    return (view: RecordView) => {
      settle(() => ({ phase: 'read', view }));
    };
  }, [beginCall]);

  const read = useCallback(() => {
    callRead(null);
  }, [callRead]);

  const readFor = useCallback(
    (next: string) => {
      idsRead.current = next;
      callRead(null);
    },
    [callRead],
  );

  const readOn = useCallback(() => {
    if (state.phase !== 'reading') callRead(isStale(state) ? null : state.view);
  }, [callRead, state]);

  useEffect(() => {
    if (ids === undefined || ids === idsRead.current) return;
    idsRead.current = ids;
    callRead(null);
  }, [ids, callRead]);

  return { state, read, readOn, readFor, expectView };
}
