import type { CheckedUrl } from '../links/checked-url.ts';

/**
 * What a restricted key is asked to be allowed, by Stripe's slugs, in the order of Stripe's key page,
 * which ignores a slug that it does not know. Prices still have the slug of the older plans, and
 * charges' covers refunds.
 */
export const STRIPE_PERMISSIONS = [
  'balance_read',
  'balance_transaction_source_read',
  'charge_read',
  'customer_read',
  'dispute_read',
  'payment_intent_read',
  'payout_read',
  'product_read',
  'coupon_read',
  'invoice_read',
  'plan_read',
  'subscription_read',
  'checkout_session_read',
  'event_read',
  'accounts_kyc_basic_read',
] as const;

export type StripePermission = (typeof STRIPE_PERMISSIONS)[number];

/** Without these the figures are as true; something beside them is missing. */
const OPTIONAL: ReadonlySet<StripePermission> = new Set([
  'balance_read',
  'payout_read',
  'product_read',
  'event_read',
  'accounts_kyc_basic_read',
]);

/** True for what a sync cannot do without. */
export const isRequiredPermission = (permission: StripePermission): boolean =>
  !OPTIONAL.has(permission);

/** What each is called on Stripe's key page. They are names: they stand in Stripe's own language. */
export const PERMISSION_NAMES: Readonly<Record<StripePermission, string>> = {
  balance_read: 'Balance',
  balance_transaction_source_read: 'Balance transaction sources',
  charge_read: 'Charges and Refunds',
  customer_read: 'Customers',
  dispute_read: 'Disputes',
  payment_intent_read: 'PaymentIntents',
  payout_read: 'Payouts',
  product_read: 'Products',
  coupon_read: 'Coupons',
  invoice_read: 'Invoices',
  plan_read: 'Prices',
  subscription_read: 'Subscriptions',
  checkout_session_read: 'Checkout Sessions',
  event_read: 'Events',
  accounts_kyc_basic_read: 'Basic Business Contact Information',
};

/** How Stripe's refusals and its key page write a slug. */
export const keyPermission = (permission: StripePermission): string => `rak_${permission}`;

const KEY_NAME = 'HubSpot: Stripe payments';

/**
 * Stripe's page for a new restricted key with the permissions chosen beforehand. The page is not
 * documented, so the same list is always shown with the link.
 */
export function createKeyUrl(mode: 'live' | 'test'): CheckedUrl {
  const page = mode === 'test' ? 'test/apikeys/create' : 'apikeys/create';
  const chosen = STRIPE_PERMISSIONS.map(
    (permission) => `permissions[]=${keyPermission(permission)}`,
  );
  const query = [`name=${encodeURIComponent(KEY_NAME)}`, ...chosen].join('&');
  return `https://dashboard.stripe.com/${page}?${query}`;
}
