import type { DateStyle, RecordView, ReplyError } from '@stripe-payments/core';
import { figuresOfView } from './figures.ts';
import type { Headline } from './headline.ts';
import { headlineOf } from './headline.ts';
import type { LiveState } from './use-live-payments.ts';
import type { SavedRecord } from './use-saved-record.ts';

/** Figures to show, and whether newer ones are being read. */
interface Shown {
  readonly headline: Headline;
  readonly isReading: boolean;
}

/** Everything that the card can be. */
export type CardState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'blocked'; readonly error: ReplyError }
  | ({ readonly kind: 'no-customer' | 'no-payments'; readonly view: RecordView } & Shown)
  | ({
      readonly kind: 'saved';
      readonly syncedAtMs: number | undefined;
      /** Why the live read did not replace the saved figures. */
      readonly error: ReplyError | null;
    } & Shown)
  | ({
      readonly kind: 'live';
      readonly view: RecordView;
      /** Why a later read did not replace this one. */
      readonly error: ReplyError | null;
    } & Shown);

/** Who looks, and when. */
export interface Viewing {
  readonly style: DateStyle;
  readonly nowMs: number;
}

function stateOfView(view: RecordView, live: LiveState, viewing: Viewing): CardState {
  const shown = {
    view,
    headline: headlineOf(figuresOfView(view), view.dealAmount, viewing),
    isReading: live.phase === 'reading',
  };
  const error = live.phase === 'failed' ? live.error : null;
  const isEmpty =
    view.payments.length === 0 && view.notes.every(({ kind }) => kind !== 'ambiguous');
  if (isEmpty && view.problems.length === 0 && error === null) {
    const kind = view.linkedCustomerIds.length === 0 ? 'no-customer' : 'no-payments';
    return { kind, ...shown };
  }
  return { kind: 'live', error, ...shown };
}

/** Saved figures paint first; a live view replaces them and stays when a later read fails. */
export function cardState(saved: SavedRecord, live: LiveState, viewing: Viewing): CardState {
  if (live.phase === 'failed' && live.error.code === 'not-set-up') {
    return { kind: 'blocked', error: live.error };
  }
  if (live.view !== null) return stateOfView(live.view, live, viewing);
  const error = live.phase === 'failed' ? live.error : null;
  if (saved.figures !== undefined) {
    return {
      kind: 'saved',
      headline: headlineOf(saved.figures, saved.dealAmount, viewing),
      syncedAtMs: saved.syncedAtMs,
      isReading: live.phase === 'reading',
      error,
    };
  }
  return error === null ? { kind: 'loading' } : { kind: 'blocked', error };
}
