import type Stripe from 'stripe';
import type { DiscountRow } from '../entities/discount.ts';

/** A discount has no `livemode`, and its coupon stands below `source`. */
export const formatDiscount = (row: DiscountRow): Stripe.Discount => ({
  id: row.id,
  object: 'discount',
  checkout_session: row.checkoutSession,
  customer: row.customer,
  customer_account: null,
  end: row.end,
  invoice: row.invoice,
  invoice_item: null,
  promotion_code: null,
  source: { coupon: row.coupon, type: 'coupon' },
  start: row.created,
  subscription: row.subscription,
  subscription_item: row.subscriptionItem,
});
