import type { StripePermission } from '@stripe-payments/core';
import {
  createKeyUrl,
  isRequiredPermission,
  keyPermission,
  PERMISSION_NAMES,
  STRIPE_PERMISSIONS,
  setupTextsIn,
} from '@stripe-payments/core';
import { describe, expect, test } from 'vitest';

/** Slugs as Stripe's refusals write them; a new one needs its call, its name and its texts. */
const SLUGS: readonly StripePermission[] = [
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
];

test('the product requests read permissions only', () => {
  expect(STRIPE_PERMISSIONS).toEqual(SLUGS);
  expect(SLUGS.filter((slug) => !slug.endsWith('_read'))).toEqual([]);
});

test.each(SLUGS)('%s has a name, and both languages say what is missing without it', (slug) => {
  expect(PERMISSION_NAMES[slug]).toMatch(/^[A-Z]/);
  for (const language of ['en', 'it'] as const) {
    expect(setupTextsIn(language).setup.stripeKey.without[slug]).toMatch(/^[A-Z].*\.$/);
  }
});

test('the names are distinct', () => {
  expect(new Set(Object.values(PERMISSION_NAMES)).size).toBe(SLUGS.length);
});

test('only permissions that no figure needs are optional', () => {
  expect(SLUGS.filter((slug) => !isRequiredPermission(slug))).toEqual([
    'balance_read',
    'payout_read',
    'product_read',
    'event_read',
    'accounts_kyc_basic_read',
  ]);
});

describe.each([
  ['live', 'https://dashboard.stripe.com/apikeys/create'],
  ['test', 'https://dashboard.stripe.com/test/apikeys/create'],
] as const)('the link to a new %s key', (mode, page) => {
  const url = new URL(createKeyUrl(mode));

  test('opens the page of that mode', () => {
    expect(`${url.origin}${url.pathname}`).toBe(page);
    expect(url.hash).toBe('');
  });

  test('names the key, and each permission once', () => {
    expect([...new Set(url.searchParams.keys())]).toEqual(['name', 'permissions[]']);
    expect(url.searchParams.getAll('name')).toEqual(['HubSpot: Stripe payments']);
    expect(url.searchParams.getAll('permissions[]')).toEqual(SLUGS.map(keyPermission));
  });

  test('is written without a blank', () => {
    expect(createKeyUrl(mode)).not.toMatch(/\s/);
  });
});

test('a slug is written as the key page writes it', () => {
  expect(keyPermission('charge_read')).toBe('rak_charge_read');
});
