import type { Metadata, Row } from './row.ts';
import type { CollectionMethod } from './subscription.ts';

type InvoiceStatus = 'draft' | 'open' | 'paid' | 'void' | 'uncollectible';

export type BillingReason =
  'manual' | 'subscription_create' | 'subscription_cycle' | 'subscription_update';

export interface DiscountAmount {
  readonly discount: string;
  readonly amount: number;
}

export interface InvoiceLineRow extends Row {
  /** Minor units before discounts; may be negative. */
  readonly amount: number;
  readonly description: string | null;
  readonly quantity: number | null;
  readonly price: string | null;
  readonly product: string | null;
  readonly unitAmountDecimal: string | null;
  readonly periodStart: number;
  readonly periodEnd: number;
  readonly subscription: string | null;
  readonly subscriptionItem: string | null;
  /** The invoice item behind a line that no subscription made. */
  readonly invoiceItem: string | null;
  /** The discounts of the line itself, without the invoice's. */
  readonly discounts: readonly string[];
  readonly discountAmounts: readonly DiscountAmount[];
  readonly metadata: Metadata;
}

/** The customer as it was when the invoice was last a draft. */
interface BilledCustomer {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly country: string | null;
}

/** Amounts are minor units of `currency`, moments are in seconds. */
export interface InvoiceRow extends Row {
  readonly customer: BilledCustomer;
  readonly currency: string;
  readonly status: InvoiceStatus;
  readonly number: string | null;
  readonly description: string | null;
  readonly billingReason: BillingReason;
  readonly collectionMethod: CollectionMethod;
  readonly subscription: string | null;
  /** The subscription's metadata when the invoice was made. */
  readonly subscriptionMetadata: Metadata | null;
  readonly lines: readonly InvoiceLineRow[];
  readonly discounts: readonly string[];
  readonly amountPaid: number;
  readonly prePaymentCredit: number;
  readonly postPaymentCredit: number;
  /** The customer's balance when it was finalized, and after; below zero is credit. */
  readonly startingBalance: number;
  readonly endingBalance: number | null;
  readonly attemptCount: number;
  readonly nextPaymentAttempt: number | null;
  readonly dueDate: number | null;
  readonly periodStart: number;
  readonly periodEnd: number;
  readonly finalizedAt: number | null;
  readonly paidAt: number | null;
  readonly voidedAt: number | null;
  readonly markedUncollectibleAt: number | null;
  readonly isToldOverdue: boolean;
  readonly hostedKey: string;
  readonly metadata: Metadata;
}
