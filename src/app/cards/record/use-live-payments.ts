import type { ObjectType, RecordView } from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { callInParts, getPayments, useCall } from '@stripe-payments/ui';
import { useCallback, useEffect, useRef } from 'react';
import { continuedView } from '../sync/continued-view.ts';

interface PaymentsRead {
  readonly view: RecordView;
}

/** The part from which a read goes on; null for its start. */
type ReadRequest = PaymentsRead | null;

/** The answer is of a whole read; a part is never taken for one. */
export type LiveState = CallState<ReadRequest, PaymentsRead, PaymentsRead>;

export interface LivePayments {
  readonly state: LiveState;
  readonly read: () => void;
  /** Goes on with a read that stopped; from the start where there is nothing to go on with. */
  readonly readOn: () => void;
  /** Reads again for ids that HubSpot has not delivered yet, and not once more when it does. */
  readonly readFor: (ids: string) => void;
  /**
   * Announces another call that will bring a view along, so that Stripe is not read twice: until then no
   * further part is read. The function it gives takes that view, or null where there is none.
   */
  readonly expectView: () => (view: RecordView | null) => void;
}

/**
 * Reads the record's payments, part by part until there is no more, and again when `ids` change.
 * @param isOnDemand true while the saved figures do: nothing is read before the user asks for it.
 */
export function useLivePayments(
  objectType: ObjectType,
  ids: string | undefined,
  isOnDemand: boolean,
): LivePayments {
  const otherCall = useRef<Promise<void> | null>(null);
  const { state, run, expectAnswer } = useCall<ReadRequest, PaymentsRead, PaymentsRead>({
    whileRunning: 'replace',
    send: (from, onPart) => {
      let part = from;
      return callInParts<PaymentsRead>({
        from,
        send: async (after) => {
          if (after.continuation !== undefined && otherCall.current !== null) {
            await otherCall.current;
            // The other call has brought a view: this reply is not awaited any more.
            if (!onPart(part)) return { ok: false, error: { code: 'no-answer' } };
          }
          return getPayments({ objectType, ...after });
        },
        join: (before, next) => ({ ...next, view: continuedView(before.view, next.view) }),
        onPart: (next) => {
          part = next;
          return onPart(next);
        },
      });
    },
  });
  const idsRead = useRef<string | undefined>(undefined);
  const idsAtOpening = useRef<string | undefined>(undefined);

  const expectView = useCallback(() => {
    const takeAnswer = expectAnswer(null);
    let end = (): void => undefined;
    const call = new Promise<void>((resolve) => {
      end = resolve;
    });
    otherCall.current = call;
    return (view: RecordView | null) => {
      if (view !== null) {
        takeAnswer({ view });
        idsRead.current ??= idsAtOpening.current;
      }
      if (otherCall.current === call) otherCall.current = null;
      end();
    };
  }, [expectAnswer]);

  const read = useCallback(() => {
    idsRead.current ??= idsAtOpening.current;
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
    if (state.phase !== 'running') run(state.phase === 'failed' ? state.part : null);
  }, [run, state]);

  useEffect(() => {
    if (ids === undefined || ids === idsRead.current) return;
    idsAtOpening.current ??= ids;
    if (isOnDemand && ids === idsAtOpening.current) return;
    idsRead.current = ids;
    run(null);
  }, [ids, isOnDemand, run]);

  return { state, read, readOn, readFor, expectView };
}
