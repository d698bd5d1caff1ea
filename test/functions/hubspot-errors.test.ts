import type { ErrorCode, RepliedFailure } from '@stripe-payments/core';
import { labelsOf, propertyNamesOf } from '@stripe-payments/core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { STORY_IDS } from '../../sandbox/seed/index.ts';
import type { CallOptions, FunctionsWorld } from './harness.ts';
import { sentFor, startFunctionsWorld } from './harness.ts';
import { startHubSpotWith } from './other-hubspot.ts';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests, isWrite, patchedProperties, requestsOf } from './requests.ts';
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
    expect(properties).toEqual(propertyNamesOf('deal'));
    expect(await bare.stripe.requests()).toEqual([]);
    expect((await requestsOf(bare)).filter(isWrite)).toEqual([]);
  });
});

describe('a property that is archived', () => {
  async function withArchived(objectType: 'deals' | 'contacts', name: string) {
    const other = await startFunctionsWorld();
    onTestFinished(() => other.close());
    other.world.hubspot.store.properties(objectType).archive(name);
    return other;
  }

  test('is named, and the others are saved', async () => {
    const other = await withArchived('deals', 'stripe_fee_rate');
    succeeded(await other.getPayments('9001'));
    const { changes, view } = succeeded(await other.syncPayments('9001'));
    expect(view.notes).toContainEqual({
      kind: 'properties-archived',
      labels: labelsOf(['stripe_fee_rate']),
    });
    expect(changes.map(({ name }) => name)).not.toContain('stripe_fee_rate');
    expect(other.storedOf('9001')).toMatchObject({ stripe_net_amount: '4660.20' });
    expect(succeeded(await other.syncPayments('9001')).changes).toEqual([]);
  });

  test.each([
    ['stripe_customer_id', 'deals'],
    ['stripe_payment_ids', 'deals'],
    ['stripe_settlement_currency', 'deals'],
    ['stripe_last_synced_at', 'deals'],
    ['stripe_customer_id', 'contacts'],
  ] as const)('stops a sync where it decides the figures: %s of %s', async (name, objectType) => {
    const other = await withArchived(objectType, name);
    const error = failureOf(await other.syncPayments(STORY_IDS.oneDeal.deal));
    expect(error).toMatchObject({ code: 'property-archived', properties: [name] });
    const written = (await requestsOf(other)).filter(isWrite).map(patchedProperties);
    expect(Object.keys(Object.assign({}, ...written) as object)).not.toContain('stripe_net_amount');
  });

  test('stops the card and linking where it is the one that links', async () => {
    const other = await withArchived('deals', 'stripe_customer_id');
    const replies = [
      await other.getPayments('9001'),
      await other.linkPayments('9001', { parameters: { action: 'search', query: 'Ada' } }),
    ];
    expect(replies.map((reply) => failureOf(reply).code)).toEqual([
      'property-archived',
      'property-archived',
    ]);
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
