import type { Coverage, Failure, PreviewSyncReply } from '@stripe-payments/core';
import { useCallback, useRef, useState } from 'react';
import { previewSync } from '../api.ts';
import type { PickableRecord } from './pickable-record.ts';

type Preview = Extract<PreviewSyncReply, { readonly ok: true }>;

export type PreviewState =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'reading';
      readonly record: PickableRecord;
      readonly coverage: Coverage | null;
    }
  | { readonly phase: 'read'; readonly record: PickableRecord; readonly preview: Preview }
  | { readonly phase: 'failed'; readonly record: PickableRecord; readonly error: Failure };

/**
 * Calls until everything is read: a company of many contacts takes several runs. What grew too old to be
 * continued is begun again, once.
 */
async function previewAll(
  { objectType, recordId, createdAt }: PickableRecord,
  onPart: (coverage: Coverage | null) => boolean,
): Promise<PreviewSyncReply> {
  const record = { objectType, recordId, createdAt };
  let isSecondTry = false;
  let reply = await previewSync(record);
  for (;;) {
    if (reply.ok) {
      const { continuation, coverage } = reply.view;
      if (continuation === null || !onPart(coverage)) return reply;
      reply = await previewSync({ ...record, continuation });
    } else {
      if (reply.error.code !== 'continuation-expired' || isSecondTry || !onPart(null)) return reply;
      isSecondTry = true;
      reply = await previewSync(record);
    }
  }
}

export interface PreviewOfSync {
  readonly state: PreviewState;
  readonly run: (record: PickableRecord) => void;
}

/** What a sync of the record picked last would write. */
export function usePreview(): PreviewOfSync {
  const [state, setState] = useState<PreviewState>({ phase: 'idle' });
  const newest = useRef(0);
  const run = useCallback((record: PickableRecord) => {
    newest.current += 1;
    const own = newest.current;
    const isWanted = (): boolean => own === newest.current;
    setState({ phase: 'reading', record, coverage: null });
    void previewAll(record, (coverage) => {
      if (isWanted()) setState({ phase: 'reading', record, coverage });
      return isWanted();
    }).then((reply) => {
      // Another record was picked since.
      if (!isWanted()) return;
      setState(
        reply.ok
          ? { phase: 'read', record, preview: reply }
          : { phase: 'failed', record, error: reply.error },
      );
    });
  }, []);
  return { state, run };
}
