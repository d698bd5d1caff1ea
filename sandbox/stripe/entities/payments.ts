import type { Metadata, Row } from './row.ts';

export type CardBrand = 'visa' | 'mastercard' | 'amex' | 'jcb' | 'discover';

export interface CardMethod {
  readonly type: 'card';
  readonly brand: CardBrand;
  readonly last4: string;
  readonly country: string;
  readonly fingerprint: string;
}

export interface BankAccountMethod {
  readonly type: 'us_bank_account';
  readonly bankName: string;
  readonly last4: string;
  readonly fingerprint: string;
}

export type PaymentMethod = CardMethod | BankAccountMethod;

export interface CustomerRow extends Row {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly country: string | null;
  readonly description: string | null;
  readonly currency: string | null;
  /** Minor units; below zero it is credit for the next invoice. */
  readonly balance: number;
  readonly nextInvoiceSequence: number;
  readonly isDelinquent: boolean;
  /** A discount for whatever of theirs has none of its own. */
  readonly discount: string | null;
  readonly metadata: Metadata;
  readonly isDeleted: boolean;
}

export interface Outcome {
  readonly type: 'authorized' | 'issuer_declined' | 'blocked';
  readonly networkStatus: 'approved_by_network' | 'declined_by_network' | 'not_sent_to_network';
  readonly reason: string | null;
  readonly sellerMessage: string;
  readonly networkDeclineCode: string | null;
  readonly adviceCode: string | null;
}

/** Amounts are minor units of `currency`, the presentment currency. */
export interface ChargeRow extends Row {
  readonly amount: number;
  readonly amountCaptured: number;
  readonly amountRefunded: number;
  /** The part of `amountRefunded` that was never captured; nothing since API version 2025-03-31. */
  readonly refundedUncaptured: number;
  /** Captured amounts, or authorized ones in the older form, that have no balance transaction yet. */
  readonly unsettled: readonly number[];
  /** It is settled elsewhere, as PayPal can: no balance transaction ever comes. */
  readonly settlesOutside: boolean;
  readonly isMulticapture: boolean;
  readonly currency: string;
  /** The currency of its balance transactions. */
  readonly settlementCurrency: string;
  readonly status: 'succeeded' | 'pending' | 'failed';
  readonly isCaptured: boolean;
  readonly isDisputed: boolean;
  readonly customer: string | null;
  readonly paymentIntent: string;
  readonly paymentMethod: string;
  readonly method: PaymentMethod;
  readonly billingName: string | null;
  readonly billingEmail: string | null;
  readonly description: string | null;
  readonly statementDescriptorSuffix: string | null;
  readonly balanceTransaction: string | null;
  readonly failureBalanceTransaction: string | null;
  readonly failureCode: string | null;
  readonly failureMessage: string | null;
  readonly outcome: Outcome;
  readonly metadata: Metadata;
  readonly transferGroup: string | null;
  /** What the customer saw and paid, where Adaptive Pricing converted it. */
  readonly presentment: { readonly amount: number; readonly currency: string } | null;
  /** Of a destination charge; an amount of null is all of it. */
  readonly transfer: { readonly destination: string; readonly amount: number | null } | null;
  /** Seconds; set while a card is only authorized. */
  readonly captureBefore: number | null;
}

export interface PaymentError {
  /** Null where the bank was never asked. */
  readonly charge: string | null;
  readonly code: string;
  readonly declineCode: string | null;
  readonly message: string;
}

/** A voucher to pay, money to transfer (minor units that are still to come), or a bank to convince. */
type NextAction =
  | { readonly type: 'boleto' }
  | { readonly type: 'bank-transfer'; readonly remaining: number }
  | { readonly type: 'authentication' };

export interface PaymentIntentRow extends Row {
  readonly amount: number;
  readonly amountCapturable: number;
  readonly amountReceived: number;
  readonly currency: string;
  readonly customer: string | null;
  readonly description: string | null;
  readonly status:
    | 'requires_payment_method'
    | 'requires_action'
    | 'requires_capture'
    | 'processing'
    | 'succeeded'
    | 'canceled';
  /** What the customer has to do, while it requires an action. */
  readonly nextAction: NextAction | null;
  readonly captureMethod: 'automatic_async' | 'manual';
  readonly methodType: PaymentMethod['type'] | 'boleto' | 'customer_balance';
  readonly paymentMethod: string | null;
  readonly latestCharge: string | null;
  readonly lastPaymentError: PaymentError | null;
  readonly canceledAt: number | null;
  readonly cancellationReason:
    | 'abandoned'
    | 'duplicate'
    | 'fraudulent'
    | 'requested_by_customer'
    | 'void_invoice'
    | 'automatic'
    | null;
  readonly clientSecret: string;
  readonly metadata: Metadata;
}

export type RefundReason = 'duplicate' | 'fraudulent' | 'requested_by_customer';
export type RefundStatus = 'succeeded' | 'pending' | 'requires_action' | 'failed';

/**
 * `customer`: a refund given by the merchant. `uncaptured`: the part of an authorization that was
 * never captured. `failed-debit`: the object behind a failed bank debit's balance transaction,
 * which no refund list shows.
 */
type RefundOrigin = 'customer' | 'uncaptured' | 'failed-debit';

export interface RefundRow extends Row {
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly paymentIntent: string;
  readonly customer: string | null;
  readonly paymentMethod: string;
  readonly methodType: PaymentMethod['type'];
  readonly status: RefundStatus;
  readonly reason: RefundReason | null;
  readonly origin: RefundOrigin;
  readonly balanceTransaction: string | null;
  readonly failureBalanceTransaction: string | null;
  readonly failureReason: string | null;
  readonly metadata: Metadata;
}

export type DisputeReason =
  'fraudulent' | 'product_not_received' | 'duplicate' | 'subscription_canceled' | 'general';

export type DisputeStatus =
  | 'warning_needs_response'
  | 'warning_under_review'
  | 'warning_closed'
  | 'needs_response'
  | 'under_review'
  | 'won'
  | 'lost';

export interface DisputeRow extends Row {
  readonly amount: number;
  readonly currency: string;
  readonly charge: string;
  readonly paymentIntent: string;
  readonly reason: DisputeReason;
  readonly status: DisputeStatus;
  readonly brand: CardBrand;
  /** Ids; Stripe shows these rows as whole objects. */
  readonly balanceTransactions: readonly string[];
  readonly dueBy: number;
  readonly customerEmail: string | null;
  readonly customerName: string | null;
  readonly metadata: Metadata;
}
