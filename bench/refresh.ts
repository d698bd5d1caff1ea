import type { World } from '../sandbox/world/world.ts';
import { linkedDeal } from './accounts.ts';
import { forgetRequests, requestsTo, setLatency } from './calls.ts';
import type { Figure } from './figure.ts';
import type { Cost } from './invoke.ts';
import { invokeOnPage } from './invoke.ts';

const LATENCY_MS = 150;
const HOUR_MS = 3_600_000;
const DEALS = 60;
const EVENTS_A_CALL = 100;
const CALLS_A_RECORD = 4;

/** A test key's, in 24 of each second. */
const STRIPE_CALLS_A_SECOND = 24;

const MAX_TIMES_LIMIT = 1.3;

async function caughtUp(world: World, sinceMs: number): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  let continuation: string | undefined;
  do {
    const goingOn = continuation === undefined ? {} : { continuation };
    const cost = await invokeOnPage(world, 'sync-range', { sinceMs, ...goingOn });
    costs.push(cost);
    continuation = cost.continuation ?? undefined;
  } while (continuation !== undefined);
  return costs;
}

/** A catch-up of deals whose customers have just paid, with the rate limits of both services. */
export async function measureRefresh(world: World, nowMs: number): Promise<readonly Figure[]> {
  const { world: stripe } = world.stripe;
  const from = stripe.store.events.newestFirst().length;
  for (let index = 0; index < DEALS; index += 1) linkedDeal(world, nowMs, `paid-${String(index)}`);
  world.hubspot.store.records.letSearchKnow();
  const events = stripe.store.events.newestFirst().length - from;
  await setLatency(world, LATENCY_MS);
  await forgetRequests(world);
  const costs = await caughtUp(world, nowMs - 10 * HOUR_MS);
  const [asked, hubspot] = await Promise.all([
    requestsTo(world.stripe.url),
    requestsTo(world.hubspot.url),
  ]);
  const records = costs.reduce((sum, { recordsSynced }) => sum + recordsSynced, 0);
  const totalMs = costs.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  const maxCalls = Math.ceil(events / EVENTS_A_CALL) + CALLS_A_RECORD * records;
  const limitMs = (asked.length / STRIPE_CALLS_A_SECOND) * 1_000;
  return [
    {
      name: `sync-range: ${String(events)} events on ${String(DEALS)} linked deals`,
      value: `${String(asked.length)} Stripe + ${String(hubspot.length)} HubSpot calls for ${String(records)} records`,
      target: `at most ${String(maxCalls)} of Stripe`,
      holds: asked.length <= maxCalls,
    },
    {
      name: 'sync-range: the same, against what Stripe allows a second',
      value: `${(totalMs / 1_000).toFixed(1)} s in ${String(costs.length)} call(s), ${(totalMs / limitMs).toFixed(2)} times ${(limitMs / 1_000).toFixed(1)} s`,
      target: `at most ${String(MAX_TIMES_LIMIT)} times`,
      holds: totalMs <= MAX_TIMES_LIMIT * limitMs,
    },
  ];
}
