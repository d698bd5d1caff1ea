import { companyWithContacts, dealWithContacts } from '../../bench/accounts.ts';
import { roundTrips } from '../../bench/measure.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { seedManyPayments } from '../../sandbox/seed/index.ts';
import type { FunctionsWorld } from './harness.ts';
import { NOW_MS, startFunctionsWorld } from './harness.ts';
import { paymentRecordsIn } from './payment-records.ts';
import { failureOf, succeeded } from './replies.ts';
import { forgetRequests, isWrite, named, requestsOf } from './requests.ts';
import { askRange } from './catching-up.ts';
import { consoleLines, loadMain } from './run-main.ts';

const LATENCY_MS = 150;
const DAY_MS = 24 * 60 * 60 * 1_000;
const ONE_RECORD = [
  'GET /v1/account',
  'GET /v1/balance_transactions',
  'GET /v1/charges',
  'GET /v1/charges/search',
  'GET /v1/checkout/sessions',
  'GET /v1/customers/search',
  'GET /v1/events',
  'GET /v1/invoices',
  'GET /v1/invoices/search',
  'GET /v1/payment_intents',
  'GET /v1/payment_intents/search',
  'GET /v1/subscription_schedules',
  'GET /v1/subscriptions',
  'GET /v1/subscriptions/search',
];

/** Each test is for one customer, whose id is in the path. */
const withoutIds = (requests: readonly string[]): readonly string[] =>
  requests.filter((request) => !/\/v1\/customers\/cus_/.test(request));

const RIVAL_SEARCH = 'POST /crm/objects/2026-03/0-3/search';

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
});

afterAll(() => world.close());

beforeEach(async () => {
  await Promise.all([world.stripe.clearFaults(), world.hubspot.clearFaults()]);
  await forgetRequests(world);
});

afterEach(() => {
  vi.useRealTimers();
});

async function slowDown(): Promise<void> {
  await Promise.all([world.stripe.setLatency(LATENCY_MS), world.hubspot.setLatency(LATENCY_MS)]);
}

test('a card view reads and never writes, at Stripe or in HubSpot', async () => {
  for (const dealId of ['9001', '9005', '9014', '9024', '9041', '9043', '9044']) {
    succeeded(await world.getPayments(dealId));
  }
  succeeded(await world.getPayments('9001', { parameters: { objectType: 'deal', dryRun: false } }));
  expect((await requestsOf(world)).filter(isWrite)).toEqual([]);
});

test('a linked customer without disputes takes one list and one search per kind, its name, the account and its fees', async () => {
  const main = loadMain('get-payments');
  succeeded(await world.getPayments('9001', { main }));
  expect(withoutIds(named(await world.stripe.requests()))).toEqual(ONE_RECORD);
  const asked = named(await world.hubspot.requests());
  expect([...asked].sort()).toEqual([
    'GET /crm/objects/2026-03/0-3/9001',
    'POST /crm/associations/2026-03/0-3/0-101/batch/read',
    RIVAL_SEARCH,
  ]);
});

test('a warm process without the scope asks for payment records once', async () => {
  const main = loadMain('get-payments');
  for (const deal of ['9001', '9001']) succeeded(await world.getPayments(deal, { main }));
  const asked = named(await world.hubspot.requests());
  expect(asked.filter((request) => request.includes('0-101'))).toHaveLength(1);
});

test.each([
  ['a deal with five contacts', 20, () => dealWithContacts(world.world, 5, NOW_MS)],
  ['a company of fifty contacts', 100, () => companyWithContacts(world.world, 50, NOW_MS)],
])('%s is read in at most %i Stripe calls', async (_name, most, create) => {
  const { recordId, objectType } = create();
  await forgetRequests(world);
  const { view } = succeeded(await world.getPayments(recordId, { objectType }));
  expect(view.continuation).toBeNull();
  expect(view.summary.paymentCount).toBe(objectType === 'deal' ? 5 : 50);
  expect((await world.stripe.requests()).length).toBeLessThanOrEqual(most);
});

test.each([
  ['just now', 0],
  ['yesterday', DAY_MS],
])(
  'of five payers the one whose payment waits for them since %s is found',
  async (_when, agoMs) => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS });
    const { stripe } = world.world;
    const { recordId, customerIds } = dealWithContacts(world.world, 5, NOW_MS);
    stripe.world.awaitCustomer({
      amount: 4_200,
      currency: 'usd',
      awaits: 'boleto',
      customer: customerIds[3] ?? '',
      atMs: NOW_MS - agoMs,
    });
    const { view } = succeeded(await world.getPayments(recordId));
    expect(view.problems).toEqual([]);
    expect(view.payments.filter(({ status }) => status === 'waiting')).toHaveLength(1);
  },
);

test('a warm process reads the account once', async () => {
  const main = loadMain('get-payments');
  succeeded(await world.getPayments('9001', { main }));
  await forgetRequests(world);
  succeeded(await world.getPayments('9002', { main }));
  expect(withoutIds(named(await world.stripe.requests()))).toEqual(ONE_RECORD.slice(2));
});

