import type { Currency } from '../money/currency.ts';
import type { Money } from '../money/money.ts';
import type { ObjectType } from '../record/object-type.ts';

/** A movement of the Stripe balance. Amounts in minor units of `currency`, the settlement currency. */
export interface BalanceTransaction {
  readonly id: string;
  /** Seconds since the epoch: when the money moved. */
  readonly created: number;
  /** Stripe's `reporting_category`, an open set. */
  readonly reportingCategory: string;
  readonly amountMinor: number;
  readonly feeMinor: number;
  readonly netMinor: number;
  readonly currency: Currency;
  readonly feeDetails: readonly FeeDetail[];
  /** Presentment amount times this is the settlement amount; null where no conversion took place. */
  readonly exchangeRate: number | null;
  /** Seconds since the epoch. */
  readonly availableOn: number;
}

interface FeeDetail {
  /** Stripe's `fee_details[].type`, an open set. */
  readonly type: string;
  readonly amountMinor: number;
}

export interface Refund {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly created: number;
  /** `duplicate | fraudulent | requested_by_customer`, an open set; null where no one gave one. */
  readonly reason: string | null;
  /** Why it failed, an open set; null for one that did not. */
  readonly failureReason: string | null;
  readonly amountMinor: number;
  readonly currency: Currency;
  /** `succeeded | pending | requires_action | failed | canceled`, an open set; null on old refunds. */
  readonly status: string | null;
  readonly balanceTransaction: BalanceTransaction | null;
  readonly failureBalanceTransaction: BalanceTransaction | null;
}

export interface Dispute {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly amountMinor: number;
  readonly currency: Currency;
  /** `warning_* | needs_response | under_review | won | lost | prevented`, an open set. */
  readonly status: string;
  readonly reason: string;
  /** When evidence is due, in seconds since the epoch; null where none is asked for. */
  readonly evidenceDueBy: number | null;
  readonly balanceTransactions: readonly BalanceTransaction[];
}

/** How the customer paid, as far as a person wants to see it. */
export interface PaymentMethod {
  /** Stripe's method type, for example `card` or `us_bank_account`. */
  readonly type: string;
  readonly brand: string | null;
  readonly last4: string | null;
}

export interface PaymentFailure {
  readonly code: string | null;
  /** The issuer's or Radar's reason, for example `insufficient_funds`. */
  readonly reason: string | null;
  readonly message: string | null;
}

/**
 * Whether HubSpot's own payment record names the charge's deal: it does, it names none, or the app may not
 * read it.
 */
export type HubSpotRecord = 'tied' | 'untied' | 'no-access';

/** Of a charge that HubSpot's own Stripe connection took. */
export interface HubSpotPayment {
  /** HubSpot's id of the payment, from the metadata. */
  readonly guid: string;
  readonly record: HubSpotRecord;
}

/** One attempt to take money, with everything that happened to it since. */
export interface Charge {
  readonly id: string;
  readonly paymentIntentId: string | null;
  /** An open set; null without a PaymentIntent. Only this says that an authorization was canceled. */
  readonly paymentIntentStatus: string | null;
  /** True where an authorization is captured by a later request. */
  readonly isCapturedLater: boolean;
  readonly customerId: string | null;
  /** What the payer typed, of guests too. */
  readonly billing: { readonly name: string | null; readonly email: string | null };
  /** Of the card or bank account, two letters; null where Stripe does not say. */
  readonly country: string | null;
  readonly receiptUrl: string | null;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly livemode: boolean;
  /** `succeeded | pending | failed`, an open set; `requires_action` of a PaymentIntent without a charge. */
  readonly status: string;
  readonly captured: boolean;
  /** What was authorized, in minor units of `currency`, the presentment currency. */
  readonly amountMinor: number;
  readonly amountCapturedMinor: number;
  /** Until when an authorization can be captured, in seconds since the epoch; null where Stripe does not say. */
  readonly captureBefore: number | null;
  readonly currency: Currency;
  /** Sent on to a connected account (a destination charge), in minor units of `currency`; else null. */
  readonly passedOnMinor: number | null;
  readonly description: string | null;
  readonly method: PaymentMethod;
  readonly failure: PaymentFailure | null;
  /** The charge's own metadata, then its PaymentIntent's, where they name a HubSpot record. */
  readonly recordClaims: readonly RecordClaim[];
  readonly balanceTransaction: BalanceTransaction | null;
  /** Those of further captures of one authorization, which the charge does not name: read by source. */
  readonly furtherBalanceTransactions: readonly BalanceTransaction[];
  readonly failureBalanceTransaction: BalanceTransaction | null;
  readonly refunds: readonly Refund[];
  /** Stripe's own sum. It may count what was released, so it tells only whether `refunds` are all there. */
  readonly amountRefundedMinor: number;
  /** True where `refunds` are the first of more: their sums are then too low. */
  readonly hasMoreRefunds: boolean;
  /** True where there are disputes, whether `disputes` were read or not: Stripe reads them apart. */
  readonly isDisputed: boolean;
  readonly disputes: readonly Dispute[];
  /** What the customer saw and paid where Stripe converted the price for them (Adaptive Pricing). */
  readonly customerPaid: Money | null;
  /** Of a bank transfer: what has arrived and pays nothing yet, in minor units of `currency`. */
  readonly unappliedMinor: number;
  /** Null where another program took it. */
  readonly hubSpotPayment: HubSpotPayment | null;
}

/** A record that metadata names. */
export interface RecordClaim {
  readonly objectType: ObjectType;
  readonly recordId: string;
  /** By another tool's key: the number may be that tool's own, so it says something of a record that exists only. */
  readonly isForeign?: true;
}
