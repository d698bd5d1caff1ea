/**
 * What a restricted key can be allowed, as Stripe calls it in the sentence of a refusal. The names
 * of the first block were seen there; the others are those of the dashboard.
 */
const NAME_BY_RESOURCE = {
  accounts_kyc_basic: 'Basic Business Contact Information',
  charge: 'Charges and Refunds',
  checkout_session: 'Checkout Sessions',
  coupon: 'Coupons',
  customer: 'Customers',
  plan: 'Prices',

  balance: 'Balance',
  balance_transaction_source: 'Balance Transaction Sources',
  connected_account: 'Connected Accounts',
  credit_note: 'Credit Notes',
  dispute: 'Disputes',
  event: 'Events',
  invoice: 'Invoices',
  payment_intent: 'Payment Intents',
  payment_links: 'Payment Links',
  payment_method: 'Payment Methods',
  payout: 'Payouts',
  product: 'Products',
  promotion_code: 'Promotion Codes',
  setup_intent: 'Setup Intents',
  subscription: 'Subscriptions',
  transfer: 'Transfers',
  webhook: 'Webhook Endpoints',
} as const;

type Resource = keyof typeof NAME_BY_RESOURCE;
type Access = 'read' | 'write';

/** The slug of a permission, which Stripe's older sentence prefixes with `rak_`. */
export type Permission = `${Resource}_${Access}`;

const SLUG = /^(.+)_(read|write)$/;

const isResource = (text: string): text is Resource => Object.hasOwn(NAME_BY_RESOURCE, text);

function partsOf(text: string): { readonly resource: Resource; readonly access: string } | null {
  const [, resource = '', access = ''] = SLUG.exec(text) ?? [];
  return isResource(resource) ? { resource, access } : null;
}

export const isPermission = (text: string): text is Permission => partsOf(text) !== null;

/** `Prices Read`. */
export function permissionName(permission: Permission): string {
  const parts = partsOf(permission);
  if (parts === null) return permission;
  return `${NAME_BY_RESOURCE[parts.resource]} ${parts.access === 'read' ? 'Read' : 'Write'}`;
}

/** Write implies read. */
export function isGranted(granted: ReadonlySet<string>, needed: Permission): boolean {
  return granted.has(needed) || granted.has(needed.replace(/_read$/, '_write'));
}
