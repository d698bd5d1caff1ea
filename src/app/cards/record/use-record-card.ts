import { useExtensionContext } from '@hubspot/ui-extensions';
import type {
  DealAmount,
  MovedPayment,
  ObjectType,
  PropertyChange,
  RecordLink,
  RecordView,
} from '@stripe-payments/core';
import { ageText, momentText } from '@stripe-payments/core';
import { recordsIn, useNowMs, usePresentation } from '@stripe-payments/ui';
import { useCallback, useMemo } from 'react';
import type { Linking } from '../linking/LinkPanel.tsx';
import { recordLinks } from '../linking/record-links.ts';
import { useCustomerSearch } from '../linking/use-customer-search.ts';
import { useLinkChange } from '../linking/use-link-change.ts';
import { usePaymentChoice } from '../linking/use-payment-choice.ts';
import { uncertain } from '../next/live-steps.ts';
import { useBusyRepeat } from '../sync/BusyOr.tsx';
import { useNewerSync } from '../sync/use-newer-sync.ts';
import type { Sync } from '../sync/use-sync.ts';
import { useSync } from '../sync/use-sync.ts';
import { unbroken } from '../tables/cell-texts.ts';
import type { CardState, Viewing } from './card-state.ts';
import { cardState, savedFiguresOf } from './card-state.ts';
import { useLivePayments } from './use-live-payments.ts';
import type { SavedRecord } from './use-saved-record.ts';
import { useSavedRecord } from './use-saved-record.ts';

/** A record's card, ready to print. */
export interface RecordCard extends Linking {
  readonly objectType: ObjectType;
  readonly state: CardState;
  /** How old the figures are, in words. */
  readonly asOf: string | null;
  readonly sync: Sync;
  /** True where a sync is what to do: nothing was saved yet, or the last sync did not finish. */
  readonly isToSync: boolean;
  /** What Stripe said last; null while it said nothing. */
  readonly view: RecordView | null;
  /** What a deal tells of payments that were moved. */
  readonly noted: readonly MovedPayment[];
  /** Other records that the card mentions. */
  readonly mentioned: readonly RecordLink[];
  readonly readAgain: () => void;
  /** Goes on with a read that stopped. */
  readonly readOn: () => void;
  /** True while a read that failed is to be repeated without a user's doing. */
  readonly isRepeated: boolean;
}

function savedAsOf(
  { syncedAtMs, currentAsOfMs }: Extract<CardState, { kind: 'saved' }>,
  { nowMs, presentation }: Viewing,
): string {
  const texts = presentation.texts.card.header;
  if (syncedAtMs === undefined) return texts.neverSynced;
  const age = ageText(nowMs - (currentAsOfMs ?? syncedAtMs), presentation.language);
  if (currentAsOfMs === undefined) return texts.savedAsOf(age);
  return currentAsOfMs > syncedAtMs ? texts.upToDateChecked(age) : texts.upToDateAsOf(age);
}

function asOfState(state: CardState, viewing: Viewing): string | null {
  const { presentation } = viewing;
  const texts = presentation.texts.card.header;
  switch (state.kind) {
    case 'live':
    case 'no-customer':
    case 'no-payments':
      return texts.liveAsOf(unbroken(momentText(state.view.asOfMs, presentation)));
    case 'saved':
      return savedAsOf(state, viewing);
    case 'loading':
    case 'blocked':
      return null;
  }
}

const idsOf = (...lists: readonly string[]): string => lists.join('|');

/** The ids after a change, before HubSpot tells them. */
function idsAfter(
  { customerIds, paymentIds, excludedIds }: SavedRecord,
  changes: readonly PropertyChange[],
): string {
  const after = (name: PropertyChange['name'], before: string): string =>
    changes.find((change) => change.name === name)?.to ?? before;
  return idsOf(
    after('stripe_customer_id', customerIds),
    after('stripe_payment_ids', paymentIds),
    after('stripe_excluded_payment_ids', excludedIds),
  );
}

/** Null where nothing is shown. A sync has ended a moment before its view is shown. */
const newestOf = (shown: RecordView | undefined, synced: RecordView | undefined): number | null =>
  shown === undefined ? null : Math.max(shown.asOfMs, synced?.asOfMs ?? 0);

/** What only a deal has. */
interface OfDeal {
  readonly amount: DealAmount;
  /** Reads what the deal tells of payments that were moved. */
  readonly movesIn: (text: string) => readonly MovedPayment[];
}

const NO_MOVES: readonly MovedPayment[] = [];

export function useRecordCard(objectType: ObjectType, deal: OfDeal | null = null): RecordCard {
  const { crm } = useExtensionContext<'crm.record.tab'>();
  const viewing = { presentation: usePresentation(), nowMs: useNowMs() };
  const saved = useSavedRecord();
  const ids = idsOf(saved.customerIds, saved.paymentIds, saved.excludedIds);
  const live = useLivePayments(
    objectType,
    saved.isLoading ? undefined : ids,
    savedFiguresOf(saved, viewing.nowMs),
  );
  const sync = useSync(objectType, ids, live.expectView);
  const { read: readAgain, readFor, state: reading } = live;
  useNewerSync({
    savedAtMs: saved.syncedAtMs,
    shownAtMs: newestOf(reading.answer?.view, sync.state.answer?.view),
    isBusy: reading.phase === 'running' || sync.state.phase === 'running',
    read: readAgain,
  });
  const isRepeated = useBusyRepeat(live.state, live.readOn);
  const choice = usePaymentChoice(objectType);
  const found = usePaymentChoice(objectType);
  const { refresh } = choice;
  const { refresh: refreshFound } = found;
  const changes = useLinkChange(
    objectType,
    useCallback(
      (written) => {
        if (written.length > 0) readFor(idsAfter(saved, written));
        refresh();
        refreshFound();
      },
      [readFor, refresh, refreshFound, saved],
    ),
  );
  const read = cardState(saved, deal === null ? 'no-deal' : deal.amount, live, viewing);
  const hasFailed = sync.state.phase === 'failed';
  const state = hasFailed && 'steps' in read ? { ...read, steps: uncertain(read.steps) } : read;
  const view = live.state.answer?.view ?? null;
  const movesIn = deal?.movesIn;
  const noted = useMemo(
    () => movesIn?.(saved.movedPayments) ?? NO_MOVES,
    [movesIn, saved.movedPayments],
  );
  const mentioned = useMemo(
    () => recordsIn([view, choice.state, found.state, changes.state, noted]),
    [view, choice.state, found.state, changes.state, noted],
  );
  const listed = choice.state.phase === 'done' ? choice.state.answer.payments : [];
  const recordId = String(crm.objectId);
  return {
    objectType,
    state,
    asOf: asOfState(state, viewing),
    sync,
    isToSync:
      state.kind !== 'blocked' &&
      (hasFailed || saved.figures === undefined || saved.syncError !== ''),
    view,
    noted,
    mentioned,
    readAgain,
    readOn: live.readOn,
    isRepeated,
    links: recordLinks(view, saved, listed, viewing.presentation),
    changes,
    choice,
    found,
    record: { objectType, recordId },
    search: useCustomerSearch(objectType),
  };
}
