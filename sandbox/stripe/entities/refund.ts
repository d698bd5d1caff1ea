import type { Metadata, Row } from './row.ts';
import type { PaymentMethod } from './payment-method.ts';

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
