import { useExtensionActions } from '@hubspot/ui-extensions';
import type { Failure, ObjectType, RecordView, SyncPaymentsReply } from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { callInParts, savePayouts, syncPayments, useCall } from '@stripe-payments/ui';
import { useState } from 'react';
import { useBusyRepeat } from './BusyOr.tsx';
import { continuedView } from './continued-view.ts';

/** What a sync wrote, and the view of what it read; of a part nothing is written yet. */
type Synced = Omit<Extract<SyncPaymentsReply, { readonly ok: true }>, 'ok'>;

interface SyncRequest {
  /** What people wrote that decides which payments are read. */
  readonly ids: string;
  /** What a sync that stopped had read. */
  readonly from: Synced | null;
  readonly onView: (view: RecordView | null) => void;
}

type SyncState = CallState<SyncRequest, Synced, Synced>;

/** What was saved after a sync of the way to the bank. */
interface SavedLater extends Pick<Synced, 'changes'> {
  readonly request: SyncRequest;
}

export interface Sync {
  readonly state: SyncState;
  readonly run: () => void;
  /** True while a failure is to be repeated without a user's doing. */
  readonly isRepeated: boolean;
  /** True where the alert of the failed sync says this failure already. */
  readonly hasSaid: (failure: Failure) => boolean;
}

/** Of a sync that stopped what it had read, unless it was for other customers or payments. */
function partOf(state: SyncState, ids: string): Synced | null {
  return state.phase === 'failed' && state.request.ids === ids ? state.part : null;
}

/** A finished sync with what was saved after it. */
function withSavedLater(state: SyncState, later: SavedLater | undefined): SyncState {
  if (state.phase !== 'done' || state.request !== later?.request) return state;
  const changes = [...state.answer.changes, ...later.changes];
  return { ...state, answer: { ...state.answer, changes } };
}

/**
 * Syncs the record: each call is bounded, only the last one writes, and a sync that stopped in the middle
 * goes on from there.
 */
export function useSync(
  objectType: ObjectType | undefined,
  ids: string,
  expectView: () => (view: RecordView | null) => void,
): Sync {
  const { refreshObjectProperties } = useExtensionActions<'crm.record.tab'>();
  const [savedLater, setSavedLater] = useState<SavedLater>();
  /** The figures are shown by then: what fails here leaves the day to the next catch-up. */
  const askPayouts = async (payouts: string | null, request: SyncRequest): Promise<void> => {
    if (objectType === undefined || payouts === null) return;
    const reply = await savePayouts(objectType, payouts);
    if (!reply.ok || reply.changes.length === 0) return;
    setSavedLater({ changes: reply.changes, request });
    refreshObjectProperties();
  };
  const { state, run } = useCall<SyncRequest, Synced, Synced>({
    whileRunning: 'ignore',
    send: async ({ from }, onPart) => {
      if (objectType === undefined) return { ok: false, error: { code: 'bad-request' } };
      return callInParts<Synced>({
        from,
        send: (after) => syncPayments({ objectType, ...after }),
        join: (before, next) => ({ ...next, view: continuedView(before.view, next.view) }),
        onPart,
      });
    },
    onEnd: (reply, request) => {
      // Also after a failure: the reason is on the record, and a write may have happened.
      refreshObjectProperties();
      request.onView(reply.ok ? reply.view : null);
      if (reply.ok) void askPayouts(reply.payouts ?? null, request);
    },
  });
  const runAgain = () => {
    run({ ids, from: partOf(state, ids), onView: expectView() });
  };
  return {
    state: withSavedLater(state, savedLater),
    run: runAgain,
    isRepeated: useBusyRepeat(state, runAgain),
    hasSaid: ({ code, permission }) =>
      state.phase === 'failed' &&
      state.failure.code === code &&
      state.failure.permission === permission,
  };
}
