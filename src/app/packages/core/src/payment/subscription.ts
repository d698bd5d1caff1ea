import type { Currency } from '../money/currency.ts';
import type { RecordClaim } from './charge.ts';

/** One step of a tiered price. Amounts are decimal text in minor units: a tenth of a cent is possible. */
export interface PriceTier {
  /** The last unit of the step; null for the rest. */
  readonly upTo: number | null;
  readonly unitAmountDecimal: string | null;
  readonly flatAmountDecimal: string | null;
}

export interface Price {
  readonly id: string;
  readonly productId: string | null;
  /** The subscription's, where the price has an option for it; else the price's own. */
  readonly currency: Currency;
  /** What people call it: its nickname, else its product's name. */
  readonly name: string | null;
  readonly billingScheme: 'per_unit' | 'tiered' | 'unknown';
  /** Decimal text in minor units; null where tiers say it. */
  readonly unitAmountDecimal: string | null;
  readonly tiersMode: 'graduated' | 'volume' | null;
  readonly tiers: readonly PriceTier[];
  /** Units are divided by it, and rounded, before they are priced. */
  readonly transformQuantity: { readonly divideBy: number; readonly round: 'up' | 'down' } | null;
  /** `day | week | month | year`, an open set. */
  readonly interval: string;
  readonly intervalCount: number;
  /** `metered`: the quantity is known only when the period ends. An open set. */
  readonly usageType: string;
}

/** Times are seconds since the epoch. */
export interface Discount {
  readonly id: string;
  readonly percentOff: number | null;
  /** In minor units of `currency`, off each invoice; null for a percentage. Of several currencies the subscription's. */
  readonly amountOffMinor: number | null;
  readonly currency: Currency | null;
  /** `once | repeating | forever`, an open set. */
  readonly duration: string;
  /** When it stops; null where it does not, or has not begun to count. */
  readonly endsAt: number | null;
  /** The products that it is for; null for all. */
  readonly productIds: readonly string[] | null;
}

export interface SubscriptionItem {
  readonly id: string;
  /** Null for metered prices. */
  readonly quantity: number | null;
  readonly price: Price;
  readonly currentPeriodStart: number;
  readonly currentPeriodEnd: number;
  readonly discounts: readonly Discount[];
  /** While it is in a trial offer. */
  readonly trialEndsAt: number | null;
  /** Where the price includes tax: of `gross`, `net` is without it. */
  readonly taxIncluded: { readonly gross: number; readonly net: number } | null;
}

/** Why a subscription was canceled. */
export interface Cancellation {
  /** `cancellation_requested | payment_failed | payment_disputed | canceled_by_retention_policy`, an open set. */
  readonly reason: string | null;
  /** What the customer chose, an open set. */
  readonly feedback: string | null;
  /** What the customer, or who canceled, wrote. */
  readonly comment: string | null;
}

/** An agreement to pay again and again. Times are seconds since the epoch. */
export interface Subscription {
  readonly id: string;
  readonly customerId: string;
  readonly created: number;
  readonly livemode: boolean;
  /** `incomplete | incomplete_expired | trialing | active | past_due | canceled | unpaid | paused`, an open set. */
  readonly status: string;
  readonly currency: Currency;
  readonly items: readonly SubscriptionItem[];
  /** Its own, or its customer's where it has none. */
  readonly discounts: readonly Discount[];
  /** When it is to start; null where it has. */
  readonly startsOn: number | null;
  readonly trialEnd: number | null;
  /** Invoices are created but not collected until collection is resumed. */
  readonly isCollectionPaused: boolean;
  readonly cancelAtPeriodEnd: boolean;
  readonly cancelAt: number | null;
  readonly endedAt: number | null;
  /** Since when it is paused; null where it is not, or Stripe does not say. */
  readonly pausedAt: number | null;
  /** Null where nothing is said. */
  readonly cancellation: Cancellation | null;
  readonly recordClaims: readonly RecordClaim[];
}
