import type { ObjectType, RecordView } from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { after, getPayments, useCall } from '@stripe-payments/ui';
import { useCallback, useEffect, useRef } from 'react';
import { continuedView } from '../sync/continued-view.ts';

interface PaymentsRead {
  readonly view: RecordView;
}

/** The continuation of a read; null for its start. */
type ReadRequest = PaymentsRead | null;

export type LiveState = CallState<ReadRequest, PaymentsRead>;

export interface LivePayments {
  readonly state: LiveState;
  readonly read: () => void;
  /** Reads what a view left out; from the start where there is nothing to go on with. */
  readonly readOn: () => void;
  /** Reads again for ids that HubSpot has not delivered yet, and not once more when it does. */
  readonly readFor: (ids: string) => void;
  /**
   * Announces another call that will bring a view along, so that Stripe is not read twice. The
   * function it gives takes that view.
   */
  readonly expectView: () => (view: RecordView) => void;
}

/** True where the part that was asked for cannot be asked for any more. */
const isStale = (state: LiveState): boolean =>
  state.phase === 'failed' && state.failure.code === 'continuation-expired';

/** Reads the record's payments, again when `ids` change. */
export function useLivePayments(objectType: ObjectType, ids: string | undefined): LivePayments {
  const { state, run, expectAnswer } = useCall<ReadRequest, PaymentsRead>({
    whileRunning: 'replace',
    send: async (before) => {
      const reply = await getPayments({ objectType, ...after(before) });
      const isMore = reply.ok && before !== null && before.view.continuation !== null;
      return isMore ? { ...reply, view: continuedView(before.view, reply.view) } : reply;
    },
  });
  const idsRead = useRef<string | undefined>(undefined);

  const expectView = useCallback(() => {
    const takeAnswer = expectAnswer(null);
    return (view: RecordView) => {
      takeAnswer({ view });
    };
  }, [expectAnswer]);

  const read = useCallback(() => {
    run(null);
  }, [run]);

  const readFor = useCallback(
    (next: string) => {
      idsRead.current = next;
      run(null);
    },
    [run],
  );

  const readOn = useCallback(() => {
    if (state.phase !== 'running') run(isStale(state) ? null : state.answer);
  }, [run, state]);

  useEffect(() => {
    if (ids === undefined || ids === idsRead.current) return;
    idsRead.current = ids;
    run(null);
  }, [ids, run]);

  return { state, read, readOn, readFor, expectView };
}
