import type { PreviewSyncReply } from '@stripe-payments/core';
import type { CallState } from '@stripe-payments/ui';
import { callInParts, previewSync, useCall } from '@stripe-payments/ui';
import type { PickableRecord } from './pickable-record.ts';

type Previewed = Extract<PreviewSyncReply, { readonly ok: true }>;

export type PreviewState = CallState<PickableRecord, Previewed, Previewed>;

export interface PreviewOfSync {
  readonly state: PreviewState;
  readonly run: (record: PickableRecord) => void;
}

/** What a sync of the record picked last would write. A company of many contacts takes several calls. */
export const usePreview = (): PreviewOfSync =>
  useCall<PickableRecord, Previewed, Previewed>({
    whileRunning: 'replace',
    send: ({ objectType, recordId, createdAt, modifiedAt }, onPart) =>
      callInParts<Previewed>({
        from: null,
        send: (after) => previewSync({ objectType, recordId, createdAt, modifiedAt, ...after }),
        // The changes of the last answer are those of the whole.
        join: (_, next) => next,
        onPart,
      }),
  });
