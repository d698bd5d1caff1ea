import type { Metadata, Row } from './row.ts';

export type CheckoutMode = 'payment' | 'subscription' | 'setup';
type CheckoutStatus = 'open' | 'complete' | 'expired';
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
  readonly status: CheckoutStatus;
  readonly paymentStatus: CheckoutPaymentStatus;
  /** Null in setup mode. */
  readonly currency: string | null;
  readonly items: readonly CheckoutItemRow[];
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
  readonly expiresAt: number;
  readonly metadata: Metadata;
}
