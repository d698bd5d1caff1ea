import type Stripe from 'stripe';
import type { Metadata, Row } from './row.ts';

/** What the rest of the sandbox reads of the account. */
export interface AccountFacts {
  readonly id: string;
  readonly country: string;
  /** The first of the settlement currencies. */
  readonly defaultCurrency: string;
  readonly created: number;
}

export type Requirements = Stripe.Account.Requirements;
type CapabilityStatus = 'active' | 'inactive' | 'pending';

/** How Stripe stands with the business: what the account object says beyond the facts. */
export interface AccountSituation {
  readonly chargesEnabled: boolean;
  readonly payoutsEnabled: boolean;
  readonly detailsSubmitted: boolean;
  readonly businessType: Stripe.Account.BusinessType;
  readonly businessName: string | null;
  readonly capabilities: Readonly<Record<string, CapabilityStatus>>;
  readonly requirements: Requirements;
  readonly futureRequirements: Requirements;
}

export interface AccountRow extends AccountFacts, AccountSituation {
  /** The currencies the account can hold; anything else is converted to its default currency. */
  readonly settlementCurrencies: readonly string[];
  readonly payoutSchedule: PayoutSchedule;
}

export interface EventRow extends Row {
  readonly type: Stripe.Event.Type;
  /** The object as it was then, in the API's form. */
  readonly object: object;
  readonly previousAttributes: object | null;
  readonly isDelivered: boolean;
}

/** Where Stripe sends events to. */
export interface WebhookEndpointRow extends Row {
  readonly url: string;
  readonly enabledEvents: readonly string[];
  readonly isEnabled: boolean;
  /** Null for the account's default. */
  readonly apiVersion: string | null;
  readonly metadata: Metadata;
}

export interface FeeDetail {
  readonly amount: number;
  readonly type: 'stripe_fee' | 'tax';
  readonly description: string;
}

export type ReportingCategory =
  | 'charge'
  | 'charge_failure'
  | 'partial_capture_reversal'
  | 'refund'
  | 'refund_failure'
  | 'dispute'
  | 'dispute_reversal'
  | 'payout'
  | 'payout_reversal'
  | 'fee';

export type BalanceTransactionType =
  | 'charge'
  | 'payment'
  | 'payment_failure_refund'
  | 'refund'
  | 'payment_refund'
  | 'refund_failure'
  | 'adjustment'
  | 'payout'
  | 'payout_cancel'
  | 'payout_failure'
  | 'stripe_fee';

/** Amounts are minor units of `currency`, the settlement currency; the net is amount - fee. */
export interface BalanceTransactionRow extends Row {
  readonly amount: number;
  readonly currency: string;
  readonly fee: number;
  readonly feeDetails: readonly FeeDetail[];
  /** Minor units to minor units, as a decimal text; null without conversion. */
  readonly exchangeRate: string | null;
  readonly availableOn: number;
  readonly description: string | null;
  readonly reportingCategory: ReportingCategory;
  readonly type: BalanceTransactionType;
  /** Null for a fee of the account, which belongs to no payment. */
  readonly source: string | null;
  readonly fundsType: 'card' | 'bank_account';
}

/** When money leaves by itself: on weekdays, on Mondays, or when a person sends it. */
export type PayoutSchedule = 'daily' | 'manual' | 'weekly';

/** Amounts are minor units of `currency`; times are seconds. */
export interface PayoutRow extends Row {
  readonly amount: number;
  readonly arrivalDate: number;
  readonly isAutomatic: boolean;
  readonly currency: string;
  readonly destination: string;
  readonly method: 'instant' | 'standard';
  readonly status: 'canceled' | 'failed' | 'in_transit' | 'paid' | 'pending';
  readonly reconciliationStatus: 'completed' | 'in_progress' | 'not_applicable';
  /** The bank's reference. */
  readonly traceId: string | null;
  readonly failureCode: string | null;
  readonly balanceTransaction: string;
  readonly failureBalanceTransaction: string | null;
  /** The balance transactions that it pays out; none of one that a person sent. */
  readonly items: readonly string[];
}
