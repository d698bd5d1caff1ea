import type {
  CollectionMethod,
  CreditNoteReason,
  CreditNoteRow,
  InvoicePaymentRow,
  InvoiceRow,
  PauseCollection,
  SubscriptionRow,
  TaxRate,
} from '../entities/billing.ts';
import type { CancellationFeedback, CancellationReason } from '../entities/cancellation.ts';
import type { CouponRow, Interval, PriceRow } from '../entities/catalogue.ts';
import type { Metadata } from '../entities/row.ts';
import type { DeclineReason } from './declines.ts';
import type { CardFacts, Payment } from './payment-request.ts';

export interface NewProduct {
  readonly name: string;
  readonly description?: string;
  readonly unitLabel?: string;
  readonly url?: string;
  readonly isActive?: boolean;
  readonly metadata?: Metadata;
  readonly atMs?: number;
}

/** Decimal texts are minor units with up to twelve decimals, such as `0.5`. */
export interface NewTier {
  readonly flatAmount?: number;
  readonly unitAmount?: number;
  readonly unitAmountDecimal?: string;
  /** Absent for the last tier. */
  readonly upTo?: number;
}

export interface NewPrice {
  readonly product: string;
  readonly currency: string;
  /** Minor units. One of `unitAmount`, `unitAmountDecimal` and `tiers`. */
  readonly unitAmount?: number;
  readonly unitAmountDecimal?: string;
  readonly tiers?: readonly NewTier[];
  readonly tiersMode?: 'graduated' | 'volume';
  /** Minor units, by other currencies. */
  readonly currencyOptions?: Readonly<Record<string, number>>;
  readonly taxBehavior?: PriceRow['taxBehavior'];
  readonly transformQuantity?: { readonly divideBy: number; readonly round: 'up' | 'down' };
  /** Absent for a price that is paid once. */
  readonly recurring?: {
    readonly interval: Interval;
    readonly intervalCount?: number;
    readonly usageType?: 'licensed' | 'metered';
    readonly trialPeriodDays?: number;
  };
  readonly nickname?: string;
  readonly lookupKey?: string;
  readonly isActive?: boolean;
  readonly metadata?: Metadata;
  readonly atMs?: number;
}

export interface NewCoupon {
  readonly id?: string;
  readonly name?: string;
  readonly percentOff?: number;
  /** Minor units; needs `currency`. */
  readonly amountOff?: number;
  readonly currency?: string;
  /** Minor units off, by other currencies. */
  readonly currencyOptions?: Readonly<Record<string, number>>;
  /** Products that it is for. */
  readonly appliesTo?: readonly string[];
  /** Default `once`. */
  readonly duration?: CouponRow['duration'];
  readonly durationInMonths?: number;
  readonly maxRedemptions?: number;
  readonly redeemByMs?: number;
  readonly metadata?: Metadata;
  readonly atMs?: number;
}

export interface NewSubscriptionItem {
  readonly price: string;
  /** Default 1; none for a metered price. */
  readonly quantity?: number;
  /** Coupon ids. */
  readonly discounts?: readonly string[];
  /** The price was made on the spot, inactive as it is then. */
  readonly isInline?: boolean;
  /** The end of a trial offer for it. */
  readonly trialEndMs?: number;
  readonly metadata?: Metadata;
}

/** Whether an automatic payment goes through; `none` leaves the invoice open and untried. */
type PaymentOutcome = 'succeeds' | 'fails' | 'none';

export interface NewSubscription {
  readonly customer: string;
  readonly items: readonly NewSubscriptionItem[];
  /** Prices that are paid once, on the first invoice. */
  readonly addedItems?: readonly Required<Pick<NewInvoiceLine, 'price' | 'quantity'>>[];
  /** One that all prices have; default that of the prices. */
  readonly currency?: string;
  readonly taxRates?: readonly TaxRate[];
  /** True where Stripe calculates the tax, instead of these rates. */
  readonly isTaxAutomatic?: boolean;
  /** Coupon ids. */
  readonly discounts?: readonly string[];
  readonly trialEndMs?: number;
  readonly description?: string;
  readonly metadata?: Metadata;
  readonly collectionMethod?: CollectionMethod;
  /** For `send_invoice`; default 30. */
  readonly daysUntilDue?: number;
  /** Default `succeeds`, and `none` where an invoice is sent. */
  readonly payment?: PaymentOutcome;
  readonly declineReason?: DeclineReason;
  readonly card?: CardFacts;
  readonly atMs?: number;
}

