import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { epochMsFromText } from '@stripe-payments/core';
import { useEffect, useRef } from 'react';

interface Following {
  /** When the figures on the record were read from Stripe; undefined before the first sync. */
  readonly savedAtMs: number | undefined;
  /** As of when the card shows what it shows; null where it shows nothing yet. */
  readonly shownAtMs: number | null;
  /** True while the card reads or syncs by itself, or while a person works in a panel. */
  readonly isBusy: boolean;
  readonly read: () => void;
}

/**
 * Reads again where the figures on the record are newer than what the card shows: another card synced. Each
 * sync is followed once, so that two clocks that disagree make no loop.
 */
export function useNewerSync({ savedAtMs, shownAtMs, isBusy, read }: Following): void {
  const followedMs = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (savedAtMs === undefined || shownAtMs === null || isBusy) return;
    if (savedAtMs <= shownAtMs || savedAtMs === followedMs.current) return;
    followedMs.current = savedAtMs;
    read();
  }, [savedAtMs, shownAtMs, isBusy, read]);
}

// HubSpot's bundler reads this list statically: it must stand in this file, as literals.
const SYNC_PROPERTIES = ['stripe_last_synced_at'];

/**
 * When the record was last synced. HubSpot delivers a new value to every card of the page once one of them
 * asked for a refresh of the properties.
 */
export function useSavedAtMs(): number | undefined {
  const { properties } = useCrmProperties(SYNC_PROPERTIES);
  return epochMsFromText(properties['stripe_last_synced_at'] ?? '');
}
