import type { StripePermission, Verdict } from '@stripe-payments/core';
import { readinessOf, STRIPE_PERMISSIONS, verdictsOf } from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SITUATIONS } from '../../sandbox/stripe/account/situations.ts';
import { SANDBOX_STRIPE_KEY } from '../../sandbox/world/world.ts';
import { forgetRequests, isWrite, named, requestsOf } from './requests.ts';
import type { SetupWorld } from './setup-world.ts';
import { reportOf, startSetupWorld, usable } from './setup-world.ts';

// Made for this file; they open nothing.
const COMPLETE = 'rk_test_51Q7setupCompleteKd8VbXw2LmNpT4yGh6';
const LACKING = 'rk_test_51Q7setupLackingKd8VbXw2LmNpT4yGh6';
const REVOKED = 'rk_test_51Q7setupRevokedKd8VbXw2LmNpT4yGh6';
const EXPIRED = 'rk_test_51Q7setupExpiredKd8VbXw2LmNpT4yGh6';

const LACKED: readonly StripePermission[] = ['charge_read', 'coupon_read', 'balance_read'];

let world: SetupWorld;

const withKey = (key: string) => ({ STRIPE_SECRET_KEY: key });

beforeAll(async () => {
  world = await startSetupWorld();
  const { stripe } = world;
  for (const key of [COMPLETE, REVOKED, EXPIRED]) {
    await stripe.send('POST', '/keys', { key, permissions: STRIPE_PERMISSIONS });
  }
  const permissions = STRIPE_PERMISSIONS.filter((permission) => !LACKED.includes(permission));
  await stripe.send('POST', '/keys', { key: LACKING, permissions });
  await stripe.send('POST', '/keys/revoke', { key: REVOKED });
  await stripe.send('POST', '/keys/expire', { key: EXPIRED });
});

afterAll(() => world.close());

beforeEach(async () => {
  await Promise.all([world.stripe.clearFaults(), world.hubspot.clearFaults()]);
  await world.stripe.send('PUT', '/account', {});
  await forgetRequests(world);
});

describe('a key that cannot be used', () => {
  test.each([
    ['is missing', '', 'not-configured'],
    ['is blank', '   ', 'not-configured'],
    ['is publishable', 'pk_test_sandbox51DemoKeyForLocalUseOnly', 'stripe-key-wrong-kind'],
    ['is of an organization', 'sk_org_test_51Q7setupOrganization', 'stripe-key-wrong-kind'],
    ['is a text', 'the key that Anna has', 'stripe-key-wrong-kind'],
    ['is not known to Stripe', 'sk_test_51Q7setupUnknownKd8VbXw2LmN', 'stripe-key-invalid'],
    ['was revoked', REVOKED, 'stripe-key-invalid'],
    ['has expired', EXPIRED, 'stripe-key-invalid'],
  ])('%s: the rest is still reported', async (_name, key, code) => {
    const report = await reportOf(world, withKey(key));
    expect(report.stripeKey).toMatchObject({ status: 'unusable', error: { code } });
    expect(verdictsOf(report)).toEqual({
      stripeKey: 'blocked',
      stripeAccount: 'blocked',
      crm: 'done',
      properties: 'done',
    });
  });

  test('of the wrong kind is not sent anywhere', async () => {
    await reportOf(world, withKey('pk_test_sandbox51DemoKeyForLocalUseOnly'));
    expect(await world.stripe.requests()).toEqual([]);
  });
});

