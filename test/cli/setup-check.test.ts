import type { ObjectType } from '@stripe-payments/core';
import {
  actingDeclarations,
  createKeyUrl,
  PERMISSION_NAMES,
  STRIPE_PERMISSIONS,
  propertyNamesOf,
} from '@stripe-payments/core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createManualClock } from '../../sandbox/http/clock.ts';
import { serveOnLoopback } from '../../sandbox/http/serve.ts';
import { createStripeSandbox } from '../../sandbox/stripe/index.ts';
import { SANDBOX_STRIPE_KEY } from '../../sandbox/world/world.ts';
import { NOW_MS } from '../functions/harness.ts';
import { inVirtualTime } from '../functions/in-virtual-time.ts';
import type { SetupWorld } from './setup-harness.ts';
import { startSetupWorld } from './setup-harness.ts';

const LACKING_KEY = 'rk_test_51Q7setupLacksHu5WcEo1SxRtY7vBn3MkAj0ZpLi8';
const LACKED: readonly string[] = ['dispute_read', 'coupon_read', 'accounts_kyc_basic_read'];

let fresh: SetupWorld;
let ready: SetupWorld;

beforeAll(async () => {
  [fresh, ready] = await Promise.all([startSetupWorld(), startSetupWorld({ isSetUp: true })]);
  await ready.stripe.send('POST', '/keys', {
    key: LACKING_KEY,
    permissions: STRIPE_PERMISSIONS.filter((permission) => !LACKED.includes(permission)),
  });
});

afterEach(async () => {
  for (const world of [fresh, ready]) {
    await world.stripe.clearFaults();
    await world.hubspot.clearFaults();
    await world.stripe.send('PUT', '/account', {});
    world.world.hubspot.tokens.reinstall();
    world.world.hubspot.behavior.reset();
  }
});
beforeAll(inVirtualTime);
afterAll(() => Promise.all([fresh.close(), ready.close()]));

