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
    'Charges',
    'Enabled',
    'Payouts',
    'Enabled',
    'Open the account in Stripe',
  ]);
  expect(elementAt(page, 'readiness')?.props['variant']).toBe('success');
});

test('a ready account of which Stripe will ask more later', async () => {
  const page = await open(keyOf({}, { eventuallyDue: ['company.tax_id'] }));
  expect(textAt(page, 'readiness')).toBe('Ready to transact');
  expect(part(page)).toContain('Later Stripe will ask for: Tax number (company.tax_id).');
});

test.each<readonly [string, StripeKeyCheck, string]>([
  [
    'in review, with what',
    keyOf({}, { pendingVerification: ['individual.verification.document'] }),
    'Stripe is checking: Proof of identity (individual.verification.document). There is nothing for you to do.',
  ],
  [
    'in review without saying what',
    keyOf({ payoutsEnabled: false }, { disabledReason: 'under_review' }),
    'Stripe is looking at the account (under_review). There is nothing for you to do.',
  ],
  [
    'in review because of a name',
    keyOf({ payoutsEnabled: false }, { disabledReason: 'listed' }),
    'Stripe is comparing a name with lists of prohibited persons (listed). There is nothing for you to do.',
  ],
])('%s', async (_, stripeKey, text) => {
  const page = await open(stripeKey);
  expect(textAt(page, 'readiness')).toBe('In review');
  expect(elementAt(page, 'readiness')?.props['variant']).toBe('warning');
  expect(part(page)).toContain(text);
  expect(textAt(page, 'verdict-stripeAccount')).toBe('Have a look');
});

test('action needed: what is due and by when, in the time zone of the portal', async () => {
  const due = { currentlyDue: ['external_account', 'person_1.dob.day'], deadlineSeconds: DEADLINE };
  const page = await open(keyOf({}, due));
  expect(textAt(page, 'readiness')).toBe('Action needed');
  expect(elementAt(page, 'readiness')?.props['variant']).toBe('danger');
  expect(part(page)).toContain(
    'Stripe asks for: Bank account for payouts (external_account), Date of birth (day) (person_1.dob.day).',
  );
  expect(part(page)).toContain('By Jan 1, 2027.');
  expect(part(page)).not.toContain('The time for it is over.');
  const elsewhere = await open(keyOf({}, due), { timeZone: 'America/New_York', locale: 'de-de' });
  expect(part(elsewhere)).toContain('By 31.12.2026.');
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
    'Stopped: what Stripe asked for is overdue (requirements.past_due).\nStripe asks for: Bank account for payouts (external_account), E-mail address (email).\nThe time for it is over.\nThe document is expired.\nOpen the account',
  );
});

test('a requirement that nobody knows is named as Stripe names it', async () => {
  const page = await open(keyOf({}, { currentlyDue: ['company.orbital_licence'] }));
  expect(part(page)).toContain('Stripe asks for: company.orbital_licence.');
});

test.each([
  ['rejected.fraud', 'Stopped: Stripe suspects fraud (rejected.fraud).'],
  ['rejected.solar_flare', 'Stopped: rejected.solar_flare.'],
])('stopped by Stripe (%s) without asking for anything', async (disabledReason, why) => {
  const page = await open(
    keyOf({ chargesEnabled: false, payoutsEnabled: false }, { disabledReason }),
  );
  expect(textAt(page, 'readiness')).toBe('Action needed');
  expect(part(page)).toContain(
    `${why}\nStripe asks for nothing that would change this. Open the account in Stripe`,
  );
});

test('an account whose details were never handed in is told so, not that Stripe stopped it', async () => {
  const page = await open(keyOf({ detailsSubmitted: false, chargesEnabled: false }, {}));
  expect(textAt(page, 'readiness')).toBe('Action needed');
  expect(part(page)).toContain("The account's details were not handed in yet.");
  expect(part(page)).not.toContain('asks for nothing');
});

test("where only Stripe's reasons are there, they stand alone", async () => {
  const page = await open(keyOf({}, { errors: ['The name does not match the document.'] }));
  expect(part(page)).toContain('The name does not match the document.');
  expect(part(page)).not.toContain('asks for nothing');
});

test.each([
  [true, true, 'Enabled', 'Enabled'],
  [false, true, 'Stopped', 'Enabled'],
  [true, false, 'Enabled', 'Stopped'],
])('charges on: %s, payouts on: %s', async (chargesEnabled, payoutsEnabled, charges, payouts) => {
  const page = await open(keyOf({ chargesEnabled, payoutsEnabled }, {}));
  expect([textAt(page, 'charges'), textAt(page, 'payouts')]).toEqual([charges, payouts]);
});

test("an account that the key may not read: Stripe's words, the next step, and that figures do not need it", async () => {
  const detail = 'The key needs rak_accounts_kyc_basic_read.';
  const error = { code: 'stripe-permission', detail } as const;
  const page = await open(usableKey({ account: { isReadable: false, error } }));
  expect(textAt(page, 'readiness')).toBe('Not readable with this key');
  expect(textAt(page, 'account-problem')).toBe(
    `The Stripe key lacks a permission. ${detail} Add the permission to the restricted key in the Stripe dashboard.`,
  );
  expect(part(page)).toContain('The figures do not depend on it.');
  expect(textAt(page, 'settlement-currencies')).toBe('USD');
  expect(textAt(page, 'verdict-stripeAccount')).toBe('Have a look');
});

test('an account that Stripe did not give just now is not blamed on the key', async () => {
  const error = { code: 'stripe-rate-limited' } as const;
  const page = await open(usableKey({ account: { isReadable: false, error } }));
  expect(textAt(page, 'readiness')).toBe('Could not be read');
  expect(textAt(page, 'account-problem')).toContain('Try again in a minute.');
});

test('an account whose requirements the key may not see', async () => {
  const page = await open(
    usableKey({ account: { isReadable: true, ...accountFacts({ requirements: null }) } }),
  );
  expect(textAt(page, 'readiness')).toBe('Not readable with this key');
  expect(part(page)).toContain('Northwind');
  expect(part(page)).toContain('The figures do not depend on it.');
});

test('what an account does not say is said to be missing', async () => {
  const page = await open(keyOf({ name: null, country: null }));
  expect(part(page)).toContain('Name\nWithout a name\nCountry\nCould not be read');
});

test.each([
  [{ isReadable: true, codes: ['eur', 'usd'] } as const, 'EUR, USD'],
  [{ isReadable: true, codes: [] } as const, 'None yet'],
])('settlement currencies %o are %s', async (settlementCurrencies, text) => {
  const page = await open(usableKey({ settlementCurrencies }));
  expect(textAt(page, 'settlement-currencies')).toBe(text);
});

test('settlement currencies that the key may not see', async () => {
  const error = { code: 'stripe-permission' } as const;
  const page = await open(usableKey({ settlementCurrencies: { isReadable: false, error } }));
  expect(part(page)).toContain('Settlement currencies\nCould not be read');
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
