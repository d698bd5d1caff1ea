import type { ErrorCode, RepliedFailure } from '@stripe-payments/core';
import { PROPERTY_NAMES } from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CallOptions, FunctionsWorld } from './harness.ts';
import { sentFor, startFunctionsWorld } from './harness.ts';
import { startHubSpotWith } from './other-hubspot.ts';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests, isWrite, requestsOf } from './requests.ts';
import { loadMain } from './run-main.ts';

const TOKEN = 'pat-na1-a-token-with-fewer-scopes';
const READ = 'crm.objects.deals.read';
const WRITE = 'crm.objects.deals.write';

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterAll(() => world.close());

beforeEach(async () => {
  await world.hubspot.clearFaults();
  await forgetRequests(world);
});

async function withScopes(scopes: readonly string[]) {
  const other = await startHubSpotWith(world, TOKEN, scopes);
  onTestFinished(() => other.close());
  const environment = { PRIVATE_APP_ACCESS_TOKEN: TOKEN, HUBSPOT_API_BASE_URL: other.url };
  return { other, environment };
}

async function bothFail(
  dealId: string,
  options: CallOptions,
  code: ErrorCode,
): Promise<RepliedFailure> {
  const error = failureOf(await world.getPayments(dealId, options));
  expect(error).toMatchObject({ code, nextStep: expect.stringMatching(/\.$/) as string });
  expect(error.message).toMatch(/\.$/);
  expect(failureOf(await world.syncPayments(dealId, options)).code).toBe(code);
  expect(await world.stripe.requests()).toEqual([]);
  expect((await requestsOf(world)).filter(isWrite)).toEqual([]);
  return error;
}

test('without the scope that reads deals both functions report hubspot-permission', async () => {
  const { environment } = await withScopes(['oauth', WRITE]);
  const { scopes } = await bothFail('9001', { environment }, 'hubspot-permission');
  expect(scopes).toContain(READ);
});

test('without the scope that writes deals the card works, and a sync reports the missing scope', async () => {
  const { other, environment } = await withScopes(['oauth', READ]);
  succeeded(await world.getPayments('9001', { environment }));
  const error = failureOf(await world.syncPayments('9001', { environment }));
  expect(error.code).toBe('hubspot-permission');
  expect(error.scopes).toContain(WRITE);
  expect(other.store.valueOf('deals', '9001', 'stripe_net_amount')).toBeNull();
});

test('without the scope that reads the account only the deal amount is not compared', async () => {
  const { other, environment } = await withScopes([READ, WRITE]);
  other.store.updateObject('deals', '9006', { deal_currency_code: '' });
  const { view } = succeeded(await world.syncPayments('9006', { environment }));
  expect(view).toMatchObject({ dealAmount: 'not-comparable', problems: [] });
  expect(other.store.valueOf('deals', '9006', 'stripe_net_amount')).toBe('1456.20');
});

test.each([
  ['a token that HubSpot does not know', 'pat-na1-revoked-long-ago-0000'],
  ['no token', ''],
])('%s', async (_name, token) => {
  const environment = { PRIVATE_APP_ACCESS_TOKEN: token };
  await bothFail('9001', { environment }, 'hubspot-unauthorized');
});

test('an archived deal is not found', async () => {
  const propertiesToSend = sentFor(world.world, '9053');
  world.world.hubspot.store.records.archive('deals', '9053');
  await bothFail('9053', { propertiesToSend }, 'record-not-found');
});

test('a deal that never existed is not found', async () => {
  const propertiesToSend = { hs_object_id: '424242', createdate: '2026-01-01T00:00:00Z' };
  await bothFail('424242', { propertiesToSend }, 'record-not-found');
});

describe('before setup', () => {
  test('both functions report missing properties, without a Stripe call', async () => {
    const bare = await startFunctionsWorld({ isSetUp: false });
    onTestFinished(() => bare.close());
    const seen = failureOf(await bare.getPayments('9001'));
    expect(seen).toMatchObject({ code: 'not-set-up', nextStep: expect.any(String) as string });
    const { code, properties } = failureOf(await bare.syncPayments('9001'));
    expect(code).toBe('not-set-up');
    expect(properties).toEqual(PROPERTY_NAMES);
    expect(await bare.stripe.requests()).toEqual([]);
    expect((await requestsOf(bare)).filter(isWrite)).toEqual([]);
  });

  test('a deleted property stops a sync with its name, and the card still works', async () => {
    const other = await startFunctionsWorld();
    onTestFinished(() => other.close());
    other.world.hubspot.store.properties('deals').archive('stripe_fee_rate');
    succeeded(await other.getPayments('9001'));
    const error = failureOf(await other.syncPayments('9001'));
    expect(error).toMatchObject({ code: 'not-set-up', properties: ['stripe_fee_rate'] });
    expect((await requestsOf(other)).filter(isWrite)).toEqual([]);
  });
});

test("a value that HubSpot refuses is reported with HubSpot's message, also on the record", async () => {
  const message = 'Property values were not valid: [{"name":"stripe_match"}]';
  await world.hubspot.fault({
    method: 'PATCH',
    times: 1,
    status: 400,
    body: { status: 'error', message, correlationId: 'c-77', category: 'VALIDATION_ERROR' },
  });
  const error = failureOf(await world.syncPayments('9003', { main: loadMain('sync-payments') }));
  expect(error).toMatchObject({ code: 'hubspot-refused', detail: message, requestId: 'c-77' });
  expect(world.storedOf('9003')).toMatchObject({
    stripe_net_amount: null,
    stripe_sync_error: expect.stringContaining(message) as string,
  });
});