describe('a key that can be used', () => {
  test('restricted and complete is ready, and each permission is tested once', async () => {
    const report = await reportOf(world, withKey(COMPLETE));
    const { mode, kind, permissions, account, settlementCurrencies } = usable(report.stripeKey);
    expect({ mode, kind }).toEqual({ mode: 'test', kind: 'restricted' });
    expect(permissions).toEqual(
      STRIPE_PERMISSIONS.map((permission) => ({ permission, status: 'present' })),
    );
    expect(account).toMatchObject({ isReadable: true, name: 'Northwind Supply', country: 'US' });
    expect(settlementCurrencies).toEqual({ isReadable: true, codes: ['usd', 'eur'] });
    expect(verdictsOf(report).stripeKey).toBe('done');
    const asked = named(await world.stripe.requests());
    // One of them is asked for account-level fees as well, of two types.
    expect(asked).toHaveLength(STRIPE_PERMISSIONS.length + 2);
    expect(new Set(asked).size).toBe(STRIPE_PERMISSIONS.length);
  });

  test('full raises a warning, and no permission is tested', async () => {
    const report = await reportOf(world, withKey(SANDBOX_STRIPE_KEY));
    expect(usable(report.stripeKey)).toMatchObject({ kind: 'full', mode: 'test' });
    expect(verdictsOf(report).stripeKey).toBe('attention');
    expect(named(await world.stripe.requests())).toEqual([
      'GET /v1/account',
      'GET /v1/balance',
      'GET /v1/balance_transactions',
      'GET /v1/balance_transactions',
    ]);
  });

  test("without some permissions names them with Stripe's message", async () => {
    for (const wording of ['rak', 'named']) {
      await world.stripe.send('PUT', '/permissions', { wording });
      const { stripeKey } = await reportOf(world, withKey(LACKING));
      const missing = usable(stripeKey).permissions.filter(({ status }) => status !== 'present');
      expect(missing.map(({ permission, status }) => [permission, status])).toEqual(
        STRIPE_PERMISSIONS.filter((permission) => LACKED.includes(permission)).map((permission) => [
          permission,
          'missing',
        ]),
      );
      for (const { permission, detail } of missing) expect(detail).toContain(permission);
      expect(usable(stripeKey).settlementCurrencies).toMatchObject({
        isReadable: false,
        error: { code: 'stripe-permission' },
      });
    }
    await world.stripe.send('PUT', '/permissions', { wording: 'rak' });
  });

  test('without any permission is usable, and everything is missing', async () => {
    const key = 'rk_test_51Q7setupEmptyKd8VbXw2LmNpT4yGh6';
    await world.stripe.send('POST', '/keys', { key, permissions: [] });
    const { permissions } = usable((await reportOf(world, withKey(key))).stripeKey);
    expect(permissions.map(({ status }) => status)).toEqual(
      STRIPE_PERMISSIONS.map(() => 'missing'),
    );
  });

  test('with unneeded write permissions is ready', async () => {
    const key = 'rk_test_51Q7setupWritingKd8VbXw2LmNpT4yGh6';
    const permissions = STRIPE_PERMISSIONS.map((permission) =>
      permission === 'charge_read' ? 'charge_write' : permission,
    );
    await world.stripe.send('POST', '/keys', { key, permissions });
    expect(verdictsOf(await reportOf(world, withKey(key))).stripeKey).toBe('done');
  });

  test('in an account that hides its details from restricted keys leaves them unknown', async () => {
    await world.stripe.send('PUT', '/account', { restricted_keys: 'without-details' });
    const { permissions, account } = usable((await reportOf(world, withKey(COMPLETE))).stripeKey);
    expect(account).toMatchObject({ isReadable: true, country: null, requirements: null });
    expect(permissions.at(-1)).toEqual({
      permission: 'accounts_kyc_basic_read',
      status: 'unknown',
    });
    const { account: seen } = usable((await reportOf(world)).stripeKey);
    expect(seen).toMatchObject({ isReadable: true, country: 'US' });
  });
});

test.each(SITUATIONS)(
  'an account that is %s is reported as Stripe describes it',
  async (situation) => {
    const EXPECTED: Readonly<Record<string, Verdict>> = {
      ready: 'done',
      'future-requirements': 'done',
    };
    const REVIEWED = ['in-review', 'in-review-disabled', 'capabilities-pending', 'under-review'];
    await world.stripe.send('PUT', '/account', { situation });
    const report = await reportOf(world, withKey(COMPLETE));
    const { account } = usable(report.stripeKey);
    if (!account.isReadable) throw new Error('The account cannot be read.');
    expect(verdictsOf(report).stripeAccount).toBe(EXPECTED[situation] ?? 'attention');
    const { status } = readinessOf(account);
    if (situation in EXPECTED) expect(status).toBe('ready');
    else if ([...REVIEWED, 'listed'].includes(situation)) expect(status).toBe('in-review');
    else expect(status).toBe('action-needed');
  },
);

describe('where Stripe fails', () => {
  const hubspotIsDone = { crm: 'done', properties: 'done' };

  test.each([
    ['drops every connection', { drop: true }, 'stripe-unreachable'],
    ['answers 503', { status: 503 }, 'stripe-unreachable'],
    [
      'limits requests',
      { status: 429, body: { error: { message: 'Too many requests.' } } },
      'stripe-rate-limited',
    ],
  ])('because it %s, the key is reported so and HubSpot is checked', async (_name, fault, code) => {
    await world.stripe.fault({ pathPattern: '^/v1/', ...fault });
    const report = await reportOf(world, withKey(COMPLETE));
    expect(report.stripeKey).toMatchObject({ status: 'unusable', error: { code } });
    expect(verdictsOf(report)).toMatchObject(hubspotIsDone);
  });

  test('at one endpoint, one permission is not tested and the others are reported', async () => {
    await world.stripe.fault({ pathPattern: '^/v1/invoices$', status: 500 });
    const { permissions } = usable((await reportOf(world, withKey(COMPLETE))).stripeKey);
    expect(permissions.filter(({ status }) => status !== 'present')).toEqual([
      { permission: 'invoice_read', status: 'unknown' },
    ]);
  });

  test('once everywhere, the calls are retried', async () => {
    await world.stripe.fault({
      pathPattern: '^/v1/',
      times: STRIPE_PERMISSIONS.length,
      status: 502,
    });
    expect(verdictsOf(await reportOf(world, withKey(COMPLETE))).stripeKey).toBe('done');
  });
});

test('a check writes nothing, at Stripe or in HubSpot', async () => {
  await reportOf(world, withKey(COMPLETE));
  const wrote = (await requestsOf(world)).filter(isWrite).map(({ path }) => path);
  expect(wrote).toEqual(['/oauth/v2/private-apps/get/access-token-info']);
});
