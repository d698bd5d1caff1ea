import { STRIPE_PERMISSIONS } from '@stripe-payments/core';
import type { KeyRing } from '../stripe/api/keys.ts';

/** Credentials of the stand-ins. They open nothing anywhere else. */
export const SANDBOX_STRIPE_KEY = 'sk_test_sandbox51DemoKeyForLocalUseOnly';
export const SANDBOX_HUBSPOT_TOKEN = 'pat-na1-sandbox-demo-token-for-local-use-only';
/** The record page's own: what a CRM's screens read does not count against an app's rate limit. */
export const SANDBOX_PAGE_TOKEN = 'pat-na1-sandbox-page-token-for-local-use-only';

/** What `STRIPE_WRITE_KEY` of the demo may do: it reads nothing beside it. */
const WRITE_KEY = 'rk_test_sandbox51WriteDemoKeyForLocalUse';

export const WRITE_PERMISSIONS: readonly string[] = [
  'charge_write',
  'coupon_read',
  'customer_write',
  'customer_portal_write',
  'invoice_write',
  'payment_links_write',
  'plan_write',
  'product_write',
  'promotion_code_read',
  'subscription_write',
];

/** The key with which the app acts, with all permissions of that or with some of them. */
export function addWriteKey(keys: KeyRing, permissions: readonly string[]): string {
  keys.add(WRITE_KEY, permissions);
  return WRITE_KEY;
}

/** Keys of the built-in Stripe, in every state that one can be in. They open nothing anywhere else. */
const DEMO_KEYS = {
  restricted: 'rk_test_sandbox51ReadOnlyDemoKeyForLocalUse',
  'restricted-partly': 'rk_test_sandbox51PartlyDemoKeyForLocalUse',
  expired: 'rk_test_sandbox51ExpiredDemoKeyForLocalUse',
  revoked: 'rk_test_sandbox51RevokedDemoKeyForLocalUse',
  publishable: 'pk_test_sandbox51DemoKeyForLocalUseOnly',
} as const;

export type StripeKeyChoice = keyof typeof DEMO_KEYS | 'full' | 'none';

const WITHHELD: ReadonlySet<string> = new Set(['dispute_read', 'invoice_read', 'coupon_read']);

export const STRIPE_KEY_CHOICES: readonly {
  readonly id: StripeKeyChoice;
  readonly label: string;
}[] = [
  { id: 'full', label: 'Full secret key' },
  { id: 'restricted', label: 'Restricted key that may read everything needed' },
  { id: 'restricted-partly', label: 'Restricted key without Disputes, Invoices and Coupons' },
  { id: 'expired', label: 'Restricted key that has expired' },
  { id: 'revoked', label: 'Restricted key that was revoked' },
  { id: 'publishable', label: 'Publishable key, pasted by mistake' },
  { id: 'none', label: 'No key' },
];

export function addDemoKeys(keys: KeyRing, nowMs: number): void {
  keys.add(DEMO_KEYS.restricted, STRIPE_PERMISSIONS);
  keys.add(
    DEMO_KEYS['restricted-partly'],
    STRIPE_PERMISSIONS.filter((permission) => !WITHHELD.has(permission)),
  );
  keys.add(DEMO_KEYS.expired, STRIPE_PERMISSIONS);
  keys.expire(DEMO_KEYS.expired, nowMs);
  keys.add(DEMO_KEYS.revoked, STRIPE_PERMISSIONS);
  keys.revoke(DEMO_KEYS.revoked);
}

/** Null for none. */
export function demoKey(choice: StripeKeyChoice): string | null {
  switch (choice) {
    case 'full':
      return SANDBOX_STRIPE_KEY;
    case 'none':
      return null;
    default:
      return DEMO_KEYS[choice];
  }
}
