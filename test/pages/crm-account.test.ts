import { openChecked } from './setup-page.tsx';
import type { CrmCheck, SetupReport } from '@stripe-payments/core';
import { REQUIRED_SCOPES } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { crmCheck, usableKey } from '../builders/setup-report.ts';
import { checked } from '../builders/setup-replies.ts';
import type { SetupPage } from './setup-page.tsx';
import { elementAt, isShown, textAt } from './texts-at.ts';

const open = (crm: SetupReport['crm']): Promise<SetupPage> =>
  openChecked({ checks: [checked({ crm })] });

const account = {
  isReadable: true,
  portalId: 4_242,
  accountType: 'DEVELOPER_TEST',
  timeZone: 'Europe/Rome',
  currency: 'EUR',
  additionalCurrencies: ['USD', 'JPY'],
} as const;

const scopesWith = (
  status: 'missing' | 'unknown',
  ...names: readonly string[]
): CrmCheck['scopes'] =>
  REQUIRED_SCOPES.map(({ name }) => ({ name, status: names.includes(name) ? status : 'granted' }));

test('names the account, its kind, scopes, currencies and time zone', async () => {
  const page = await open(crmCheck({ account }));
  const all = String(REQUIRED_SCOPES.length);
  expect(textAt(page, 'portal')).toBe('4242, Developer test account');
  expect(textAt(page, 'scopes')).toBe(`${all} of ${all}`);
  expect(textAt(page, 'currencies')).toBe('EUR, USD, JPY');
  expect(textAt(page, 'time-zone')).toBe('Europe/Rome');
  expect(textAt(page, 'verdict-crm')).toBe('Done');
  for (const alert of ['missing-scopes', 'unknown-scopes', 'other-mode', 'crm-problem']) {
    expect(isShown(page, alert)).toBe(false);
  }
});

test('names what depends on the HubSpot plan, and what works without it', async () => {
  const page = await open(crmCheck());
  const text = textAt(page, 'part-crm');
  expect(text).toContain(
    'app functions, which need an Enterprise subscription or a developer test account',
  );
  expect(text).toMatch(/endpoints \(Content Hub Enterprise\).*work without them/);
});

test.each([
  [
    'cannot be reached',
    'hubspot-unreachable',
    "Couldn't read or update HubSpot\nHubSpot couldn't be reached. Try again in a minute.",
  ],
  [
    'does not take the token',
    'hubspot-unauthorized',
    "Couldn't read or update HubSpot\nHubSpot didn't",
  ],
  ['ran out of time', 'timeout', "Couldn't read or update HubSpot\n"],
] as const)('HubSpot that %s is shown with the next step', async (_, code, text) => {
  const page = await open({ isReadable: false, error: { code } });
  expect(textAt(page, 'crm-problem')).toContain(text);
  expect(textAt(page, 'verdict-crm')).toBe('To do');
  expect(isShown(page, 'scopes')).toBe(false);
});

test('missing scopes are named, with the command that installs the app again', async () => {
  const page = await open(
    crmCheck({
      scopes: scopesWith('missing', 'crm.schemas.deals.write', 'crm.objects.companies.write'),
    }),
  );
  const all = REQUIRED_SCOPES.length;
  expect(textAt(page, 'scopes')).toBe(`${String(all - 2)} of ${String(all)}`);
  const alert = textAt(page, 'missing-scopes');
  expect(alert).toMatch(/^Scopes are missing\n/);
  for (const name of ['crm.schemas.deals.write', 'crm.objects.companies.write']) {
    expect(alert).toContain(name);
  }
  expect(alert).not.toContain('crm.objects.deals.read');
  expect(alert).toContain('npx hs project install-app');
  expect(elementAt(page, 'missing-scopes')?.props['variant']).toBe('danger');
  expect(textAt(page, 'verdict-crm')).toBe('To do');
});

test('unknown scopes are not called missing', async () => {
  const page = await open(crmCheck({ scopes: scopesWith('unknown', 'crm.objects.deals.write') }));
  expect(textAt(page, 'unknown-scopes')).toBe(
    "HubSpot doesn't say whether these are granted: crm.objects.deals.write.",
  );
  expect(isShown(page, 'missing-scopes')).toBe(false);
  expect(textAt(page, 'verdict-crm')).toBe('Review');
});

test('an account with unreadable details says why and hides nothing else', async () => {
  const page = await open(
    crmCheck({ account: { isReadable: false, error: { code: 'hubspot-permission' } } }),
  );
  for (const fact of ['portal', 'currencies', 'time-zone']) {
    expect(textAt(page, fact)).toBe("Couldn't be read");
  }
  expect(textAt(page, 'account-facts-problem')).toBe(
    'The app is missing a HubSpot scope. Add the scope to the app, run "npm run upload", then reinstall the app.',
  );
  expect(isShown(page, 'scopes')).toBe(true);
  expect(textAt(page, 'verdict-crm')).toBe('Review');
});

const counts = [
  { objectType: 'deal', synced: 7, ofOtherMode: 3 },
  { objectType: 'contact', synced: 2, ofOtherMode: 0 },
  { objectType: 'company', synced: 1, ofOtherMode: 1 },
] as const;

test.each([
  ['test', 'Some records hold figures from Live mode'],
  ['live', 'Some records hold figures from Test mode'],
] as const)('records of the other mode are counted under a %s key', async (mode, title) => {
  const page = await openChecked({
    checks: [
      checked({
        stripeKey: usableKey({ mode }),
        crm: crmCheck({ records: { isReadable: true, counts } }),
      }),
    ],
  });
  expect(textAt(page, 'other-mode')).toBe(
    `${title}\n3 deals, 1 company. A sync with the current key replaces these figures. Linked IDs from the other mode aren't found.`,
  );
  expect(textAt(page, 'verdict-crm')).toBe('Review');
});

test.each([
  ['there are none', { isReadable: true, counts: [{ ...counts[1] }] } as const, usableKey()],
  [
    'they could not be counted',
    { isReadable: false, error: { code: 'hubspot-rate-limited' } } as const,
    usableKey(),
  ],
  [
    'there is no key to compare them with',
    { isReadable: true, counts } as const,
    { status: 'unusable', error: { code: 'not-configured' } } as const,
  ],
])('the other mode is not mentioned where %s', async (_, records, stripeKey) => {
  const page = await openChecked({ checks: [checked({ stripeKey, crm: crmCheck({ records }) })] });
  expect(isShown(page, 'other-mode')).toBe(false);
});
