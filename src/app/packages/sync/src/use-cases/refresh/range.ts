import type { CatchUpParameters } from '@stripe-payments/core';
import { EVENTS_KEPT_MS, SEARCH_LAG_MS } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import type { PaymentWalk } from './doubtful-payments.ts';
import type { Waiting } from './sync-queue.ts';
import type { TouchedAt } from './touched-queue.ts';
import { MAX_OBJECTS } from './touched-queue.ts';

/** How far a catch-up has come; what is in its token. */
export interface Range {
  readonly kind: 'range';
  readonly mode: string;
  readonly sinceMs: number;
  readonly isBeyondEvents: boolean;
  /** Where more records are looked for next. */
  readonly stage: 'unsettled' | 'changed' | 'associated' | 'written' | 'events' | 'none';
  /** The event or type of records that was read last; null before the first. */
  readonly after: string | null;
  /** True where a record was deleted since: all payment records are walked over. */
  readonly areDeleted: boolean;
  /** Of the payment records that were written since; null before the walk over them, and after it. */
  readonly walk: PaymentWalk | null;
  /** What the last page or search has brought, and of which the records are not found yet. */
  readonly touched: readonly TouchedAt[];
  /** Payouts of which the payments were looked for, or are. */
  readonly payouts: readonly string[];
  /** Of what was touched, so much is read at once. */
  readonly maxObjects: number;
  readonly waiting: readonly Waiting[];
  /** Found by this catch-up: once is enough. */
  readonly found: readonly string[];
}

/** @throws {SyncError} `bad-request` for a token that was not made here for this mode. */
export function rangeOf(
  { seal, stripe, clock }: Ports,
  { sinceMs, continuation }: CatchUpParameters,
): Range {
  if (continuation !== undefined) {
    const text = seal.open(continuation);
    const range = text === undefined ? undefined : (JSON.parse(text) as Partial<Range>);
    if (range?.kind !== 'range' || range.mode !== stripe.mode) throw new SyncError('bad-request');
    return range as Range;
  }
  const oldestMs = clock.nowMs() - EVENTS_KEPT_MS;
  return {
    kind: 'range',
    mode: stripe.mode,
    // The run before may have ended where this begins, and what happened just before that was in no search yet.
    sinceMs: Math.max(sinceMs - SEARCH_LAG_MS, oldestMs),
    isBeyondEvents: sinceMs < oldestMs,
    stage: 'unsettled',
    after: null,
    areDeleted: false,
    walk: null,
    touched: [],
    payouts: [],
    maxObjects: MAX_OBJECTS,
    waiting: [],
    found: [],
  };
}
