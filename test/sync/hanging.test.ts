import { PROPERTY_NAMES } from '@stripe-payments/core';
import * as z from 'zod/mini';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMain } from '../../src/app/functions/lib/handle.ts';
import { createWarmMemory } from '../../src/app/packages/sync/src/wire.ts';
import { wireSetup } from '../../src/app/packages/sync/src/wire-setup.ts';
import { getPayments } from '../../src/app/packages/sync/src/use-cases/get-payments.ts';
import { checkSetup } from '../../src/app/packages/sync/src/use-cases/setup/check-setup.ts';
import { syncPayments } from '../../src/app/packages/sync/src/use-cases/sync-payments.ts';
import { viewed } from './fake-ports.ts';
import type { AnswerTo } from './services.ts';
import { EMPTY_LIST, ENVIRONMENT, NEVER, nothingAt, serve, settled, wired } from './services.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The platform ends a function after 15 s; a cold start and the reply need some of it. */
const BUDGET_MS = 13_000;

const properties = {
  ...Object.fromEntries(PROPERTY_NAMES.map((name) => [name, null])),
  hs_object_id: viewed.recordId,
  createdate: viewed.createdAt,
  stripe_customer_id: 'cus_1',
};

const account = { companyCurrency: 'USD', timeZone: 'US/Eastern' };

/** A HubSpot with one deal; its searches find nothing. */
const hubSpot: AnswerTo = ({ path }) => {
  if (path.startsWith('/account-info')) return { status: 200, body: account };
  if (path.startsWith('/crm/associations')) {
    return { status: 200, body: { results: [{ from: { id: viewed.recordId }, to: [] }] } };
  }
  return path.endsWith('/search')
    ? { status: 200, body: { results: [] } }
    : { status: 200, body: { id: viewed.recordId, properties } };
};

const isStripe = (path: string): boolean => path.startsWith('/v1/');

describe('a Stripe that never answers', () => {
  const stripeHangs: AnswerTo = (sent) => (isStripe(sent.path) ? NEVER : hubSpot(sent));

  test('a card view ends in time', async () => {
    serve(stripeHangs);
    const { error, elapsedMs } = await settled(getPayments(wired(), viewed));
    expect(error).toMatchObject({ code: 'timeout' });
    expect(elapsedMs).toBeLessThanOrEqual(BUDGET_MS - 2_500);
  });

  test('leaves a sync time to note the failure', async () => {
    const requests = serve(stripeHangs);
    const { error, elapsedMs } = await settled(syncPayments(wired(), viewed));
    expect(error).toMatchObject({ code: 'timeout' });
    const writes = requests.filter(({ method }) => method === 'PATCH');
    expect(writes.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { properties: { stripe_sync_error: expect.stringMatching(/./) as unknown } },
    ]);
    expect(elapsedMs).toBeLessThanOrEqual(BUDGET_MS - 2_500);
  });

  test('and a write that hangs as well end a sync within the budget', async () => {
    serve((sent) => (sent.method === 'PATCH' ? NEVER : stripeHangs(sent)));
    const { error, elapsedMs } = await settled(syncPayments(wired(), viewed));
    expect(error).toMatchObject({ code: 'timeout' });
    expect(elapsedMs).toBeLessThanOrEqual(BUDGET_MS);
  });
});

test('a write that hangs is unconfirmed and not repeated', async () => {
  const stripe = { status: 200, body: { object: 'customer', id: 'cus_1', deleted: true } };
  const requests = serve((sent) => {
    if (sent.method === 'PATCH') return NEVER;
    if (!isStripe(sent.path)) return hubSpot(sent);
    return sent.path === '/v1/customers/cus_1' ? stripe : nothingAt(sent.path);
  });
  const { error, elapsedMs } = await settled(syncPayments(wired(), viewed));
  expect(error).toMatchObject({ code: 'write-unconfirmed' });
  expect(elapsedMs).toBeLessThanOrEqual(BUDGET_MS);
  const bodies = requests.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
  expect(new Set(bodies).size).toBe(1);
});

describe('a check of the setup', () => {
  const check = () => {
    const runtime = {
      environment: ENVIRONMENT,
      clock: { nowMs: () => Date.now() },
      elapsedMs: () => performance.now(),
      random: () => 0,
    };
    return settled(checkSetup(wireSetup(runtime, createWarmMemory())));
  };

  test('reports that Stripe does not answer', async () => {
    serve(({ path }) => (isStripe(path) ? NEVER : { status: 200, body: { results: [] } }));
    const { value, elapsedMs } = await check();
    expect(value?.stripeKey).toMatchObject({
      status: 'unusable',
      error: { code: 'stripe-unreachable' },
    });
    expect(value?.properties.isReadable).toBe(true);
    expect(elapsedMs).toBeLessThanOrEqual(BUDGET_MS);
  });

  test('reports that HubSpot does not answer', async () => {
    serve(({ path }) => (isStripe(path) ? EMPTY_LIST : NEVER));
    const { value, elapsedMs } = await check();
    for (const part of [value?.crm, value?.properties]) {
      expect(part).toMatchObject({ isReadable: false, error: { code: 'hubspot-unreachable' } });
    }
    expect(elapsedMs).toBeLessThanOrEqual(BUDGET_MS);
  });
});

test('a function replies before the platform ends it, whichever call hangs', async () => {
  vi.stubEnv('STRIPE_SECRET_KEY', ENVIRONMENT.STRIPE_SECRET_KEY);
  vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', ENVIRONMENT.PRIVATE_APP_ACCESS_TOKEN);
  vi.spyOn(console, 'log').mockReturnValue();
  const main = createMain('get-payments', z.looseObject({}), () => NEVER);
  const context = {
    propertiesToSend: { hs_object_id: viewed.recordId, createdate: viewed.createdAt },
    parameters: { objectType: 'deal' },
  };
  const { value, elapsedMs } = await settled(main(context));
  expect(value).toMatchObject({ ok: false, error: { code: 'timeout' } });
  expect(elapsedMs).toBeCloseTo(13_800, 0);
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
