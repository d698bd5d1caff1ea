import type { Reason } from '../matching/match.ts';
import type { FeeStatus } from '../ledger/ledger.ts';
import type { SettlementTotals } from '../ledger/settlement.ts';
import type { Money } from '../money/money.ts';
import type { PaymentFailure, PaymentMethod } from '../payment/charge.ts';
import type { RecordLink } from '../record/object-type.ts';
import type { ChargeStatus } from '../status/charge-status.ts';
import type { InvoiceStatus } from '../status/invoice-status.ts';
import type { SubscriptionStatus } from '../status/subscription-status.ts';

/** Who pays, as a row names them. */
export interface CustomerRef {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}

/** What a payment was for. */
export interface InvoiceRef {
  readonly id: string;
  readonly number: string | null;
  /** Descriptions of its first lines, each once. */
  readonly lines: readonly string[];
  readonly hasMoreLines: boolean;
}

/** The dispute or inquiry of a payment that needs somebody's eye first. */
export interface DisputeFacts {
  readonly status: string;
  readonly reason: string;
  readonly evidenceDueBy: number | null;
}

/** One payment as a row of the card. Times are seconds since the epoch. */
export interface PaymentRow {
  readonly id: string;
  readonly paymentIntentId: string | null;
  readonly created: number;
  readonly description: string | null;
  readonly status: ChargeStatus;
  readonly amount: Money;
  readonly captured: Money;
  readonly refunded: Money;
  /** What was to go back to the customer and came back: the refund failed. */
  readonly refundFailed: Money;
  readonly feeStatus: FeeStatus;
  readonly settlement: readonly SettlementTotals[];
  /** Presentment amount times this is the settlement amount; null where nothing was converted. */
  readonly exchangeRate: number | null;
  readonly method: PaymentMethod;
  readonly failure: PaymentFailure | null;
  readonly dispute: DisputeFacts | null;
  /** Null for a guest. */
  readonly customer: CustomerRef | null;
  readonly invoices: readonly InvoiceRef[];
  readonly reason: Reason;
}

/** A payment that counts nowhere until a person decides, and the other records it could be of. */
export interface UndecidedRow {
  readonly payment: PaymentRow;
  readonly status: 'candidate' | 'ambiguous';
  readonly others: readonly RecordLink[];
}

/** A customer whose payments are the record's. */
export interface CustomerRow extends CustomerRef {
  /** True where it stands in the record's own `stripe_customer_id`. */
  readonly isLinked: boolean;
  readonly reason: Reason;
}

/** A customer that a search found. */
export interface FoundCustomer extends CustomerRef {
  /** Seconds since the epoch. */
  readonly created: number;
  readonly isLinked: boolean;
}

/** Times are seconds since the epoch. */
export interface InvoiceRow {
  readonly id: string;
  readonly number: string | null;
  readonly status: InvoiceStatus;
  readonly created: number;
  readonly total: Money;
  readonly paid: Money;
  readonly remaining: Money;
  readonly credited: Money;
  readonly dueOn: number | null;
  readonly nextAttemptOn: number | null;
  readonly attemptCount: number;
  /** Only of Stripe's own hosts. */
  readonly hostedUrl: string | null;
  readonly pdfUrl: string | null;
  readonly lines: readonly string[];
  readonly hasMoreLines: boolean;
  readonly customer: CustomerRef | null;
  readonly reason: Reason;
}

/** What an item of a subscription costs and how often. */
export interface SubscriptionItemRow {
  readonly name: string | null;
  readonly quantity: number | null;
  readonly isMetered: boolean;
  /** For a unit, or null where tiers say it. */
  readonly unitAmountDecimal: string | null;
  readonly currency: string;
  readonly interval: string;
  readonly intervalCount: number;
}

/** Times are seconds since the epoch. */
export interface SubscriptionRow {
  readonly id: string;
  readonly status: SubscriptionStatus;
  readonly created: number;
  /** Nothing in a trial, while paused and when over. */
  readonly mrr: Money;
  /** True where a part of it is known only at the end of each period, and is not in `mrr`. */
  readonly isMetered: boolean;
  readonly items: readonly SubscriptionItemRow[];
  readonly hasDiscount: boolean;
  /** Null where it will not renew. */
  readonly renewsOn: number | null;
  /** When it ends or ended; null where no end is set. */
  readonly endsOn: number | null;
  readonly trialEndsOn: number | null;
  readonly isCollectionPaused: boolean;
  readonly customer: CustomerRef | null;
  readonly reason: Reason;
}

/** A checkout that cost nothing. */
export interface FreeCheckoutRow {
  readonly id: string;
  readonly created: number;
  readonly amount: Money;
  readonly name: string | null;
  readonly email: string | null;
  readonly subscriptionId: string | null;
  readonly reason: Reason;
}
