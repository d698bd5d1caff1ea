import type {
  ErrorCode,
  Failure,
  GetPaymentsReply,
  PropertyChange,
  RecordView,
  SyncPaymentsReply,
} from '@stripe-payments/core';
import { labelsOf } from '@stripe-payments/core';

export const readReply = (view: RecordView): GetPaymentsReply => ({ ok: true, view });

export const syncReply = (
  view: RecordView,
  changes: readonly PropertyChange[] = [],
): SyncPaymentsReply => ({
  ok: true,
  changes,
  labels: labelsOf(changes.map(({ name }) => name)),
  view,
  payouts: null,
});

export function failure(
  code: ErrorCode,
  facts: Omit<Failure, 'code'> = {},
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, ...facts } };
}
