import { afterEach, expect, test } from 'vitest';
import { setFunctionEnvironment } from '../../../sandbox/dev/function-environment.ts';

const environment = process.env;

afterEach(() => {
  process.env = environment;
});

const endpoints = {
  accessToken: 'pat-of-the-app',
  writeKey: null,
  stripeUrl: 'http://127.0.0.1:1',
  hubspotUrl: 'http://127.0.0.1:2',
};

test.each([
  { secretKey: null, isThere: false },
  { secretKey: 'rk_test_some', isThere: true },
])('a function finds a key: $isThere', ({ secretKey, isThere }) => {
  process.env = { ...environment, STRIPE_SECRET_KEY: 'sk_test_fromBefore' };
  setFunctionEnvironment(
    { ...endpoints, secretKey },
    { stripe: { kind: 'sandbox' }, hubspot: { kind: 'sandbox' } },
  );
  expect('STRIPE_SECRET_KEY' in process.env).toBe(isThere);
  if (isThere) expect(process.env['STRIPE_SECRET_KEY']).toBe(secretKey);
  expect(process.env['HUBSPOT_API_BASE_URL']).toBe('http://127.0.0.1:2');
});

test('the real HubSpot is called at its own URL', () => {
  process.env = { ...environment };
  setFunctionEnvironment(
    { ...endpoints, secretKey: null },
    { stripe: { kind: 'sandbox' }, hubspot: { kind: 'real', accessToken: 'pat-of-the-app' } },
  );
  expect(process.env['HUBSPOT_API_BASE_URL']).toBe('');
});

test.each([
  ['has none', null, undefined],
  ['has that of the built-in Stripe', 'rk_test_demo', 'rk_test_demo'],
  ['keeps its own with a real Stripe account', undefined, 'rk_test_ofTheUser'],
])('the key with which a function acts: it %s', (_, writeKey, expected) => {
  process.env = { ...environment, STRIPE_WRITE_KEY: 'rk_test_ofTheUser' };
  setFunctionEnvironment(
    { ...endpoints, secretKey: 'rk_test_some', writeKey },
    { stripe: { kind: 'sandbox' }, hubspot: { kind: 'sandbox' } },
  );
  expect(process.env['STRIPE_WRITE_KEY']).toBe(expected);
});
