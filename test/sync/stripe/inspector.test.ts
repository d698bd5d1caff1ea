import { STRIPE_PERMISSIONS } from '@stripe-payments/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createBudget } from '../../../src/app/packages/sync/src/http/budget.ts';
import { createTransport } from '../../../src/app/packages/sync/src/http/transport.ts';
import {
  createStripeClient,
  createStripeRateLimit,
} from '../../../src/app/packages/sync/src/stripe/client.ts';
import { createStripeInspector } from '../../../src/app/packages/sync/src/stripe/inspector.ts';
import { failureOf } from '../fake-ports.ts';

const list = { object: 'list', data: [], has_more: false, url: '/v1/x' };
const ACCOUNT = {
  object: 'account',
  id: 'acct_1',
  charges_enabled: true,
  payouts_enabled: false,
  details_submitted: true,
};
const BALANCE = {
  object: 'balance',
  available: [{ currency: 'usd' }, { currency: 'eur' }],
  pending: [{ currency: 'usd' }, { currency: 'gbp' }],
};

const asked: string[] = [];

/** A Stripe whose answers are given by the path; a list is the answer to everything else. */
function inspector(answers: Readonly<Record<string, object>> = {}, status = 200) {
  const all: Readonly<Record<string, object>> = {
    '/v1/account': ACCOUNT,
    '/v1/balance': BALANCE,
    ...answers,
  };
  vi.stubGlobal('fetch', (url: string) => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    return Promise.resolve(Response.json(all[pathname] ?? list, { status }));
  });
  const transport = createTransport({
    budget: createBudget(60_000, () => performance.now()),
    rateLimit: createStripeRateLimit('live'),
    random: () => 0,
    attemptMs: 1_000,
    maxRetries: 0,
  });
  const stripe = createStripeClient({
    secretKey: 'rk_test_x',
    mode: 'test',
    apiBaseUrl: undefined,
    transport,
  });
  return createStripeInspector({
    stripe,
    mode: 'test',
    kind: 'restricted',
    isWebhookSecret: () => false,
  });
}

afterEach(() => {
  asked.length = 0;
  vi.unstubAllGlobals();
});

test('each permission has a call of its own', async () => {
  const stripe = inspector();
  for (const permission of STRIPE_PERMISSIONS) await stripe.probe(permission);
  expect(new Set(asked).size).toBe(STRIPE_PERMISSIONS.length);
});

test('a repeated question is answered without a call', async () => {
  const stripe = inspector();
  await Promise.all([
    stripe.account(),
    stripe.account(),
    stripe.probe('accounts_kyc_basic_read'),
    stripe.settlementCurrencies(),
    stripe.probe('balance_read'),
  ]);
  expect(asked.toSorted()).toEqual(['/v1/account', '/v1/balance']);
});

test('available and pending currencies are listed once', async () => {
  expect(await inspector().settlementCurrencies()).toEqual(['usd', 'eur', 'gbp']);
});

describe('an account', () => {
  test('with few readable fields is reported with those fields', async () => {
    expect(await inspector().account()).toEqual({
      id: 'acct_1',
      name: null,
      country: null,
      currency: null,
      chargesEnabled: true,
      payoutsEnabled: false,
      detailsSubmitted: true,
      requirements: null,
    });
  });

  test.each([
    [{ business_profile: { name: 'Northwind' }, settings: { dashboard: {} } }, 'Northwind'],
    [{ business_profile: { name: ' ' }, settings: { dashboard: { display_name: 'Nw' } } }, 'Nw'],
    [{ settings: { dashboard: { display_name: null } } }, null],
    [{ settings: {} }, null],
    [{ settings: null, business_profile: null }, null],
  ])('with %j is called %j', async (fields, name) => {
    const stripe = inspector({ '/v1/account': { ...ACCOUNT, ...fields } });
    expect((await stripe.account()).name).toBe(name);
  });

  test.each([[{}], [{ errors: null, currently_due: null }]])(
    'with requirements %j has none',
    async (requirements) => {
      const stripe = inspector({ '/v1/account': { ...ACCOUNT, requirements } });
      expect((await stripe.account()).requirements).toEqual({
        currentlyDue: [],
        pastDue: [],
        eventuallyDue: [],
        pendingVerification: [],
        deadlineSeconds: null,
        disabledReason: null,
        errors: [],
      });
      expect((await stripe.probe('accounts_kyc_basic_read')).status).toBe('present');
    },
  );
});

// Stripe's client takes any JSON without an `error` for what was asked for, whatever the status is.
describe.each([200, 401, 502])("a gateway's own JSON, with status %i,", (status) => {
  const strange = (body: object) => {
    const paths = ['account', 'balance', 'charges'].map((name) => [`/v1/${name}`, body]);
    return inspector(Object.fromEntries(paths) as Record<string, object>, status);
  };

  test.each([{ message: 'No.' }, [], { object: 'error' }, { object: 'list' }])(
    "is not taken as Stripe's answer: %j",
    async (body) => {
      const stripe = strange(body);
      const code = status === 200 ? 'stripe-wrong-answer' : 'stripe-unreachable';
      expect((await failureOf(stripe.account())).code).toBe(code);
      expect((await failureOf(stripe.settlementCurrencies())).code).toBe(code);
      if (!('object' in body && body.object === 'list')) {
        expect(await stripe.probe('charge_read')).toMatchObject({ status: 'unknown' });
      }
    },
  );
});
