import type { Failure, FigurePresentation, Presentation, RecordView } from '@stripe-payments/core';
import { isOfLastSync } from '@stripe-payments/core';
import { withPayoutsOf } from '../figures/bank.ts';
import { figuresOfView } from '../figures/figures.ts';
import { inLanguage } from '../figures/saved-figures.ts';
import type { Headline } from '../figures/headline.ts';
import { headlineOf } from '../figures/headline.ts';
import type { ShownDeal } from '../figures/statistics.ts';
import { liveSteps, savedSteps } from '../next/live-steps.ts';
import type { ShownStep } from '../next/NextSteps.tsx';
import type { LivePayments, LiveState, SavedFigures } from './use-live-payments.ts';
import type { SavedRecord } from './use-saved-record.ts';

/** Figures to show, what to do, and whether newer figures are being read. */
interface Shown {
  readonly headline: Headline;
  readonly steps: readonly ShownStep[];
  readonly isReading: boolean;
}

/** Everything that the card can be. */
export type CardState =
  | { readonly kind: 'loading'; readonly part: RecordView | null }
  | { readonly kind: 'blocked'; readonly error: Failure; readonly part: RecordView | null }
  | ({ readonly kind: 'no-customer' | 'no-payments'; readonly view: RecordView } & Shown)
  | ({
      readonly kind: 'saved';
      readonly syncedAtMs: number | undefined;
      /** Until when they are known to be right: Stripe is then read on demand only. */
      readonly currentAsOfMs: number | undefined;
      /** Why the live read did not replace the saved figures. */
      readonly error: Failure | null;
      /** How far the live read has come: no part of it is shown instead of the saved whole. */
      readonly part: RecordView | null;
    } & Shown)
  | ({
      readonly kind: 'live';
      readonly view: RecordView;
      /** Why a later read did not replace this one. */
      readonly error: Failure | null;
    } & Shown);

/** Who looks, and when. */
export interface Viewing<P extends FigurePresentation = Presentation> {
  readonly presentation: P;
  readonly nowMs: number;
}

/** True where the record has nothing to show: no payments, and nothing else either. */
function isEmpty(view: RecordView): boolean {
  const { payments, needsReview, subscriptions, invoices, freeCheckouts } = view;
  const lists = [payments, needsReview, subscriptions, invoices, freeCheckouts];
  const isComplete = view.problems.length === 0 && view.continuation === null;
  return isComplete && lists.every((list) => list.length === 0);
}

const isMatched = ({ customers, linkedCustomerIds, assignedIds }: RecordView): boolean =>
  customers.length > 0 || linkedCustomerIds.length > 0 || assignedIds.length > 0;

const isReading = ({ phase }: LiveState): boolean => phase === 'idle' || phase === 'running';

/**
 * Saved figures may do where they are all that there is to say: no fee is on its way, and no payment waits for a
 * decision. They are new where they are of a sync a moment ago, and nothing changed in HubSpot since.
 */
export function savedFiguresOf(saved: SavedRecord, nowMs: number): SavedFigures {
  const { figures, syncedAtMs, modifiedAtMs, reviewCount, syncError } = saved;
  const areAll = reviewCount === 0 && syncError === '' && figures?.feeStatus === 'final';
  if (!areAll || syncedAtMs === undefined) return { are: 'missing' };
  return isOfLastSync(syncedAtMs, modifiedAtMs, nowMs)
    ? { are: 'new' }
    : { are: 'perhaps-current', savedAtMs: syncedAtMs };
}

const partOf = (live: LiveState): RecordView | null =>
  'part' in live ? (live.part?.view ?? null) : null;

const failureOf = (live: LiveState): Failure | null =>
  live.phase === 'failed' ? live.failure : null;

function stateOfView(
  view: RecordView,
  live: LiveState,
  saved: SavedRecord,
  viewing: Viewing,
): CardState {
  const deal = view.objectType === 'deal' ? view.dealAmount : 'no-deal';
  const { presentation } = viewing;
  const figures = withPayoutsOf(figuresOfView(view, presentation), saved.figures);
  const headline = headlineOf(figures, deal, viewing);
  const shown = {
    view,
    headline,
    steps: liveSteps(headline.next, view, presentation),
    isReading: isReading(live),
  };
  const error = failureOf(live);
  if (isEmpty(view) && error === null) {
    return { kind: isMatched(view) ? 'no-payments' : 'no-customer', ...shown };
  }
  return { kind: 'live', error, ...shown };
}

/** Saved figures paint first; a live view replaces them and stays when a later read fails. */
export function cardState(
  saved: SavedRecord,
  dealAmount: ShownDeal,
  { state: live, currentAsOfMs }: Pick<LivePayments, 'state' | 'currentAsOfMs'>,
  viewing: Viewing,
): CardState {
  const error = failureOf(live);
  const part = partOf(live);
  if (error?.code === 'not-set-up') return { kind: 'blocked', error, part: null };
  if (live.answer !== null) return stateOfView(live.answer.view, live, saved, viewing);
  if (saved.figures !== undefined) {
    const isNew = savedFiguresOf(saved, viewing.nowMs).are === 'new';
    const { syncedAtMs = 0 } = saved;
    const isOnDemand = live.phase === 'idle' && (isNew || currentAsOfMs !== undefined);
    const headline = headlineOf(
      inLanguage(saved.figures, viewing.presentation),
      dealAmount,
      viewing,
    );
    return {
      kind: 'saved',
      headline,
      steps: savedSteps(headline.next, error !== null || saved.syncError !== ''),
      syncedAtMs: saved.syncedAtMs,
      currentAsOfMs: isOnDemand ? Math.max(currentAsOfMs ?? 0, syncedAtMs) : undefined,
      isReading: !isOnDemand && isReading(live),
      error,
      part,
    };
  }
  return error === null ? { kind: 'loading', part } : { kind: 'blocked', error, part };
}
