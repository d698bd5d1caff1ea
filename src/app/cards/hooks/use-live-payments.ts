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
  /** Takes a view that another reply brought along, so that Stripe is not read twice. */
  readonly replace: (view: RecordView) => void;
}

/**
 * Reads the record's payments, again when `ids` change. An answer that was overtaken by a newer one
 * is dropped.
 */
export function useLivePayments(objectType: ObjectType, ids: string | undefined): LivePayments {
  const [state, setState] = useState<LiveState>({ phase: 'reading', view: null });
  const newest = useRef(0);
  const idsRead = useRef<string | undefined>(undefined);

  const replace = useCallback((view: RecordView) => {
    newest.current += 1;
    setState({ phase: 'read', view });
  }, []);

  const read = useCallback(() => {
    newest.current += 1;
    const own = newest.current;
    setState(({ view }) => ({ phase: 'reading', view }));
    void getPayments({ objectType }).then((reply) => {
      if (own !== newest.current) return;
      setState(({ view }) =>
        reply.ok
          ? { phase: 'read', view: reply.view }
          : { phase: 'failed', error: reply.error, view },
      );
    });
  }, [objectType]);

  useEffect(() => {
    if (ids === undefined || ids === idsRead.current) return;
    idsRead.current = ids;
    read();
  }, [ids, read]);

  return { state, read, replace };
}
