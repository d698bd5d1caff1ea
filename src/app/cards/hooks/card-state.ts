import type { Money, RecordView, ReplyError } from '@stripe-payments/core';
import type { Figures } from './figures.ts';
import { figuresOfView } from './figures.ts';
import type { LiveState } from './use-live-payments.ts';
import type { SavedRecord } from './use-saved-record.ts';

/** Everything that the card can be. */
export type CardState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'not-set-up'; readonly error: ReplyError }
  | { readonly kind: 'unreadable'; readonly error: ReplyError }
  | { readonly kind: 'no-customer'; readonly view: RecordView }
  | { readonly kind: 'no-payments'; readonly view: RecordView }
  | {
      readonly kind: 'saved';
      readonly figures: Figures;
      readonly dealAmount: Money | null;
      readonly syncedAtMs: number | undefined;
      readonly isReading: boolean;
      /** Why the live read did not replace the saved figures. */
      readonly error: ReplyError | null;
    }
  | {
      readonly kind: 'live';
      readonly figures: Figures;
      readonly view: RecordView;
      readonly isReading: boolean;
      /** Why a later read did not replace this one. */
      readonly error: ReplyError | null;
    };

function stateOfView(view: RecordView, live: LiveState): CardState {
  const isReading = live.phase === 'reading';
  const error = live.phase === 'failed' ? live.error : null;
  const isEmpty =
    view.payments.length === 0 && view.notes.every(({ kind }) => kind !== 'ambiguous');
  if (isEmpty && view.problems.length === 0 && error === null) {
    return view.linkedCustomerIds.length === 0
      ? { kind: 'no-customer', view }
      : { kind: 'no-payments', view };
  }
  return { kind: 'live', figures: figuresOfView(view), view, isReading, error };
}

/** Saved figures paint first; a live view replaces them and stays when a later read fails. */
export function cardState(saved: SavedRecord, live: LiveState): CardState {
  if (live.phase === 'failed' && live.error.code === 'not-set-up') {
    return { kind: 'not-set-up', error: live.error };
  }
  if (live.view !== null) return stateOfView(live.view, live);
  const error = live.phase === 'failed' ? live.error : null;
  if (saved.figures !== undefined) {
    return {
      kind: 'saved',
      figures: saved.figures,
      dealAmount: saved.dealAmount,
      syncedAtMs: saved.syncedAtMs,
      isReading: live.phase === 'reading',
      error,
    };
  }
  return error === null ? { kind: 'loading' } : { kind: 'unreadable', error };
}
