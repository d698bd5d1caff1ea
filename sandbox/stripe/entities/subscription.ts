import type { Metadata, Row } from './row.ts';

type SubscriptionStatus =
  | 'trialing'
  | 'active'
  | 'past_due'
  | 'unpaid'
  | 'paused'
  | 'canceled'
  | 'incomplete'
  | 'incomplete_expired';

export type CollectionMethod = 'charge_automatically' | 'send_invoice';

export interface SubscriptionItemRow extends Row {
  readonly subscription: string;
  readonly price: string;
  /** Null for a metered price. */
  readonly quantity: number | null;
  readonly discounts: readonly string[];
  /** Seconds. Items with other intervals have other periods. */
  readonly currentPeriodStart: number;
  readonly currentPeriodEnd: number;
  readonly metadata: Metadata;
}

export interface PauseCollection {
  readonly behavior: 'keep_as_draft' | 'mark_uncollectible' | 'void';
  readonly resumesAt: number | null;
}

/** Moments are in seconds. */
export interface SubscriptionRow extends Row {
  readonly customer: string;
  readonly currency: string;
  readonly status: SubscriptionStatus;
  readonly items: readonly SubscriptionItemRow[];
  readonly discounts: readonly string[];
  readonly collectionMethod: CollectionMethod;
  readonly daysUntilDue: number | null;
  readonly description: string | null;
  readonly billingCycleAnchor: number;
  readonly trialStart: number | null;
  readonly trialEnd: number | null;
  readonly cancelAt: number | null;
  readonly isCanceledAtPeriodEnd: boolean;
  readonly canceledAt: number | null;
  readonly endedAt: number | null;
  readonly cancellationReason: 'cancellation_requested' | 'payment_failed' | null;
  readonly pauseCollection: PauseCollection | null;
  readonly pausedAt: number | null;
  readonly latestInvoice: string | null;
  readonly metadata: Metadata;
}
