import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import type { Money } from '@stripe-payments/core';
import { epochMsFromText, fromDecimal } from '@stripe-payments/core';
import type { Figures } from './figures.ts';
import { figuresOfSaved } from './saved-figures.ts';

// HubSpot's bundler reads this list statically: it must stand in this file, as literals.
const SAVED_PROPERTIES = [
  'amount',
  'deal_currency_code',
  'stripe_customer_id',
  'stripe_payment_ids',
  'stripe_payment_status',
  'stripe_fee_status',
  'stripe_currency',
  'stripe_amount_paid',
  'stripe_amount_refunded',
  'stripe_amount_disputed',
  'stripe_settlement_currency',
  'stripe_gross_amount',
  'stripe_fee_amount',
  'stripe_net_amount',
  'stripe_amounts_by_currency',
  'stripe_payment_count',
  'stripe_funds_available_date',
  'stripe_mode',
  'stripe_last_synced_at',
];

/** What the last sync left on the record: there at once, with no call to Stripe. */
export interface SavedRecord {
  readonly isLoading: boolean;
  readonly figures: Figures | undefined;
  readonly syncedAtMs: number | undefined;
  /** Null where the deal has no amount, or no currency of its own to tell it in. */
  readonly dealAmount: Money | null;
  /** What people wrote that decides which payments are read. */
  readonly ids: string;
}

export function useSavedRecord(): SavedRecord {
  const { properties, isLoading } = useCrmProperties(SAVED_PROPERTIES);
  const currency = properties['deal_currency_code']?.toLowerCase() ?? '';
  return {
    isLoading,
    figures: figuresOfSaved(properties),
    syncedAtMs: epochMsFromText(properties['stripe_last_synced_at'] ?? ''),
    dealAmount: fromDecimal(properties['amount'] ?? '', currency) ?? null,
    ids: `${properties['stripe_customer_id'] ?? ''}|${properties['stripe_payment_ids'] ?? ''}`,
  };
}
