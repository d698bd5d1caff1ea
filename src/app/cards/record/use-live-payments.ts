import type { ObjectType, RecordView } from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { callInParts, getPayments, openPayments, useCall } from '@stripe-payments/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { continuedView } from '../sync/continued-view.ts';

interface PaymentsRead {
  readonly view: RecordView;
}

/** A read that may find that the saved figures are still right, since that moment. */
interface Opening {
  readonly savedAtMs: number;
}

/** The part from which a read goes on; null for its start. */
type ReadRequest = PaymentsRead | Opening | null;

/** When what the card shows was saved, and whether that may do without a read. */
export type SavedFigures =
  | { readonly are: 'missing' | 'new' }
  | { readonly are: 'perhaps-current'; readonly savedAtMs: number };

/** The answer is of a whole read; a part is never taken for one. */
export type LiveState = CallState<ReadRequest, PaymentsRead, PaymentsRead>;

export interface LivePayments {
  readonly state: LiveState;
  /** Until when the saved figures are known to be right, where that was asked instead of a read. */
  readonly currentAsOfMs: number | undefined;
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
 * @param saved while they are `new`, nothing is read before the user asks for it.
 */
export function useLivePayments(
  objectType: ObjectType,
  ids: string | undefined,
  saved: SavedFigures,
): LivePayments {
  const areNew = saved.are === 'new';
  const otherCall = useRef<Promise<void> | null>(null);
  const [currentAsOfMs, setCurrentAsOfMs] = useState<number>();
  const { state, run, reset, expectAnswer } = useCall<ReadRequest, PaymentsRead, PaymentsRead>({
    whileRunning: 'replace',
    send: (request, onPart) => {
      const opening = request !== null && 'savedAtMs' in request ? request : null;
      const from = request !== null && 'view' in request ? request : null;
      let part = from;
      return callInParts<PaymentsRead>({
        from,
        send: async (after) => {
          if (after.continuation !== undefined && otherCall.current !== null) {
            await otherCall.current;
            // The other call has brought a view: this reply is not awaited any more.
            if (!onPart(part)) return { ok: false, error: { code: 'no-answer' } };
          }
          if (opening === null || part !== null) return getPayments({ objectType, ...after });
          const reply = await openPayments({ objectType, ...opening });
          if (!reply.ok || 'view' in reply) return reply;
          if (onPart(null)) {
            setCurrentAsOfMs(reply.currentAsOfMs);
            reset();
          }
          return { ok: false, error: { code: 'no-answer' } };
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

  const opening = useRef<Opening | null>(null);
  useEffect(() => {
    opening.current = saved.are === 'perhaps-current' ? { savedAtMs: saved.savedAtMs } : null;
  });

  useEffect(() => {
    if (ids === undefined || ids === idsRead.current) return;
    idsAtOpening.current ??= ids;
    if (areNew && ids === idsAtOpening.current) return;
    const request = idsRead.current === undefined ? opening.current : null;
    idsRead.current = ids;
    run(request);
  }, [ids, areNew, run]);

  return { state, currentAsOfMs, read, readOn, readFor, expectView };
}
