import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { errorOf, SECRET_KEY, startSandbox } from './start-sandbox.ts';

const KEY = 'rk_test_narrow0001';

test('the list of keys shows each one masked, with its permissions', async () => {
  const { control } = await startSandbox();
  await control('POST', '/keys', { key: KEY, permissions: ['charge_read', 'customer_write'] });
  await control('POST', '/keys', { key: 'sk_org_test_0001', permissions: ['event_read'] });
  const text = await (await control('GET', '/keys')).text();
  expect(JSON.parse(text)).toEqual({
    keys: [
      {
        key: `sk_test_${'*'.repeat(27)}Only`,
        kind: 'secret',
        permissions: 'all',
        state: 'active',
        expiresAtMs: null,
      },
      {
        key: `pk_test_${'*'.repeat(27)}Only`,
        kind: 'publishable',
        permissions: 'all',
        state: 'active',
        expiresAtMs: null,
      },
      {
        key: 'rk_test_******0001',
        kind: 'restricted',
        permissions: ['charge_read', 'customer_write'],
        state: 'active',
        expiresAtMs: null,
      },
      {
        key: 'sk_org_test_0001',
        kind: 'organization',
        permissions: ['event_read'],
        state: 'active',
        expiresAtMs: null,
      },
    ],
  });
  expect(text).not.toContain(SECRET_KEY);
});

test('the permissions of a key change while it is in use', async () => {
  const { clientFor, control } = await startSandbox();
  await control('POST', '/keys', { key: KEY, permissions: ['charge_read'] });
  const stripe = clientFor(KEY);
  await stripe.charges.list();
  await control('PUT', '/keys/permissions', { key: KEY, permissions: ['customer_read'] });
  await stripe.customers.list();
  expect((await errorOf(stripe.charges.list())).message).toContain("'rak_charge_read'");
});

test.each<['POST' | 'PUT', string, object]>([
  ['POST', '/keys', { key: KEY, permissions: ['charges_read'] }],
  ['POST', '/keys', { key: KEY, permissions: ['rak_charge_read'] }],
  ['POST', '/keys', { key: KEY, permissions: ['charge'] }],
  ['POST', '/keys', { key: KEY }],
  ['POST', '/keys', { key: 'sk_test_another', permissions: ['charge_read'] }],
  ['POST', '/keys', { key: 'rk_live_narrow0001', permissions: [] }],
  ['POST', '/keys', { key: 'sk_org_live_0001' }],
  ['POST', '/keys', { key: 'whsec_0001' }],
  ['POST', '/keys', { key: KEY, permissions: [], more: 1 }],
  ['PUT', '/keys/permissions', { key: SECRET_KEY, permissions: ['charge_read'] }],
  ['PUT', '/keys/permissions', { key: 'rk_test_unknown', permissions: ['charge_read'] }],
  ['POST', '/keys/expire', { key: 'rk_test_unknown' }],
  ['POST', '/keys/revoke', { key: 'rk_test_unknown' }],
  ['POST', '/keys/roll', { key: SECRET_KEY, newKey: 'rk_test_0002' }],
])('%s %s refuses %j', async (method, path, body) => {
  const { control, keys } = await startSandbox();
  const before = keys.list();
  expect((await control(method, path, body)).status).toBe(400);
  expect(keys.list()).toEqual(before);
});

test('an expired key is a 401 with a code of its own', async () => {
  const { clientFor, control, keys } = await startSandbox();
  keys.add(KEY, ['charge_read']);
  await control('POST', '/keys/expire', { key: KEY });
  const error = await errorOf(clientFor(KEY).charges.list());
  expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  expect(error).toMatchObject({
    statusCode: 401,
    code: 'api_key_expired',
    message: 'Expired API Key provided: rk_test_******0001',
  });
});

test('a revoked key is answered like an unknown one', async () => {
  const { clientFor, control, keys } = await startSandbox();
  keys.add(KEY, ['charge_read']);
  await control('POST', '/keys/revoke', { key: KEY });
  const error = await errorOf(clientFor(KEY).charges.list());
  expect(error).toMatchObject({
    statusCode: 401,
    code: undefined,
    message: 'Invalid API Key provided: rk_test_******0001',
  });
  expect(keys.list().at(-1)).toMatchObject({ state: 'revoked' });
});

test('a rolled key works until it expires, its successor at once', async () => {
  const { clientFor, control, keys, clock } = await startSandbox();
  keys.add(KEY, ['charge_read']);
  const rolled = { key: KEY, newKey: 'rk_test_narrow0002', inMs: 60_000 };
  expect((await control('POST', '/keys/roll', rolled)).status).toBe(200);
  await clientFor(KEY).charges.list();
  await clientFor('rk_test_narrow0002').charges.list();
  clock.advanceBy(60_000);
  expect((await errorOf(clientFor(KEY).charges.list())).code).toBe('api_key_expired');
  const successor = clientFor('rk_test_narrow0002');
  await successor.charges.list();
  expect((await errorOf(successor.customers.list())).statusCode).toBe(403);
});

test('a publishable key is named as one, and an unknown one is invalid', async () => {
  const { clientFor } = await startSandbox();
  const known = await errorOf(
    clientFor('pk_test_sandbox51DemoKeyForLocalUseOnly').balance.retrieve(),
  );
  expect(known).toBeInstanceOf(Stripe.errors.StripePermissionError);
  expect(known).toMatchObject({
    statusCode: 403,
    code: 'secret_key_required',
    message:
      'This API call cannot be made with a publishable API key. Please use a secret API key. ' +
      'You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
  });
  const unknown = await errorOf(clientFor('pk_test_unknown0001').balance.retrieve());
  expect(unknown).toMatchObject({ statusCode: 401, code: undefined });
});

test.each(['sk_org_0001', 'sk_org_test_0001'])(
  'the key %s of an organization needs the account it is meant for',
  async (key) => {
    const { clientFor, keys, account } = await startSandbox();
    keys.add(key, ['charge_read']);
    const stripe = clientFor(key);
    const without = await errorOf(stripe.charges.list());
    expect(without).toMatchObject({
      statusCode: 400,
      message:
        'Please include the Stripe-Context header with your target account when using an ' +
        'Organization API key.',
    });
    const context = { stripeContext: account.row.id };
    await expect(stripe.charges.list({}, context)).resolves.toMatchObject({ object: 'list' });
    expect((await errorOf(stripe.customers.list({}, context))).statusCode).toBe(403);
    const elsewhere = await errorOf(stripe.charges.list({}, { stripeContext: 'acct_other' }));
    expect(elsewhere).toMatchObject({ statusCode: 403, code: 'account_invalid' });
  },
);

test('a refusal can be worded by the name of the permission', async () => {
  const { clientFor, control, keys, account } = await startSandbox();
  keys.add(KEY, []);
  expect((await control('PUT', '/permissions', { wording: 'named' })).status).toBe(200);
  const error = await errorOf(clientFor(KEY).prices.list());
  expect(error).toMatchObject({
    statusCode: 403,
    code: 'more_permissions_required',
    message:
      `Permission denied. The provided key 'rk_test_******0001' does not have the required ` +
      `permissions for this endpoint on account '${account.row.id}'. Enabling Prices Read ` +
      `('plan_read') permissions on this key would allow this request to continue. You can edit ` +
      `permissions at https://dashboard.stripe.com/b/${account.row.id}?destination=%2Fapikeys`,
  });
});
