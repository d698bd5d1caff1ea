import type {
  ErrorCode,
  GetPaymentsReply,
  PropertyChange,
  RecordView,
  SyncPaymentsReply,
} from '@stripe-payments/core';
import { replyError } from '@stripe-payments/core';

export const readReply = (view: RecordView): GetPaymentsReply => ({ ok: true, view });

export const syncReply = (
  view: RecordView,
  changes: readonly PropertyChange[] = [],
): SyncPaymentsReply => ({ ok: true, dryRun: false, changes, view });

export function failure(
  code: ErrorCode,
  facts: { readonly detail?: string; readonly reference?: string } = {},
): { readonly ok: false; readonly error: ReturnType<typeof replyError> } {
  return { ok: false, error: replyError(code, facts) };
}
