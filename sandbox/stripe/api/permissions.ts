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
  customer_portal: 'Customer Portal',
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
  invoiceitem: 'invoice_read',
  item: 'checkout_session_read',
  line_item: 'invoice_read',
  payment_intent: 'payment_intent_read',
  payment_link: 'payment_links_read',
  payout: 'payout_read',
  plan: 'plan_read',
  price: 'plan_read',
  product: 'product_read',
  promotion_code: 'promotion_code_read',
  refund: 'charge_read',
  subscription: 'subscription_read',
  subscription_item: 'subscription_read',
  subscription_schedule: 'subscription_read',
  webhook_endpoint: 'webhook_read',
} as const satisfies Readonly<Record<string, Permission>>;

export type ObjectName = keyof typeof READ_PERMISSION;

/** What a key needs to change such an object. */
export function writePermission(object: ObjectName): Permission {
  const permission = READ_PERMISSION[object].replace(/_read$/, '_write');
  if (isPermission(permission)) return permission;
  throw new RangeError(`Nothing can be written to a ${object}.`);
}