test('the facts of the account are read once, by a view only where the deal has no currency', async () => {
  world.edit('9006', { deal_currency_code: '' });
  const main = loadMain('get-payments');
  const { view } = succeeded(await world.getPayments('9006', { main }));
  expect(view.dealAmount).toEqual({ minor: 620_000, currency: 'usd' });
  expect(named(await world.hubspot.requests())).toContain('GET /account-info/2026-03/details');
  await forgetRequests(world);
  succeeded(await world.getPayments('9006', { main }));
  expect(named(await world.hubspot.requests())).toEqual([
    'GET /crm/objects/2026-03/0-3/9006',
    RIVAL_SEARCH,
  ]);
});

test('all reads from Stripe run at the same time', async () => {
  await slowDown();
  succeeded(await world.getPayments('9001'));
  const requests = await world.stripe.requests();
  expect(withoutIds(named(requests))).toEqual(ONE_RECORD);
  const lastBegins = Math.max(...requests.map(({ startedMs }) => startedMs));
  const firstEnds = Math.min(...requests.map(({ endedMs }) => endedMs));
  expect(lastBegins).toBeLessThan(firstEnds);
});

test('a sync of a customer with twenty payments is at most six round trips long', async () => {
  const customer = seedManyPayments(world.world.stripe.world, {
    count: 20,
    fromMs: NOW_MS - 40 * DAY_MS,
    untilMs: NOW_MS - DAY_MS,
  });
  world.edit('9042', { stripe_customer_id: customer.id });
  await slowDown();
  const { view } = succeeded(await world.syncPayments('9042'));
  expect(view.payments).toHaveLength(20);
  expect(roundTrips(await requestsOf(world))).toBeLessThanOrEqual(6);
});

test.each(['9014', '9021', '9024'])(
  'disputes and many refunds of deal %s take at most one more round trip',
  async (dealId) => {
    await slowDown();
    succeeded(await world.syncPayments(dealId));
    expect(roundTrips(await requestsOf(world))).toBeLessThanOrEqual(6);
  },
);

// The record, Stripe, the record again to compare, the write, and the record to confirm it.
test('a linked deal takes five round trips to sync', async () => {
  await slowDown();
  succeeded(await world.syncPayments('9036'));
  expect(roundTrips(await requestsOf(world))).toBe(5);
});

// The records of the payments are compared beside the record; new ones are made and associated before the write.
test.each(['custom-object', 'hubspot-payments'] as const)(
  'a sync with payment records (%s) takes five round trips, the first one seven',
  async (kind) => {
    const keeping = await startFunctionsWorld();
    try {
      await paymentRecordsIn(() => keeping, kind).turnOn();
      await Promise.all(
        [keeping.stripe, keeping.hubspot].map((side) => side.setLatency(LATENCY_MS)),
      );
      const trips: number[] = [];
      for (let sync = 0; sync < 2; sync += 1) {
        await forgetRequests(keeping);
        succeeded(await keeping.syncPayments('9036'));
        trips.push(roundTrips(await requestsOf(keeping)));
      }
      expect(trips).toEqual([7, 5]);
    } finally {
      await keeping.close();
    }
  },
);

// Of a sandbox's 25 calls a second one invocation takes 15, so that a neighbor has the others.
test.each([
  ['9043', 12],
  ['9044', 10],
])('deal %s, without a linked customer takes %i round trips at most', async (dealId, most) => {
  await slowDown();
  succeeded(await world.syncPayments(dealId));
  expect(roundTrips(await requestsOf(world))).toBeLessThanOrEqual(most);
});

const sentToStripe = async (): Promise<number> => (await world.stripe.requests()).length;

/** What the newest line of the log counts. */
const countInLog = (): unknown =>
  (JSON.parse(consoleLines.at(-1) ?? '') as object)['stripeCalls' as never];

test('the log tells the calls to Stripe, those of a failure and those that were repeated too', async () => {
  succeeded(await world.getPayments('9001'));
  expect(countInLog()).toBe(await sentToStripe());
  await forgetRequests(world);
  await world.stripe.fault({ status: 503 });
  failureOf(await world.syncPayments('9001'));
  expect(await sentToStripe()).toBeGreaterThan(ONE_RECORD.length);
  expect(countInLog()).toBe(await sentToStripe());
});

test('a step of a catch-up tells its calls to Stripe', async () => {
  const { stripeCalls } = succeeded(await askRange(world, { sinceMs: NOW_MS }));
  expect(stripeCalls).toBe(await sentToStripe());
});

test('the count of round trips excludes calls that overlap', () => {
  const at = (startedMs: number, endedMs: number) => ({
    sequence: 0,
    method: 'GET',
    path: '/',
    query: '',
    headers: {},
    body: '',
    status: 200,
    startedMs,
    endedMs,
  });
  expect(roundTrips([at(0, 10), at(1, 9), at(11, 20), at(12, 30)])).toBe(2);
  expect(roundTrips([at(0, 10), at(10, 20), at(20, 30)])).toBe(3);
});
