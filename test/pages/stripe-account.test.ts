import { openChecked } from './setup-page.tsx';
import { Link } from '@hubspot/ui-extensions';
import type { StripeKeyCheck } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { accountFacts, usableKey } from '../builders/setup-report.ts';
import { checked } from '../builders/setup-replies.ts';
import { keyOf } from '../builders/setup-states.ts';
import type { PageOptions, SetupPage } from './setup-page.tsx';
import { elementAt, isShown, textAt } from './texts-at.ts';

const open = (stripeKey: StripeKeyCheck, options: PageOptions = {}): Promise<SetupPage> =>
  openChecked({ ...options, checks: [checked({ stripeKey })] });

/** 2026-12-31T23:30:00Z, which is the next year in Rome. */
const DEADLINE = Date.parse('2026-12-31T23:30:00Z') / 1_000;

const part = (page: SetupPage): string => textAt(page, 'part-stripeAccount');

test('a ready account: its name, country, currencies and both switches', async () => {
  const page = await open(keyOf({}));
  expect(part(page).split('\n')).toEqual([
    'Stripe account',
    'Done',
    'Status',
    'Ready to transact',
    'Name',
    'Northwind',
    'Country',
    'United States',
    'Settlement currencies',
    'USD',
    'Account-level fees',
    'None seen',
    'Charges',
    'Enabled',
    'Payouts',
    'Enabled',
    'Open account in Stripe',
  ]);
  expect(elementAt(page, 'readiness')?.props['variant']).toBe('success');
});

test('a ready account with requirements that are due later', async () => {
  const page = await open(keyOf({}, { eventuallyDue: ['company.tax_id'] }));
  expect(textAt(page, 'readiness')).toBe('Ready to transact');
  expect(part(page)).toContain('Stripe will need later: Tax ID (company.tax_id).');
});

test.each<readonly [string, StripeKeyCheck, string]>([
  [
    'in review, with what',
    keyOf({}, { pendingVerification: ['individual.verification.document'] }),
    'Stripe is verifying: Proof of identity (individual.verification.document). No action needed.',
  ],
  [
    'in review without saying what',
    keyOf({ payoutsEnabled: false }, { disabledReason: 'under_review' }),
    'Stripe is reviewing the account (under_review). No action needed.',
  ],
  [
    'in review because of a name',
    keyOf({ payoutsEnabled: false }, { disabledReason: 'listed' }),
    'Stripe is checking lists of prohibited persons (listed). No action needed.',
  ],
])('%s', async (_, stripeKey, text) => {
  const page = await open(stripeKey);
  expect(textAt(page, 'readiness')).toBe('In review');
  expect(elementAt(page, 'readiness')?.props['variant']).toBe('warning');
  expect(part(page)).toContain(text);
  expect(textAt(page, 'verdict-stripeAccount')).toBe('Review');
});

test('action needed: what is due and by when, in the time zone of the portal', async () => {
  const due = { currentlyDue: ['external_account', 'person_1.dob.day'], deadlineSeconds: DEADLINE };
  const page = await open(keyOf({}, due));
  expect(textAt(page, 'readiness')).toBe('Action needed');
  expect(elementAt(page, 'readiness')?.props['variant']).toBe('danger');
  expect(part(page)).toContain(
    'Stripe needs: Bank account for payouts (external_account), Date of birth (day) (person_1.dob.day).',
  );
  expect(part(page)).toContain('Due by Jan 1, 2027.');
  expect(part(page)).not.toContain('The deadline has passed.');
  const elsewhere = await open(keyOf({}, due), { timeZone: 'America/New_York', locale: 'de-de' });
  expect(part(elsewhere)).toContain('Due by 31.12.2026.');
});

test("action needed: the overdue first, and Stripe's reasons once each", async () => {
  const page = await open(
    keyOf(
      { payoutsEnabled: false },
      {
        currentlyDue: ['email', 'external_account'],
        pastDue: ['external_account'],
        disabledReason: 'requirements.past_due',
        errors: ['The document is expired.', 'The document is expired.'],
      },
    ),
  );
  expect(part(page)).toContain(
    'Disabled: requested information is overdue (requirements.past_due).\nStripe needs: Bank account for payouts (external_account), Email (email).\nThe deadline has passed.\nThe document is expired.\nOpen account',
  );
});

test("an unknown requirement is shown with Stripe's name", async () => {
  const page = await open(keyOf({}, { currentlyDue: ['company.orbital_licence'] }));
  expect(part(page)).toContain('Stripe needs: company.orbital_licence.');
});

test.each([
  ['rejected.fraud', 'Disabled: Stripe suspects fraud (rejected.fraud).'],
  ['rejected.solar_flare', 'Disabled: rejected.solar_flare.'],
])('disabled by Stripe (%s) without requirements', async (disabledReason, why) => {
  const page = await open(
    keyOf({ chargesEnabled: false, payoutsEnabled: false }, { disabledReason }),
  );
  expect(textAt(page, 'readiness')).toBe('Action needed');
  expect(part(page)).toContain(
    `${why}\nStripe doesn't request any information. Open the account in Stripe`,
  );
});

