import type { CancellationFeedback, CancellationReason } from './cancellation.ts';
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
  /** Of a trial offer, in seconds. */
  readonly currentTrial: { readonly start: number; readonly end: number } | null;
  readonly metadata: Metadata;
}

export interface PauseCollection {
  readonly behavior: 'keep_as_draft' | 'mark_uncollectible' | 'void';
  readonly resumesAt: number | null;
}

/** A rate chosen by hand, in percent. */
export interface TaxRate {
  readonly percentage: number;
  readonly isInclusive: boolean;
}

/** A subscription that is to start. */
export interface ScheduleRow extends Row {
  readonly customer: string;
  readonly currency: string;
  readonly items: readonly { readonly price: string; readonly quantity: number | null }[];
  /** Seconds. */
  readonly startDate: number;
  readonly endDate: number;
  readonly metadata: Metadata;
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
  readonly cancellationReason: CancellationReason | null;
  readonly cancellationFeedback: CancellationFeedback | null;
  readonly cancellationComment: string | null;
  readonly pauseCollection: PauseCollection | null;
  readonly pausedAt: number | null;
  readonly latestInvoice: string | null;
  /** Of changes within a period: what the next invoice bills for them. */
  readonly pendingLines: readonly PendingLine[];
  readonly taxRates: readonly TaxRate[];
  readonly isTaxAutomatic: boolean;
  readonly metadata: Metadata;
}

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
  /** The rest of a period, for a change within it. */
  readonly isProration: boolean;
  /** The invoice item behind a line that no subscription made, or that a change made. */
  readonly invoiceItem: string | null;
  /** The discounts of the line itself, without the invoice's. */
  readonly discounts: readonly string[];
  readonly discountAmounts: readonly DiscountAmount[];
  readonly metadata: Metadata;
}

export type PendingLine = Omit<InvoiceLineRow, 'id' | 'created' | 'discountAmounts'>;

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
  readonly footer: string | null;
  readonly customFields: readonly { readonly name: string; readonly value: string }[];
  readonly billingReason: BillingReason;
  readonly collectionMethod: CollectionMethod;
  readonly subscription: string | null;
  /** The subscription's metadata when the invoice was made. */
  readonly subscriptionMetadata: Metadata | null;
  readonly lines: readonly InvoiceLineRow[];
  readonly discounts: readonly string[];
  readonly taxRates: readonly TaxRate[];
  /** True where Stripe calculates the tax. */
  readonly isTaxAutomatic: boolean;
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
  readonly isReportedOverdue: boolean;
  readonly hostedKey: string;
  readonly metadata: Metadata;
}

type InvoicePaymentStatus = 'open' | 'paid' | 'canceled';

export interface InvoicePaymentRow extends Row {
  readonly invoice: string;
  readonly paymentIntent: string;
  readonly currency: string;
  readonly amountRequested: number;
  /** Null until it is paid. */
  readonly amountPaid: number | null;
  /** The one that Stripe makes itself and keeps at what is left to pay. */
  readonly isDefault: boolean;
  readonly status: InvoicePaymentStatus;
  readonly canceledAt: number | null;
  readonly paidAt: number | null;
}

export type CreditNoteReason =
  'duplicate' | 'fraudulent' | 'order_change' | 'product_unsatisfactory';

export interface CreditNoteRefund {
  readonly refund: string;
  readonly amount: number;
}

export interface CreditNoteRow extends Row {
  readonly amount: number;
  readonly currency: string;
  readonly customer: string;
  readonly invoice: string;
  readonly number: string;
  readonly lineId: string;
  readonly lineDescription: string;
  readonly reason: CreditNoteReason | null;
  readonly memo: string | null;
  /** What lowered the amount still to pay. */
  readonly prePaymentAmount: number;
  /** What was refunded or credited to the customer. */
  readonly postPaymentAmount: number;
  readonly refunds: readonly CreditNoteRefund[];
  readonly customerBalanceTransaction: string | null;
  readonly pdfKey: string;
  readonly metadata: Metadata;
}

export type CheckoutMode = 'payment' | 'subscription' | 'setup';

type CheckoutPaymentStatus = 'paid' | 'unpaid' | 'no_payment_required';

export interface CheckoutItemRow extends Row {
  readonly price: string;
  readonly quantity: number;
  readonly description: string;
  readonly amountSubtotal: number;
  readonly amountDiscount: number;
}

/** What the payer typed in, or what is known of the customer. */
export interface CheckoutPayer {
  readonly email: string | null;
  readonly name: string | null;
  readonly country: string | null;
}

export interface CheckoutSessionRow extends Row {
  readonly mode: CheckoutMode;
  readonly status: 'open' | 'complete' | 'expired';
  readonly paymentStatus: CheckoutPaymentStatus;
  /** Null in setup mode. */
  readonly currency: string | null;
  readonly items: readonly CheckoutItemRow[];
  readonly taxRates: readonly TaxRate[];
  /** True where Stripe calculates the tax. */
  readonly isTaxAutomatic: boolean;
  readonly coupon: string | null;
  /** Null for a guest. */
  readonly customer: string | null;
  readonly customerEmail: string | null;
  readonly payer: CheckoutPayer | null;
  readonly paymentIntent: string | null;
  readonly setupIntent: string | null;
  readonly subscription: string | null;
  readonly invoice: string | null;
  readonly clientReferenceId: string | null;
  readonly paymentLink: string | null;
  readonly expiresAt: number;
  readonly metadata: Metadata;
}
