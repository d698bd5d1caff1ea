import { useExtensionActions } from '@hubspot/ui-extensions';
import type { ObjectType, PropertyChange, RecordView, ReplyError } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';
import { useCallback, useRef, useState } from 'react';
import { syncPayments } from '../api.ts';

export type SyncState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running' }
  | {
      readonly phase: 'done';
      readonly changes: readonly PropertyChange[];
      readonly view: RecordView;
    }
  | { readonly phase: 'failed'; readonly error: ReplyError };

export interface Sync {
  readonly state: SyncState;
  readonly run: () => void;
}

const words = english.card.sync;

export function useSync(
  objectType: ObjectType,
  expectView: () => (view: RecordView) => void,
): Sync {
  const { addAlert, refreshObjectProperties } = useExtensionActions<'crm.record.tab'>();
  const [state, setState] = useState<SyncState>({ phase: 'idle' });
  // The button is disabled a render later than the click, so a fast second click is stopped here.
  const isRunning = useRef(false);

  const run = useCallback(() => {
    if (isRunning.current) return;
    isRunning.current = true;
    setState({ phase: 'running' });
    const onView = expectView();
    void syncPayments({ objectType }).then((reply) => {
      isRunning.current = false;
      // Also after a failure: the reason is on the record, and a write may have happened.
      refreshObjectProperties();
      if (!reply.ok) {
        setState({ phase: 'failed', error: reply.error });
        addAlert({ type: 'danger', title: words.failed, message: reply.error.message });
        return;
      }
      const { changes, view } = reply;
      setState({ phase: 'done', changes, view });
      onView(view);
      addAlert(
        changes.length === 0
          ? { type: 'info', title: words.nothingChanged, message: words.nothingChangedDetail }
          : { type: 'success', message: words.changed(changes.length) },
      );
    });
  }, [objectType, expectView, addAlert, refreshObjectProperties]);

  return { state, run };
}
