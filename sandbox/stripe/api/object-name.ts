import type { Permission } from './permissions.ts';

/** What a key needs to see such an object, alone or expanded. */
export const READ_PERMISSION = {
  balance_transaction: 'balance_transaction_source_read',
  charge: 'charge_read',
  'checkout.session': 'checkout_session_read',
  coupon: 'coupon_read',
  credit_note: 'credit_note_read',
  customer: 'customer_read',
  discount: 'coupon_read',
  dispute: 'dispute_read',
  event: 'event_read',
  invoice: 'invoice_read',
  invoice_payment: 'invoice_read',
  item: 'checkout_session_read',
  line_item: 'invoice_read',
  payment_intent: 'payment_intent_read',
  payment_link: 'payment_links_read',
  payout: 'payout_read',
  plan: 'plan_read',
  price: 'plan_read',
  product: 'product_read',
  refund: 'charge_read',
  subscription: 'subscription_read',
  subscription_item: 'subscription_read',
} as const satisfies Readonly<Record<string, Permission>>;

export type ObjectName = keyof typeof READ_PERMISSION;
