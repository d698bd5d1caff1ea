import type { Metadata, Row } from './row.ts';
import type { CardBrand } from './payment-method.ts';

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