test('a check of a fresh account says what is done, what is missing and what to do next', async () => {
  const { code, said, err } = await fresh.run([]);
  expect(code).toBe(1);
  expect(err).toBe('');
  expect(said).toMatch(/^Test mode\. Figures are from Stripe's test mode, not real money\./);
  expect(said).toContain('Checked Nov 22, 2026, 1:00 PM (Europe/Rome)');
  expect(said).toContain('✓ Stripe key Done Read from the environment Key type Restricted key');
  expect(said).toContain('Permissions 15 of 15');
  expect(said).toContain('✓ Stripe account Done Name Northwind Supply Country United States');
  expect(said).toContain('✓ HubSpot account Done Account 4242, Standard account');
  expect(said).toContain('Scopes granted 13 of 13');
  const count = (type: ObjectType): string => String(propertyNamesOf(type).length);
  expect(said).toContain(
    `✗ Properties To do Deals ${count('deal')} missing Contacts ${count('contact')} missing Companies ${count('company')} missing`,
  );
  expect(said).toMatch(
    /1 step left before payments can sync\. Next: Run `npm run setup -- apply` to review [^.]+\.$/,
  );
});

test('a check changes nothing', async () => {
  await fresh.stripe.forgetRequests();
  await fresh.hubspot.forgetRequests();
  await fresh.run([]);
  const stripe = await fresh.stripe.requests();
  expect(stripe.length).toBeGreaterThanOrEqual(STRIPE_PERMISSIONS.length);
  expect(stripe.filter(({ method }) => method !== 'GET')).toEqual([]);
  const hubspot = await fresh.hubspot.requests();
  const posted = hubspot.filter(({ method }) => method !== 'GET').map(({ path }) => path);
  expect(posted).toEqual(['/oauth/v2/private-apps/get/access-token-info']);
});

test('a check of a complete account says so in the last line, with code 0', async () => {
  const { code, said } = await ready.run(['check']);
  expect(code).toBe(0);
  expect(said).toContain(
    `✓ Properties Done Deals All ${String(propertyNamesOf('deal').length)} present`,
  );
  expect(said).toMatch(/Setup is complete\. Cards show your payments\.$/);
  expect(said).not.toContain('dashboard.stripe.com');
});

test("each missing permission has Stripe's name and what doesn't work without it", async () => {
  const { code, said } = await ready.run([], { environment: { STRIPE_SECRET_KEY: LACKING_KEY } });
  expect(code).toBe(1);
  expect(said).toContain('✗ Stripe key To do');
  expect(said).toContain('Permissions 12 of 15');
  expect(said).toContain(
    "The key is missing permissions. Without it: Disputes Disputes and dispute fees can't be read. " +
      "Coupons MRR can't be calculated for discounted subscriptions. " +
      "Basic Business Contact Information (optional) The account and its status aren't shown here",
  );
  expect(said).toContain("Status Can't be read with this key");
  expect(said).toMatch(/Next: Give the key the missing permissions in Stripe, then check again\.$/);
});

test('a key guide has a whole link and the list of permissions', async () => {
  const { out, said } = await ready.run([], { environment: { STRIPE_SECRET_KEY: LACKING_KEY } });
  expect(out.split('\n').map((line) => line.trim())).toContain(createKeyUrl('test'));
  for (const permission of STRIPE_PERMISSIONS) expect(said).toContain(PERMISSION_NAMES[permission]);
});

test('a full key is a warning, not an obstacle', async () => {
  const { code, said } = await ready.run([], {
    environment: { STRIPE_SECRET_KEY: SANDBOX_STRIPE_KEY },
  });
  expect(code).toBe(0);
  expect(said).toContain('! Stripe key Review');
  expect(said).toContain('Key type Secret key');
  expect(said).toContain('This key has full access. Anyone with this key can move money');
  expect(said).toMatch(/1 item to review\. You can sync in the meantime\.$/);
});

test.each([
  ['none', '', 'No Stripe key found. Set STRIPE_SECRET_KEY'],
  ['a publishable one', 'pk_test_51Q7setupPublishable', "isn't a secret or restricted key"],
  ['one that Stripe does not know', 'rk_test_51Q7setupUnknown', "Stripe doesn't accept this key."],
])('%s instead of a key is named, with links for both modes', async (_name, key, words) => {
  const { code, said } = await ready.run([], { environment: { STRIPE_SECRET_KEY: key } });
  expect(code).toBe(1);
  expect(said).toContain(words);
  expect(said).toContain('Create a live key in Stripe: https://');
  expect(said).toContain('Create a test key in Stripe: https://');
  expect(said).toContain('✗ Stripe account To do Shown once the key works.');
});

test('a live key is announced first', async () => {
  const live = createStripeSandbox({
    clock: createManualClock(NOW_MS),
    seed: 1,
    monotonicNowMs: () => performance.now(),
    livemode: true,
  });
  const server = await serveOnLoopback(live.app);
  const key = 'rk_live_51Q7setupLive';
  live.keys.add(key, [...STRIPE_PERMISSIONS]);
  const { out, code } = await ready.run([], {
    environment: { STRIPE_SECRET_KEY: key, STRIPE_API_BASE_URL: server.url },
  });
  await server.close();
  expect(code).toBe(0);
  expect(out).toMatch(/^Live mode\.\n/);
  expect(out).not.toMatch(/test mode/i);
});

test("Stripe's requirements are described, with the deadline and a link", async () => {
  await ready.stripe.send('PUT', '/account', { situation: 'due-soon' });
  const { code, said } = await ready.run([]);
  expect(code).toBe(0);
  expect(said).toContain('! Stripe account Review');
  expect(said).toContain('Status Action needed Stripe needs: Tax ID (company.tax_id)');
  expect(said).toContain('Due by Dec 6, 2026.');
  expect(said).toMatch(/Open account in Stripe: https:\/\/dashboard\.stripe\.com\/acct_\w+\/test/);
});

test('an account that Stripe disabled shows charges and payouts off, with the reason', async () => {
  await ready.stripe.send('PUT', '/account', { situation: 'past-due' });
  const { said } = await ready.run([]);
  expect(said).toContain('Charges Disabled Payouts Disabled');
  expect(said).toContain('Disabled: requested information is overdue (requirements.past_due).');
  expect(said).toContain('The deadline has passed.');
});

test('a scope that the installation lacks is named, with what to do', async () => {
  const { tokens } = ready.world.hubspot;
  const granted = tokens.required.filter((scope) => scope !== 'crm.schemas.companies.write');
  tokens.grant(undefined, granted);
  const { code, said } = await ready.run([]);
  expect(code).toBe(1);
  expect(said).toContain('Scopes granted 12 of 13');
  expect(said).toContain('when it was installed: crm.schemas.companies.write.');
  expect(said).toContain('npx hs project install-app --account 4242 --force');
  expect(said).toMatch(/Next: Reinstall the app with the command above, then check again\.$/);
});

test("where HubSpot doesn't list the scopes, those that could not be tested are named", async () => {
  ready.world.hubspot.behavior.change({ accessTokenInfo: 'not-found' });
  const { code, said } = await ready.run([]);
  expect(code).toBe(0);
  expect(said).toContain(
    "HubSpot doesn't say whether these are granted: crm.schemas.deals.read, crm.schemas.contacts.read, crm.schemas.companies.read.",
  );
});

test('records whose figures are of the other mode are counted', async () => {
  const { records } = ready.world.hubspot.store;
  ready.edit('9001', { stripe_mode: 'live' });
  records.letSearchKnow();
  const { code, said } = await ready.run([]);
  ready.edit('9001', { stripe_mode: '' });
  records.letSearchKnow();
  expect(code).toBe(0);
  expect(said).toContain(
    'Some records hold figures from Live mode: 1 deal. A sync with the current key',
  );
});

test('a check says what the app may do at Stripe, and what that needs', async () => {
  expect((await ready.run([])).said).toContain(
    'Actions Off. To request and refund payments from records, run `npm run actions -- on`.',
  );
  const files = Object.fromEntries(Object.keys(actingDeclarations()).map((name) => [name, '{}']));
  const { said } = await ready.run([], { environment: { ACTIONS: 'links,refunds' }, files });
  expect(said).toContain(
    'Actions Actions are part of the project: payment links, refunds. The property stripe_confirmation is missing, so the card Stripe actions refuses everything. Create it: `npm run setup -- apply` Only the uploaded app has STRIPE_WRITE_KEY',
  );
});

const OUTAGE = { status: 503, body: { error: { type: 'api_error', message: 'Out of order.' } } };

test.each([
  ['HubSpot', 'hubspot', "✗ HubSpot account To do HubSpot couldn't be reached.", 'Stripe'],
  ['Stripe', 'stripe', "Stripe couldn't be reached.", 'HubSpot'],
] as const)(
  '%s unreachable exits with code 3 and reports the rest',
  async (_name, service, words, rest) => {
    await ready[service].fault(OUTAGE);
    const { code, said } = await ready.run([]);
    expect(code).toBe(3);
    expect(said).toContain(words);
    expect(said).toContain(`✓ ${rest} account Done`);
    expect(said).toMatch(/Next: Run it again in a minute\.$/);
  },
);

test('the Italian report is all Italian, with Italian dates', async () => {
  const { said } = await fresh.run(['--lang', 'it']);
  expect(said).toMatch(/^Modalità di test\. /);
  expect(said).toContain('Controllato 22 nov 2026, 13:00 (Europe/Rome)');
  expect(said).toContain("✓ Chiave Stripe Completato Letta da variabili d'ambiente");
  expect(said).toContain('Paese Stati Uniti');
  expect(said).toContain(`Trattative ${String(propertyNamesOf('deal').length)} mancanti`);
  expect(said).toMatch(
    /Prossimo passaggio: Esegui `npm run setup -- apply` per verificare [^.]+\.$/,
  );
  expect(said).not.toMatch(/\b(?:the|missing|Next|Done)\b/);
});

test('control sequences in an account name are not printed', async () => {
  const name = `Acme\u001b[2J \u202eevil ${'long '.repeat(2_000)}`;
  await ready.stripe.send('PUT', '/account', { business_name: name });
  const { out, said } = await ready.run([]);
  expect(said).toMatch(/Name Acme evil long (?:long )+[^ ]*… Country/);
  expect(out).not.toMatch(/[\u001b\u202e]/);
  expect(out.length).toBeLessThan(3_000);
});
