import type { Coverage, ObjectType, RecordView, SyncPaymentsReply } from '@stripe-payments/core';
import { syncPayments } from '../api.ts';
import { continuedView } from './continued-view.ts';

interface Stopped {
  readonly reply: Extract<SyncPaymentsReply, { readonly ok: false }>;
  /** From where the next sync goes on; null where it must begin again. */
  readonly part: RecordView | null;
}

type Finished = Exclude<SyncPaymentsReply, { readonly ok: false }>;

/** Calls the sync until everything is covered; each call is bounded, and only the last one writes. */
export async function syncEverything(
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
