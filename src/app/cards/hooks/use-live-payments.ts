import type { ObjectType, RecordView, ReplyError } from '@stripe-payments/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { getPayments } from '../api.ts';

export type LiveState =
  | { readonly phase: 'reading'; readonly view: RecordView | null }
  | { readonly phase: 'read'; readonly view: RecordView }
  | { readonly phase: 'failed'; readonly error: ReplyError; readonly view: RecordView | null };

export interface LivePayments {
  readonly state: LiveState;
  readonly read: () => void;
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

/** Reads the record's payments, again when `ids` change. */
export function useLivePayments(objectType: ObjectType, ids: string | undefined): LivePayments {
  const [state, setState] = useState<LiveState>({ phase: 'reading', view: null });
  const beginCall = useAnswersInOrder(setState);
  const idsRead = useRef<string | undefined>(undefined);

  const expectView = useCallback(() => {
    const settle = beginCall('sync');
    return (view: RecordView) => {
      settle(() => ({ phase: 'read', view }));
    };
  }, [beginCall]);

  const read = useCallback(() => {
    const settle = beginCall('read');
    setState(({ view }) => ({ phase: 'reading', view }));
    void getPayments({ objectType }).then((reply) => {
      settle(({ view }) =>
        reply.ok
          ? { phase: 'read', view: reply.view }
          : { phase: 'failed', error: reply.error, view },
      );
    });
  }, [beginCall, objectType]);

  useEffect(() => {
    if (ids === undefined || ids === idsRead.current) return;
    idsRead.current = ids;
    read();
  }, [ids, read]);

  return { state, read, expectView };
}
