import { openChecked } from './setup-page.tsx';
import { Accordion, Link, List, StatusTag, Table } from '@hubspot/ui-extensions';
import type { ErrorCode, Failure, StripeKeyCheck, StripePermission } from '@stripe-payments/core';
import {
  keyPermission,
  PERMISSION_NAMES,
  setupTextsIn,
  STRIPE_PERMISSIONS,
} from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { usableKey } from '../builders/setup-report.ts';
import { checked } from '../builders/setup-replies.ts';
import { fresh, keyWith } from '../builders/setup-states.ts';
import { textsIn } from '../cards/texts-in.ts';
import type { SetupPage } from './setup-page.tsx';
import { elementAt, isShown, rowsAt, textAt } from './texts-at.ts';

const open = (stripeKey: StripeKeyCheck): Promise<SetupPage> =>
  openChecked({ checks: [checked({ stripeKey })] });

const unusable = (code: ErrorCode, facts: Omit<Failure, 'code'> = {}): StripeKeyCheck => ({
  status: 'unusable',
  error: { code, ...facts },
});

const guide = (page: SetupPage) =>
  page.find(Accordion, { title: 'Create a key with the right permissions' });

const linksOf = (page: SetupPage): readonly string[] =>
  guide(page)
    .findAll(Link)
    .map(({ props, text }) => {
      const href = props.href as { readonly url: string; readonly external: boolean };
      expect(href.external).toBe(true);
      return `${String(text)}: ${href.url}`;
    });

test.each<readonly [string, StripeKeyCheck, string]>([
  [
    'no key',
    unusable('not-configured'),
    `Stripe isn't connected right now\nNo Stripe key is set for this app. Run "npx hs secret add STRIPE_SECRET_KEY", then "npm run upload".`,
  ],
  [
    'a publishable key',
    unusable('stripe-key-wrong-kind'),
    `Stripe isn't connected right now\nSTRIPE_SECRET_KEY isn't a secret or restricted key (sk_..., rk_...). Create a restricted key in Stripe, run "npx hs secret update STRIPE_SECRET_KEY", then "npm run upload".`,
  ],
  [
    'a revoked key',
    unusable('stripe-key-invalid', { requestId: 'req_9' }),
    `Stripe isn't connected right now\nStripe doesn't accept this app's key. It may have been revoked or rolled. Run "npx hs secret update STRIPE_SECRET_KEY" with a valid key, then "npm run upload".\nDetails\nRequest ID: req_9`,
  ],
  [
    'a Stripe that cannot be reached',
    unusable('stripe-unreachable'),
    "Couldn't read Stripe\nStripe couldn't be reached. Try again in a minute.",
  ],
])('%s: says so with the next step, and how to make a key', async (_, stripeKey, text) => {
  const page = await open(stripeKey);
  expect(textAt(page, 'key-problem')).toBe(text);
  expect(textAt(page, 'verdict-stripeKey')).toBe('To do');
  expect(guide(page).props.defaultOpen).toBe(true);
  expect(linksOf(page).map((link) => link.split(':')[0])).toEqual([
    'Create a live key in Stripe',
    'Create a test key in Stripe',
  ]);
  expect(isShown(page, 'permissions')).toBe(false);
});

test('without a key no mode is shown, and the account section waits for a key', async () => {
  const page = await open(unusable('not-configured'));
  expect(isShown(page, 'mode')).toBe(false);
  expect(isShown(page, 'key-mode')).toBe(false);
  expect(textAt(page, 'part-stripeAccount')).toContain('Shown once the key works.');
  expect(textAt(page, 'summary')).toBe('1 step left before payments can sync.');
});

test('a full key shows a warning with the alternative, and works', async () => {
  const page = await open(usableKey({ kind: 'full', mode: 'live' }));
  expect(textAt(page, 'key-kind')).toBe('Secret key');
  expect(elementAt(page, 'full-key')?.props['variant']).toBe('warning');
  expect(textAt(page, 'full-key')).toMatch(
    /has full access\n.*Create a restricted key, run "npx hs secret/,
  );
  expect(textAt(page, 'verdict-stripeKey')).toBe('Review');
  expect(textAt(page, 'summary')).toBe(
    'Setup is complete. Cards show your payments.\n1 item to review. You can sync in the meantime.',
  );
  expect(isShown(page, 'permissions')).toBe(false);
});

test('while a step is left nothing says that syncing works in the meantime', async () => {
  const full = usableKey({ kind: 'full', mode: 'live' });
  const page = await openChecked({
    checks: [checked({ stripeKey: full, properties: { isReadable: true, objects: fresh } })],
  });
  expect(textAt(page, 'summary')).toMatch(/left before payments can sync\.\n1 item to review\.$/);
});

test('a complete restricted key is done, without a warning', async () => {
  const page = await open(keyWith({}));
  const count = String(STRIPE_PERMISSIONS.length);
  expect(textAt(page, 'key-kind')).toBe('Restricted key');
  expect(textAt(page, 'permission-count')).toBe(`${count} of ${count}`);
  expect(textAt(page, 'verdict-stripeKey')).toBe('Done');
  for (const alert of ['full-key', 'missing-permissions', 'untested-permissions', 'key-problem']) {
    expect(isShown(page, alert)).toBe(false);
  }
  expect(guide(page).props.defaultOpen).toBe(false);
  expect(rowsAt(page, 'permissions').map((row) => row[2])).toEqual(
    STRIPE_PERMISSIONS.map(() => 'Present'),
  );
});

const missing = { status: 'missing', detail: 'Stripe said no.' } as const;

