import type {
  CheckoutMode,
  CheckoutSessionRow,
  SubscriptionRow,
  TaxRate,
} from '../entities/billing.ts';
import type { Metadata } from '../entities/row.ts';
import type { CardFacts, Payment } from './payment-request.ts';

export interface NewCheckoutItem {
  readonly price: string;
  readonly quantity?: number;
}

export interface NewCheckout {
  /** Default: `subscription` when a price recurs, else `payment`. */
  readonly mode?: CheckoutMode;
  readonly customer?: string;
  /** A payer who is no customer; a subscription makes one of them. */
  readonly guest?: { readonly email: string; readonly name?: string; readonly country?: string };
  /** Makes a customer of the guest in payment mode too. */
  readonly createsCustomer?: boolean;
  /** Minor units, for a price made on the spot; or `items`. */
  readonly amount?: number;
  readonly currency?: string;
  readonly productName?: string;
  readonly items?: readonly NewCheckoutItem[];
  readonly isTaxAutomatic?: boolean;
  /** A coupon id. */
  readonly coupon?: string;
  readonly taxRates?: readonly TaxRate[];
  readonly clientReferenceId?: string;
  /** Of the session; Stripe copies it nowhere. */
  readonly metadata?: Metadata;
  readonly paymentIntentMetadata?: Metadata;
  readonly paymentIntentDescription?: string;
  readonly statementDescriptorSuffix?: string;
  /** The link through which the payer came. */
  readonly paymentLink?: string;
  readonly subscriptionMetadata?: Metadata;
  readonly trialEndMs?: number;
  readonly card?: CardFacts;
  /** Default `card`. A bank debit leaves the session complete and unpaid until it succeeds. */
  readonly payWith?: 'card' | 'us_bank_account';
  readonly atMs?: number;
}

export interface CompletedCheckout {
  readonly session: CheckoutSessionRow;
  /** Null when there was nothing to pay. */
  readonly payment: Payment | null;
  readonly subscription: SubscriptionRow | null;
}
