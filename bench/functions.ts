import { seedManyPayments } from '../sandbox/seed/index.ts';
import type { World } from '../sandbox/world/world.ts';
import { forgetRequests, requestsTo, setLatency } from './calls.ts';
import type { Figure } from './figure.ts';
import type { Cost } from './invoke.ts';
import { invoke, syncedInParts } from './invoke.ts';
import { median, roundTrips } from './measure.ts';

const LATENCY_MS = 150;
const RUNS = 5;
const MAX_RSS_MB = 96;
const MAX_ROUND_TRIPS = 4;
/** With that of the payments' records; those of new payments are made and associated in two more. */
const MAX_TRIPS_WITH_RECORDS = {
  'the first sync': 7,
  'the next sync': 5,
  'the sync after one refund': 5,
  'the sync after one more payment': 5,
};
const MAX_RECORDS_RSS_MB = 110;
const MAX_MANY_MS = 8_000;
const DEAL = { objectType: 'deal' } as const;

/** A deal linked to a customer with this many payments, no dispute among them. */
function dealWith(world: World, count: number, nowMs: number): string {
  const customer = seedManyPayments(world.stripe.world, {
    count,
    fromMs: nowMs - 300 * 86_400_000,
    untilMs: nowMs - 7 * 86_400_000,
  });
  const { store } = world.hubspot;
  const { id } = store.createObject('deals', {
    dealname: `${String(count)} payments`,
    amount: '1000',
    deal_currency_code: 'USD',
    stripe_customer_id: customer.id,
  });
  store.records.letSearchKnow();
  return id;
}

async function repeatedSync(world: World, dealId: string): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    costs.push(await invoke(world, 'sync-payments', dealId, DEAL));
  }
  return costs;
}

function describeCalls(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return [...counts]
    .map(([path, count]) => `${String(count)} ${path.replace('/v1/', '')}`)
    .join(', ');
}

async function measureCalls(world: World, dealId: string): Promise<Figure> {
  // Without latency a stand-in answers so fast that parallel calls do not overlap.
  await setLatency(world, LATENCY_MS);
  await forgetRequests(world);
  await invoke(world, 'get-payments', dealId, DEAL);
  const requests = await requestsTo(world.stripe.url);
  const lists = requests.filter(({ path }) => path === '/v1/charges');
  return {
    name: 'Stripe calls, one linked customer, no dispute',
    value: `${describeCalls(requests.map(({ path }) => path))}; ${String(roundTrips(requests))} round trip`,
    target: '1 list per kind, in parallel',
    holds: lists.length === 1 && roundTrips(requests) === 1,
  };
}

async function measureSmallSync(world: World, dealId: string): Promise<readonly Figure[]> {
  await setLatency(world, LATENCY_MS);
  await forgetRequests(world);
  const first = await invoke(world, 'sync-payments', dealId, DEAL);
  const requests = [
    ...(await requestsTo(world.stripe.url)),
    ...(await requestsTo(world.hubspot.url)),
  ];
  const trips = roundTrips(requests);
  const costs = [first, ...(await repeatedSync(world, dealId))];
  const rssMb = Math.max(...costs.map(({ rss }) => rss)) / 1_000_000;
  const elapsedMs = median(costs.map((cost) => cost.elapsedMs));
  return [
    {
      name: 'sync-payments: resident memory after one sync',
      value: `${rssMb.toFixed(0)} MB (highest of ${String(costs.length)})`,
      target: `under ${String(MAX_RSS_MB)} MB`,
      holds: rssMb < MAX_RSS_MB,
    },
    {
      name: `sync-payments: 20 payments, ${String(LATENCY_MS)} ms a call`,
      value: `${String(trips)} round trips, ${elapsedMs.toFixed(0)} ms`,
      target: `at most ${String(MAX_ROUND_TRIPS)} round trips`,
      holds: trips <= MAX_ROUND_TRIPS,
    },
  ];
}

async function measureLargeSync(world: World, dealId: string): Promise<readonly Figure[]> {
  await setLatency(world, LATENCY_MS);
  const costs = await repeatedSync(world, dealId);
  const elapsedMs = median(costs.map((cost) => cost.elapsedMs));
  const rssMb = Math.max(...costs.map(({ rss }) => rss)) / 1_000_000;
  return [
    {
      name: `sync-payments: 1,200 payments, ${String(LATENCY_MS)} ms a call`,
      value: `${elapsedMs.toFixed(0)} ms, ${rssMb.toFixed(0)} MB resident`,
      target: `under ${String(MAX_MANY_MS / 1_000)} s`,
      holds: elapsedMs < MAX_MANY_MS,
    },
  ];
}

/** What happened before one of the syncs. */
function beforeSync(world: World, dealId: string, name: string, nowMs: number): void {
  const customer = world.hubspot.store.valueOf('deals', dealId, 'stripe_customer_id') ?? '';
  const { world: stripe } = world.stripe;
  if (name === 'the sync after one refund') {
    const newest = stripe.store.charges.newestFirst().find((row) => row.customer === customer);
    stripe.refund(newest?.id ?? '', { amount: 100, atMs: nowMs - 3_600_000 });
  }
  if (name === 'the sync after one more payment') {
    stripe.payByCard({ amount: 10_000, currency: 'usd', customer, atMs: nowMs - 3_600_000 });
  }
}

/** The first sync makes the payment records, the next ones compare them; a large deal's takes several calls. */
export async function measureWithPaymentRecords(
  world: World,
  nowMs: number,
  where: string,
): Promise<readonly Figure[]> {
  const small = dealWith(world, 20, nowMs);
  const large = dealWith(world, 1_200, nowMs);
  await setLatency(world, LATENCY_MS);
  const figures: Figure[] = [];
  for (const [name, maxTrips] of Object.entries(MAX_TRIPS_WITH_RECORDS)) {
    beforeSync(world, small, name, nowMs);
    await forgetRequests(world);
    const { elapsedMs } = await invoke(world, 'sync-payments', small, DEAL);
    const requests = [
      ...(await requestsTo(world.stripe.url)),
      ...(await requestsTo(world.hubspot.url)),
    ];
    const trips = roundTrips(requests);
    figures.push({
      name: `sync-payments: 20 payments with records in ${where}, ${name}`,
      value: `${String(trips)} round trips, ${String(requests.length)} calls, ${elapsedMs.toFixed(0)} ms`,
      target: `at most ${String(maxTrips)} round trips`,
      holds: trips <= maxTrips,
    });
  }
  const costs = await syncedInParts(world, large);
  const rssMb = Math.max(...costs.map(({ rss }) => rss)) / 1_000_000;
  const totalMs = costs.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  figures.push({
    name: `sync-payments: 1,200 payments with records in ${where}, the first sync`,
    value: `${String(costs.length)} call(s), ${totalMs.toFixed(0)} ms, ${rssMb.toFixed(0)} MB resident`,
    target: `under ${String(MAX_RECORDS_RSS_MB)} MB`,
    holds: rssMb < MAX_RECORDS_RSS_MB,
  });
  return figures;
}

export async function measureFunctions(world: World, nowMs: number): Promise<readonly Figure[]> {
  const small = dealWith(world, 20, nowMs);
  const large = dealWith(world, 1_200, nowMs);
  return [
    await measureCalls(world, small),
    ...(await measureSmallSync(world, small)),
    ...(await measureLargeSync(world, large)),
  ];
}