test('an account with missing details says so, not that Stripe disabled it', async () => {
  const page = await open(keyOf({ detailsSubmitted: false, chargesEnabled: false }, {}));
  expect(textAt(page, 'readiness')).toBe('Action needed');
  expect(part(page)).toContain("The account details haven't been submitted yet.");
  expect(part(page)).not.toContain("doesn't request");
});

test("where there are only Stripe's reasons, they are listed alone", async () => {
  const page = await open(keyOf({}, { errors: ['The name does not match the document.'] }));
  expect(part(page)).toContain('The name does not match the document.');
  expect(part(page)).not.toContain("doesn't request");
});

test.each([
  [true, true, 'Enabled', 'Enabled'],
  [false, true, 'Disabled', 'Enabled'],
  [true, false, 'Enabled', 'Disabled'],
])('charges on: %s, payouts on: %s', async (chargesEnabled, payoutsEnabled, charges, payouts) => {
  const page = await open(keyOf({ chargesEnabled, payoutsEnabled }, {}));
  expect([textAt(page, 'charges'), textAt(page, 'payouts')]).toEqual([charges, payouts]);
});

test("an account that the key cannot read: Stripe's message, the next step, and that figures don't need it", async () => {
  const detail = 'The key needs rak_accounts_kyc_basic_read.';
  const error = { code: 'stripe-permission', detail } as const;
  const page = await open(usableKey({ account: { isReadable: false, error } }));
  expect(textAt(page, 'readiness')).toBe("Can't be read with this key");
  expect(textAt(page, 'account-problem')).toBe(
    `Your Stripe key is missing a permission. Edit the key in Stripe, then sync again.\nDetails\n${detail}`,
  );
  expect(part(page)).toContain("Figures don't depend on it.");
  expect(textAt(page, 'settlement-currencies')).toBe('USD');
  expect(textAt(page, 'verdict-stripeAccount')).toBe('Review');
});

test('an account that Stripe failed to return is not blamed on the key', async () => {
  const error = { code: 'stripe-rate-limited' } as const;
  const page = await open(usableKey({ account: { isReadable: false, error } }));
  expect(textAt(page, 'readiness')).toBe("Couldn't be read");
  expect(textAt(page, 'account-problem')).toContain('Try again in a minute.');
});

test('an account whose requirements the key cannot read', async () => {
  const page = await open(
    usableKey({ account: { isReadable: true, ...accountFacts({ requirements: null }) } }),
  );
  expect(textAt(page, 'readiness')).toBe("Can't be read with this key");
  expect(part(page)).toContain('Northwind');
  expect(part(page)).toContain("Figures don't depend on it.");
});

test('missing account details are shown as missing', async () => {
  const page = await open(keyOf({ name: null, country: null }));
  expect(part(page)).toContain("Name\nNo name\nCountry\nCouldn't be read");
});

test.each([
  [{ isReadable: true, codes: ['eur', 'usd'] } as const, 'EUR, USD'],
  [{ isReadable: true, codes: [] } as const, 'None yet'],
])('settlement currencies %o are %s', async (settlementCurrencies, text) => {
  const page = await open(usableKey({ settlementCurrencies }));
  expect(textAt(page, 'settlement-currencies')).toBe(text);
});

test('settlement currencies that the key cannot read', async () => {
  const error = { code: 'stripe-permission' } as const;
  const page = await open(usableKey({ settlementCurrencies: { isReadable: false, error } }));
  expect(part(page)).toContain("Settlement currencies\nCouldn't be read");
});

test.each([
  ['test', 'acct_1', 'https://dashboard.stripe.com/acct_1/test/settings/account'],
  ['live', 'acct_1', 'https://dashboard.stripe.com/acct_1/settings/account'],
] as const)('in %s mode the link leads to %s', async (mode, id, url) => {
  const account = { isReadable: true, ...accountFacts({ id }) } as const;
  const page = await open(usableKey({ mode, account }));
  const urls = page.findAll(Link).map(({ props }) => (props.href as { url: string }).url);
  expect(urls).toContain(url);
});

test('an account without an id of the usual form has no link', async () => {
  const page = await open(keyOf({ id: '../../evil' }));
  const urls = page.findAll(Link).map(({ props }) => (props.href as { url: string }).url);
  expect(urls.filter((url) => url.includes('evil') || url.includes('settings/account'))).toEqual(
    [],
  );
  expect(isShown(page, 'readiness')).toBe(true);
});

test.each([
  [{ isReadable: true, areSeen: true }, 'Yes. Net on records is before them'],
  [{ isReadable: true, areSeen: false }, 'None seen'],
] as const)('account-level fees %o are %s', async (accountFees, text) => {
  const page = await open(usableKey({ accountFees }));
  expect(textAt(page, 'account-fees')).toBe(text);
});
