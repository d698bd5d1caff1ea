import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { epochMsFromText, plainText } from '@stripe-payments/core';
import type { Figures } from '../figures/figures.ts';
import { figuresOfSaved } from '../figures/saved-figures.ts';

// HubSpot's bundler reads this list statically: it must stand in this file, as literals.
const SAVED_PROPERTIES = [
  'stripe_customer_id',
  'stripe_payment_ids',
  'stripe_excluded_payment_ids',
  'stripe_payment_status',
  'stripe_coverage',
  'stripe_amount_outstanding',
  'stripe_tax_amount',
  'stripe_fee_status',
  'stripe_fees_pending_count',
  'stripe_currency',
  'stripe_amount_paid',
  'stripe_amount_refunded',
  'stripe_amount_disputed',
  'stripe_amount_due',
  'stripe_amount_processing',
  'stripe_processing_expected_date',
  'stripe_amount_authorized',
  'stripe_authorized_until_date',
  'stripe_amount_paid_outside',
  'stripe_dispute_status',
  'stripe_dispute_due_date',
  'stripe_disputes_to_answer',
  'stripe_refund_failed',
  'stripe_refund_failed_amount',
  'stripe_next_due_date',
  'stripe_review_count',
  'stripe_mrr',
  'stripe_subscription_status',
  'stripe_next_billing_date',
  'stripe_first_bill_amount',
  'stripe_mrr_movement',
  'stripe_mrr_movement_currency',
  'stripe_mrr_movement_amount',
  'stripe_mrr_movement_date',
  'stripe_next_attempt_date',
  'stripe_settlement_currency',
  'stripe_gross_amount',
  'stripe_fee_amount',
  'stripe_net_amount',
  'stripe_amounts_by_currency',
  'stripe_payment_count',
  'stripe_free_checkout_count',
  'stripe_funds_available_date',
  'stripe_payout_date',
  'stripe_payout_expected_date',
  'stripe_last_payout_date',
  'stripe_net_paid_out',
  'stripe_failure_reason',
  'stripe_mode',
  'stripe_last_synced_at',
  'stripe_sync_error',
  // Of deals.
  'stripe_moved_payments',
  // Of deals and companies; of contacts.
  'hs_lastmodifieddate',
  'lastmodifieddate',
  // Of deals; HubSpot leaves them out on other records.
  'amount',
  'deal_currency_code',
];

/** What the last sync left on the record: there at once, with no call to Stripe. */
export interface SavedRecord {
  readonly isLoading: boolean;
  /** False where HubSpot knows none of the properties: the setup has not been run. */
  readonly isSetUp: boolean;
  readonly figures: Figures | undefined;
  readonly syncedAtMs: number | undefined;
  /** When HubSpot last changed anything on the record. */
  readonly modifiedAtMs: number | undefined;
  /** Payments that wait for a user to decide. */
  readonly reviewCount: number;
  /** Why the last sync did not finish; '' where it did. */
  readonly syncError: string;
  /** What people wrote that decides which payments are read. */
  readonly customerIds: string;
  readonly paymentIds: string;
  readonly excludedIds: string;
  /** What a deal tells of payments that were moved. */
  readonly movedPayments: string;
}

export function useSavedRecord(): SavedRecord {
  const { properties, isLoading } = useCrmProperties(SAVED_PROPERTIES);
  const text = (name: string): string => plainText(properties[name] ?? '');
  return {
    isLoading,
    isSetUp: SAVED_PROPERTIES.some(
      (name) => name.startsWith('stripe_') && properties[name] !== undefined,
    ),
    figures: figuresOfSaved(properties),
    syncedAtMs: epochMsFromText(text('stripe_last_synced_at')),
    modifiedAtMs: epochMsFromText(text('hs_lastmodifieddate') || text('lastmodifieddate')),
    reviewCount: Number(text('stripe_review_count')),
    syncError: text('stripe_sync_error'),
    customerIds: text('stripe_customer_id'),
    paymentIds: text('stripe_payment_ids'),
    excludedIds: text('stripe_excluded_payment_ids'),
    movedPayments: properties['stripe_moved_payments'] ?? '',
  };
}
