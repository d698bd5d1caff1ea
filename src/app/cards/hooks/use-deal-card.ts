import type { DateStyle } from '@stripe-payments/core';
import { english } from '@stripe-payments/core';
import type { CardState, Viewing } from './card-state.ts';
import { cardState } from './card-state.ts';
import { ageText, momentText } from './dates.ts';
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
  /** How old the figures are, in words. */
  readonly asOf: string | null;
  readonly sync: Sync;
  readonly style: DateStyle;
  readonly readAgain: () => void;
}

function asOfState(state: CardState, { nowMs, style }: Viewing): string | null {
  switch (state.kind) {
    case 'live':
    case 'no-customer':
    case 'no-payments':
      return words.liveAsOf(momentText(state.view.asOfMs, style));
    case 'saved':
      return state.syncedAtMs === undefined
        ? words.neverSynced
        : words.savedAsOf(ageText(nowMs - state.syncedAtMs, style));
    case 'loading':
    case 'blocked':
      return null;
  }
}

export function useDealCard(): DealCard {
  const style = useDateStyle();
  const viewing = { style, nowMs: useNowMs() };
  const saved = useSavedRecord();
  const live = useLivePayments('deal', saved.isLoading ? undefined : saved.ids);
  const sync = useSync('deal', live.expectView);
  const state = cardState(saved, live.state, viewing);
  return { state, asOf: asOfState(state, viewing), sync, style, readAgain: live.read };
}
