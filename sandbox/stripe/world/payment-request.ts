import type { CardBrand, ChargeRow, PaymentIntentRow } from '../entities/payments.ts';
import type { Metadata } from '../entities/row.ts';

export interface CardFacts {
  readonly brand?: CardBrand;
  readonly last4?: string;
  readonly country?: string;
}

/** What a person asks for when a payment is made. `amount` is in minor units of `currency`. */
export interface PaymentRequest {
  readonly amount: number;
  readonly currency: string;
  readonly customer?: string;
  readonly description?: string;
  readonly statementDescriptorSuffix?: string;
  /** On the PaymentIntent; Stripe copies it to the charge unless `chargeMetadata` is given. */
  readonly metadata?: Metadata;
  readonly chargeMetadata?: Metadata;
  readonly transferGroup?: string;
  /** For a payer who is no customer. */
  readonly billingName?: string;
  readonly billingEmail?: string;
  /** Tries an earlier, failed PaymentIntent again. */
  readonly paymentIntent?: string;
  /** The account holds this currency for this payment instead of converting it. */
  readonly settlementCurrency?: string;
  readonly presentment?: ChargeRow['presentment'];
  readonly transfer?: ChargeRow['transfer'];
  readonly settlesOutside?: boolean;
  readonly atMs?: number;
}

export interface CardPayment extends PaymentRequest {
  readonly card?: CardFacts;
  /** The authorization may be captured in several parts. */
  readonly isMulticapture?: boolean;
}

export interface BankPayment extends PaymentRequest {
  readonly bankName?: string;
  readonly last4?: string;
}

export interface Payment {
  readonly charge: ChargeRow;
  readonly paymentIntent: PaymentIntentRow;
}
