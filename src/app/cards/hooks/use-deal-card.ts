import type { DateStyle } from '@stripe-payments/core';
import { english, formatAge, formatMoment } from '@stripe-payments/core';
import type { CardState } from './card-state.ts';
import { cardState } from './card-state.ts';
import type { Headline } from './headline.ts';
import { headlineOf } from './headline.ts';
import { useDateStyle } from './use-date-style.ts';
import { useLivePayments } from './use-live-payments.ts';
import { useNowMs } from './use-now-ms.ts';
import { useSavedRecord } from './use-saved-record.ts';
import type { Sync } from './use-sync.ts';
import { useSync } from './use-sync.ts';

const words = english.card.header;

/** The deal card, ready to print. */
export interface DealCard {
  readonly state: CardState;
  readonly headline: Headline | null;
  readonly asOf: string | null;
  readonly isReading: boolean;
  readonly sync: Sync;
  readonly style: DateStyle;
  readonly readAgain: () => void;
}

function headlineOfState(state: CardState, style: DateStyle, nowMs: number): Headline | null {
  switch (state.kind) {
    case 'saved':
      return headlineOf(state.figures, state.dealAmount, style, nowMs);
    case 'live':
      return headlineOf(state.figures, state.view.dealAmount, style, nowMs);
    case 'loading':
    case 'not-set-up':
    case 'unreadable':
    case 'no-customer':
    case 'no-payments':
      return null;
  }
}

function asOfState(state: CardState, nowMs: number, style: DateStyle): string | null {
  switch (state.kind) {
    case 'live':
    case 'no-customer':
    case 'no-payments':
      return words.liveAsOf(formatMoment(state.view.asOfMs, style));
    case 'saved':
      return state.syncedAtMs === undefined
        ? words.neverSynced
        : words.savedAsOf(formatAge(nowMs - state.syncedAtMs, style.locale));
    case 'loading':
    case 'not-set-up':
    case 'unreadable':
      return null;
  }
}

export function useDealCard(): DealCard {
  const style = useDateStyle();
  const nowMs = useNowMs();
  const saved = useSavedRecord();
  const live = useLivePayments('deal', saved.isLoading ? undefined : saved.ids);
  const sync = useSync('deal', live.replace);
  const state = cardState(saved, live.state);
  return {
    state,
    headline: headlineOfState(state, style, nowMs),
    asOf: asOfState(state, nowMs, style),
    isReading: (state.kind === 'saved' || state.kind === 'live') && state.isReading,
    sync,
    style,
    readAgain: live.read,
  };
}