test("a key without three permissions lists them with Stripe's names and what doesn't work", async () => {
  const page = await open(
    keyWith({ dispute_read: missing, plan_read: missing, accounts_kyc_basic_read: missing }),
  );
  expect(rowsAt(page, 'missing-permission-table')).toEqual([
    [
      'Disputes',
      'rak_dispute_read',
      'Missing',
      "Disputes and dispute fees can't be read.",
      'Stripe said no.',
    ],
    [
      'Prices',
      'rak_plan_read',
      'Missing',
      "Prices can't be read, so there is no MRR.",
      'Stripe said no.',
    ],
    [
      'Basic Business Contact Information',
      'rak_accounts_kyc_basic_read, optional',
      'Missing',
      "The account and its status aren't shown here, and links open the Stripe account you used last.",
      'Stripe said no.',
    ],
  ]);
  expect(elementAt(page, 'missing-permissions')?.props['variant']).toBe('danger');
  expect(textAt(page, 'missing-permissions')).toContain(
    'give it read access to these, then check again',
  );
  expect(textAt(page, 'permission-count')).toBe('12 of 15');
  expect(textAt(page, 'verdict-stripeKey')).toBe('To do');
  expect(guide(page).props.defaultOpen).toBe(true);
});

test('what stops a sync is red, what is optional or untested is not', async () => {
  const states = {
    charge_read: missing,
    balance_read: missing,
    dispute_read: { status: 'unknown' },
  } as const;
  const page = await open(keyWith(states));
  const tags = page
    .findByTestId(Table, 'permissions')
    .findAll(StatusTag)
    .map(({ props }) => props.variant);
  expect(tags.slice(0, 5)).toEqual(['warning', 'success', 'danger', 'success', 'warning']);
});

test('a key that lacks only optional permissions needs a review, no more', async () => {
  const page = await open(keyWith({ balance_read: missing }));
  expect(elementAt(page, 'missing-permissions')?.props['variant']).toBe('warning');
  expect(rowsAt(page, 'missing-permission-table')[0]).toContain('rak_balance_read, optional');
  expect(textAt(page, 'verdict-stripeKey')).toBe('Review');
  expect(textAt(page, 'summary')).toContain('Setup is complete');
});

test("a permission that could not be tested is not called missing, and shows Stripe's message", async () => {
  const detail = 'Request rate limit exceeded.';
  const page = await open(keyWith({ charge_read: { status: 'unknown', detail } }));
  expect(isShown(page, 'missing-permissions')).toBe(false);
  expect(textAt(page, 'untested-permissions')).toContain("Some permissions couldn't be checked");
  expect(textAt(page, 'untested-permissions')).toContain('Check again in a minute.');
  expect(rowsAt(page, 'untested-permission-table')).toEqual([
    [
      'Charges and Refunds',
      'rak_charge_read',
      'Not checked',
      "Payments and refunds can't be read.",
      detail,
    ],
  ]);
  expect(textAt(page, 'verdict-stripeKey')).toBe('Review');
});

test('a missing and an untested permission look different', async () => {
  const page = await open(keyWith({ charge_read: { status: 'unknown' }, dispute_read: missing }));
  expect(rowsAt(page, 'missing-permission-table').map(([name]) => name)).toEqual(['Disputes']);
  expect(rowsAt(page, 'untested-permission-table').map(([name]) => name)).toEqual([
    'Charges and Refunds',
  ]);
  expect(rowsAt(page, 'permissions')).toHaveLength(STRIPE_PERMISSIONS.length);
});

test.each(STRIPE_PERMISSIONS)('%s: says what it is for', (permission: StripePermission) => {
  expect(setupTextsIn('en').setup.stripeKey.without[permission]).toMatch(/^[A-Z].*\.$/);
});

test.each<readonly ['live' | 'test', string, RegExp]>([
  ['live', 'Create a live key in Stripe', /^https:\/\/dashboard\.stripe\.com\/apikeys\/create\?/],
  [
    'test',
    'Create a test key in Stripe',
    /^https:\/\/dashboard\.stripe\.com\/test\/apikeys\/create\?/,
  ],
])('the link makes a key of %s mode with every permission once', async (mode, text, address) => {
  const page = await open(usableKey({ mode }));
  const [link = '', ...others] = linksOf(page);
  expect(others).toEqual([]);
  expect(link.startsWith(`${text}: `)).toBe(true);
  const url = link.slice(text.length + 2);
  expect(url).toMatch(address);
  const chosen = [...new URL(url).searchParams]
    .filter(([name]) => name === 'permissions[]')
    .map(([, slug]) => slug);
  expect(chosen).toEqual(STRIPE_PERMISSIONS.map(keyPermission));
  expect(new Set(chosen).size).toBe(chosen.length);
});

const OPTIONAL = [
  'balance_read',
  'payout_read',
  'product_read',
  'event_read',
  'accounts_kyc_basic_read',
];

test('the same permissions are listed below the link, optional ones marked', async () => {
  const page = await open(usableKey());
  const listed = textsIn(guide(page).find(List));
  expect(listed).toEqual(
    STRIPE_PERMISSIONS.map((permission) => {
      const isOptional = OPTIONAL.includes(permission);
      const name = PERMISSION_NAMES[permission];
      return isOptional ? `${name} (optional)` : name;
    }),
  );
  const text = textsIn(guide(page)).join('\n');
  expect(text).toContain('Compare them with this list');
  expect(text).toContain('"npx hs secret update STRIPE_SECRET_KEY"');
});
