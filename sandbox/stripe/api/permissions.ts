/** The slugs that a restricted key can hold for what this stand-in serves. */
export type Permission =
  | 'accounts_kyc_basic_read'
  | 'balance_read'
  | 'balance_transaction_source_read'
  | 'charge_read'
  | 'charge_write'
  | 'checkout_session_read'
  | 'checkout_session_write'
  | 'coupon_read'
  | 'credit_note_read'
  | 'customer_read'
  | 'customer_write'
  | 'dispute_read'
  | 'event_read'
  | 'invoice_read'
  | 'invoice_write'
  | 'payment_intent_read'
  | 'payment_intent_write'
  | 'plan_read'
  | 'product_read'
  | 'subscription_read'
  | 'subscription_write';

/** Write implies read. */
export function isGranted(granted: ReadonlySet<string>, needed: Permission): boolean {
  return granted.has(needed) || granted.has(needed.replace(/_read$/, '_write'));
}
