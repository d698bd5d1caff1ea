import { useExtensionActions } from '@hubspot/ui-extensions';
import type {
  Coverage,
  Failure,
  ObjectType,
  PropertyChange,
  RecordView,
  SyncPaymentsReply,
  Texts,
} from '@stripe-payments/core';
import { errorTexts } from '@stripe-payments/core';
import { useTexts } from '@stripe-payments/ui';
import { useCallback, useRef, useState } from 'react';
import { syncPayments } from '../api.ts';
import { continuedView } from '../record/continued-view.ts';

export type SyncState =
  | { readonly phase: 'idle' }
  /** Coverage is null until the first part of several has come. */
  | { readonly phase: 'running'; readonly coverage: Coverage | null }
  | {
      readonly phase: 'done';
      readonly changes: readonly PropertyChange[];
      readonly view: RecordView;
    }
  /** `isResumable`: what was read so far is kept for the next run. */
  | { readonly phase: 'failed'; readonly error: Failure; readonly isResumable: boolean };

export interface Sync {
  readonly state: SyncState;
  readonly run: () => void;
}

type ExpectView = () => (view: RecordView) => void;

type Actions = ReturnType<typeof useExtensionActions<'crm.record.tab'>>;

function alertOf(state: SyncState, texts: Texts): Parameters<Actions['addAlert']>[0] | null {
  const words = texts.card.sync;
  if (state.phase === 'failed') {
    const { message } = errorTexts(state.error, texts);
    return { type: 'danger', title: words.failed, message };
  }
  if (state.phase !== 'done') return null;
  return state.changes.length === 0
    ? { type: 'info', title: words.nothingChanged, message: words.nothingChangedDetail }
    : { type: 'success', message: words.changed(state.changes.length) };
}

/** One sync at a time; one that stopped in the middle goes on from there. */
function useSyncRun(
  objectType: ObjectType,
  ids: string,
  expectView: ExpectView,
  onState: (state: SyncState) => void,
): () => void {
  // The button is disabled a render later than the click, so a fast second click is stopped here.
  const isRunning = useRef(false);
  const stopped = useRef<{ readonly ids: string; readonly part: RecordView | null }>();
  return useCallback(() => {
    if (isRunning.current) return;
    isRunning.current = true;
    // What was read for other customers or payments is no part of this sync.
    const part = stopped.current?.ids === ids ? stopped.current.part : null;
    onState({ phase: 'running', coverage: part?.coverage ?? null });
    const onView = expectView();
    const onPart = (coverage: Coverage | null): void => {
      onState({ phase: 'running', coverage });
    };
    void syncEverything(objectType, part, onPart).then((end) => {
      isRunning.current = false;
      if ('reply' in end) {
        stopped.current = { ids, part: end.part };
        onState({ phase: 'failed', error: end.reply.error, isResumable: end.part !== null });
        return;
      }
      stopped.current = undefined;
      onState({ phase: 'done', changes: end.changes, view: end.view });
      onView(end.view);
    });
  }, [objectType, ids, expectView, onState]);
}

/** @param ids what people wrote that decides which payments are read. */
export function useSync(objectType: ObjectType, ids: string, expectView: ExpectView): Sync {
  const { addAlert, refreshObjectProperties } = useExtensionActions<'crm.record.tab'>();
  const texts = useTexts();
  const [state, setState] = useState<SyncState>({ phase: 'idle' });
  const onState = useCallback(
    (next: SyncState) => {
      // Also after a failure: the reason is on the record, and a write may have happened.
      if (next.phase === 'done' || next.phase === 'failed') refreshObjectProperties();
      setState(next);
      const alert = alertOf(next, texts);
      if (alert !== null) addAlert(alert);
    },
    [addAlert, refreshObjectProperties, texts],
  );
  return { state, run: useSyncRun(objectType, ids, expectView, onState) };
}

interface Stopped {
  readonly reply: Extract<SyncPaymentsReply, { readonly ok: false }>;
  /** From where the next sync goes on; null where it must begin again. */
  readonly part: RecordView | null;
}

type Finished = Exclude<SyncPaymentsReply, { readonly ok: false }>;

/** Calls the sync until everything is covered; each call is bounded, and only the last one writes. */
async function syncEverything(
  objectType: ObjectType,
  from: RecordView | null,
  onPart: (coverage: Coverage | null) => void,
): Promise<Stopped | Finished> {
  let part = from;
  for (;;) {
    const continuation = part?.continuation ?? null;
    const reply = await syncPayments({
      objectType,
      ...(continuation !== null && { continuation }),
    });
    if (!reply.ok) {
      if (part === null || reply.error.code !== 'continuation-expired') return { reply, part };
      part = null;
      continue;
    }
    const view = part === null ? reply.view : continuedView(part, reply.view);
    if (view.continuation === null) return { ...reply, view };
    part = view;
    onPart(view.coverage);
  }
}
