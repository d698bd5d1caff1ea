import type { ActionKind } from '../acting/kinds.ts';
import { ACTION_KINDS } from '../acting/kinds.ts';
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
 * @param slugs of permissions.
 */
function newKeyUrl(mode: 'live' | 'test', name: string, slugs: readonly string[]): CheckedUrl {
  const page = mode === 'test' ? 'test/apikeys/create' : 'apikeys/create';
  const chosen = slugs.map((slug) => `permissions[]=rak_${slug}`);
  const query = [`name=${encodeURIComponent(name)}`, ...chosen].join('&');
  return `https://dashboard.stripe.com/${page}?${query}`;
}

/** For the key that reads. */
export const createKeyUrl = (mode: 'live' | 'test'): CheckedUrl =>
  newKeyUrl(mode, KEY_NAME, STRIPE_PERMISSIONS);

/** What the key with which the app acts is allowed, by Stripe's slugs, as its key page calls it. */
const WRITE_PERMISSION_NAMES = {
  charge_write: 'Charges and Refunds',
  coupon_read: 'Coupons',
  customer_portal_write: 'Customer Portal',
  customer_write: 'Customers',
  invoice_write: 'Invoices',
  payment_links_write: 'Payment Links',
  plan_write: 'Prices',
  product_write: 'Products',
  promotion_code_read: 'Promotion Codes',
  subscription_write: 'Subscriptions',
} as const;

export type WritePermission = keyof typeof WRITE_PERMISSION_NAMES;

/** Of a link or invoice also what its lines need: a price and a product each. */
const WRITE_PERMISSIONS: Readonly<Record<ActionKind, readonly WritePermission[]>> = {
  links: ['payment_links_write', 'plan_write', 'product_write'],
  invoices: ['customer_write', 'invoice_write', 'plan_write', 'product_write'],
  /**
   * Beside what they are: the link or customer they begin with, the page to update the card, and the preview of the
   * next invoice, without which only its amount is missing. Coupons are read with this key, since it applies them.
   */
  subscriptions: [
    'coupon_read',
    'customer_portal_write',
    'customer_write',
    'invoice_write',
    'payment_links_write',
    'plan_write',
    'product_write',
    'promotion_code_read',
    'subscription_write',
  ],
  refunds: ['charge_write'],
};

/** Those that a call can be tried with which creates nothing. */
export const PROBED_PERMISSIONS = {
  links: ['payment_links_write', 'plan_write', 'product_write'],
  invoices: ['customer_write', 'invoice_write', 'plan_write', 'product_write'],
  subscriptions: [
    'coupon_read',
    'customer_portal_write',
    'customer_write',
    'payment_links_write',
    'plan_write',
    'product_write',
    'promotion_code_read',
    'subscription_write',
  ],
  refunds: ['charge_write'],
} as const satisfies Readonly<Record<ActionKind, readonly WritePermission[]>>;

export type ProbedPermission = (typeof PROBED_PERMISSIONS)[ActionKind][number];

/** By how they are granted on Stripe's key page: most to write, coupons to read. */
export function writePermissionNames(permissions: readonly string[]): {
  readonly write: string;
  readonly read: string;
} {
  const namesOf = (access: string): string =>
    permissions
      .filter((each) => each.endsWith(access))
      .map((each) => (isWritePermission(each) ? WRITE_PERMISSION_NAMES[each] : each))
      .join(', ');
  return { write: namesOf('_write'), read: namesOf('_read') };
}

const isWritePermission = (text: string): text is WritePermission =>
  Object.hasOwn(WRITE_PERMISSION_NAMES, text);

/** Of the key with which the app acts, each once. */
export const writePermissionsOf = (kinds: readonly ActionKind[]): readonly WritePermission[] => [
  ...new Set(
    ACTION_KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) => WRITE_PERMISSIONS[kind]),
  ),
];

/** Stripe's page for the restricted key with which the app acts, as `createKeyUrl` is for the one that reads. */
export const createWriteKeyUrl = (
  mode: 'live' | 'test',
  kinds: readonly ActionKind[],
): CheckedUrl => newKeyUrl(mode, 'HubSpot: Stripe actions', writePermissionsOf(kinds));