export interface NewSchedule {
  readonly customer: string;
  readonly items: readonly NewSubscriptionItem[];
  readonly startMs: number;
  readonly metadata?: Metadata;
}

export interface Renewal {
  /** Default `succeeds`, and `none` where an invoice is sent. */
  readonly payment?: PaymentOutcome;
  readonly declineReason?: DeclineReason;
  readonly card?: CardFacts;
  /** Default: the end of the period, or now when that is still to come: then a new cycle begins. */
  readonly atMs?: number;
}

export interface Billed {
  readonly subscription: SubscriptionRow;
  readonly invoice: InvoiceRow;
  /** Null when no payment was tried or none was needed. */
  readonly payment: Payment | null;
}

export interface CollectionPause {
  /** Default `void`. */
  readonly behavior?: PauseCollection['behavior'];
  readonly resumesAtMs?: number;
  readonly atMs?: number;
}

export interface Cancellation {
  /** Default `now`. */
  readonly when?: 'now' | 'at-period-end';
  /** Default `cancellation_requested`. */
  readonly reason?: CancellationReason;
  readonly feedback?: CancellationFeedback;
  readonly comment?: string;
  readonly atMs?: number;
}

/** Another price or quantity for an item of a subscription. */
export interface ItemChange {
  /** Default: the first. */
  readonly item?: string;
  readonly price?: string;
  readonly quantity?: number;
  /** Stripe's `proration_behavior`; default `create_prorations`: the next invoice bills the change. */
  readonly prorations?: 'create_prorations' | 'always_invoice' | 'none';
  /** The moment from which the rest of the period is reckoned; default: that of the change. */
  readonly prorationMs?: number;
  readonly atMs?: number;
}

/** A change that is only shown: its price need not exist. */
export interface PreviewedChange extends Omit<ItemChange, 'price' | 'atMs'> {
  readonly price?: string | NewPrice;
}

export interface NewInvoiceLine {
  readonly description?: string;
  /** Minor units of the invoice's currency. Either this or a price that is paid once. */
  readonly amount?: number;
  readonly price?: string;
  readonly quantity?: number;
  readonly metadata?: Metadata;
}

export interface NewInvoice {
  readonly customer: string;
  readonly lines: readonly NewInvoiceLine[];
  /** Default: that of the first line's price, or the account's. */
  readonly currency?: string;
  /** Instead of the next one of the customer's series. */
  readonly number?: string;
  /** With it the invoice is sent; without it the customer's card is charged. May be past. */
  readonly dueMs?: number;
  /** Coupon ids. */
  readonly discounts?: readonly string[];
  readonly taxRates?: readonly TaxRate[];
  readonly description?: string;
  readonly metadata?: Metadata;
  readonly atMs?: number;
}

export interface InvoicePaymentRequest {
  /** Minor units; all that is left when absent. */
  readonly amount?: number;
  readonly card?: CardFacts;
  readonly atMs?: number;
}

export interface InvoiceDecline {
  readonly reason?: DeclineReason;
  /** The last attempt: the subscription behind the invoice becomes `unpaid`. */
  readonly isFinal?: boolean;
  readonly card?: CardFacts;
  readonly atMs?: number;
}

export interface PaidInvoice {
  readonly invoice: InvoiceRow;
  readonly invoicePayment: InvoicePaymentRow;
  readonly payment: Payment;
}

export interface NewCreditNote {
  readonly invoice: string;
  readonly amount: number;
  /** Where what was already paid goes; default `refund`. */
  readonly credit?: 'refund' | 'customer-balance';
  readonly reason?: CreditNoteReason;
  readonly memo?: string;
  readonly metadata?: Metadata;
  readonly atMs?: number;
}

export interface CreditedInvoice {
  readonly creditNote: CreditNoteRow;
  readonly invoice: InvoiceRow;
}
