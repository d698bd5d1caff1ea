import type { Row } from './row.ts';

/** A coupon as it was applied to one thing; `created` is when. */
export interface DiscountRow extends Row {
  readonly coupon: string;
  readonly customer: string | null;
  readonly subscription: string | null;
  readonly subscriptionItem: string | null;
  readonly invoice: string | null;
  readonly checkoutSession: string | null;
  /** Seconds; only a repeating discount has an end. */
  readonly end: number | null;
}
