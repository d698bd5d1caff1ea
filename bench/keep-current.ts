import type { WarmMemory } from '@stripe-payments/sync';
import {
  createWarmMemory,
  TERMINAL_RUN,
  syncEvent,
  syncList,
  syncRange,
} from '@stripe-payments/sync';
import type { SandboxClock } from '../sandbox/http/clock.ts';
import { createManualClock } from '../sandbox/http/clock.ts';
import type { World } from '../sandbox/world/world.ts';
import { startWorld } from '../sandbox/world/world.ts';
import { linkedDeals } from './accounts.ts';
import { countRequestsTo, forgetRequests, setLatency, setLimits } from './calls.ts';
import type { Figure } from './figure.ts';
import { roundTrips } from './measure.ts';
import { measureOpening } from './opening.ts';
import { asked, portsOf, toItsEnd } from './runs.ts';

// Many records, in this process and as the terminal does it: a function would be called a hundred times.

const LATENCY_MS = 150;
const HOUR_MS = 3_600_000;

const CAUGHT_UP = 2_000;
const EVENTS_A_CALL = 100;
const CALLS_A_RECORD = 4;
const RECORDS_A_CALL = 50;

const BULK = 500;
const MAX_TIMES_LIMIT = 1.3;
/** A test key's calls a second, and what HubSpot takes of an app (Pro and Enterprise) and of all searches of an account. */
const STRIPE_A_SECOND = 25;
const HUBSPOT_A_SECOND = 19;
const SEARCHES_A_SECOND = 5;

const MAX_EVENT_TRIPS = 5;

/** Without the app's own limits, where calls are counted and their time is not. */
const unlimited: WarmMemory['hubSpotRateLimit'] = { run: (_lane, _budget, call) => call() };

/** Counts only: at a test key's limits it would take ten minutes. */
async function measureCatchUp(
  world: World,
  clock: SandboxClock,
  keepsRecords: boolean,
): Promise<readonly Figure[]> {
  const deals = linkedDeals(world, CAUGHT_UP);
  clock.advanceBy(3 * HOUR_MS);
  const sinceMs = clock.nowMs() - HOUR_MS;
  for (const part of [500, 700]) {
    for (const { charge } of deals) world.stripe.world.refund(charge, { amount: part });
  }
  clock.advanceBy(HOUR_MS / 12);
  const rateLimits = { live: unlimited, test: unlimited };
  const warm = {
    ...createWarmMemory(),
    stripeRateLimits: rateLimits,
    hubSpotRateLimit: unlimited,
  };
  // Making them took so long that the stand-ins have closed their connections: these are dropped in a turn of their own.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await setLimits(world, false);
  await forgetRequests(world);
  let calls = 0;
  const { records, eventsRead } = await toItsEnd(
    () => portsOf(world, clock, warm),
    async (ports, continuation) => {
      const step = await syncRange(ports, { sinceMs, ...(continuation && { continuation }) });
      calls += step.stripeCalls;
      return step;
    },
  );
  // Nothing was refused: the limits are off.
  const hubSpotCalls = await countRequestsTo(world.hubspot.url);
  await setLimits(world, true);
  const own = records.filter(({ recordId }) => deals.some(({ id }) => id === recordId));
  const most = Math.ceil(eventsRead / EVENTS_A_CALL) + CALLS_A_RECORD * records.length;
  const changed = records.filter(({ status }) => status === 'synced').length;
  const mostOfHubSpot = records.length / RECORDS_A_CALL + CALLS_A_RECORD * changed;
  const name = `catch-up: ${String(eventsRead)} events on ${String(deals.length)} linked deals`;
  return [
    {
      name: `${name}${keepsRecords ? ' with payment records' : ''}`,
      value: `${String(calls)} calls to Stripe, ${(calls / records.length).toFixed(2)} a record, ${String(own.length)} deals, ${String(new Set(own.map(({ recordId }) => recordId)).size)} of them once`,
      target: `at most ${String(most)}, each once`,
      holds: calls <= most && own.length === deals.length,
    },
    {
      name: `${name}${keepsRecords ? ' with payment records' : ''}, calls to HubSpot`,
      value: `${String(hubSpotCalls)}, ${(hubSpotCalls / records.length).toFixed(2)} a record`,
      target: `at most ${mostOfHubSpot.toFixed(0)}`,
      holds: hubSpotCalls <= mostOfHubSpot,
    },
  ];
}

async function measureBulk(world: World, clock: SandboxClock): Promise<Figure> {
  const ids = linkedDeals(world, BULK).map(({ id }) => id);
  clock.advanceBy(HOUR_MS);
  await setLatency(world, LATENCY_MS);
  await forgetRequests(world);
  const warm = createWarmMemory(TERMINAL_RUN.limits);
  const startedMs = performance.now();
  await toItsEnd(
    () => portsOf(world, clock, warm),
    (ports, continuation) =>
      syncList(
        ports,
        { objectType: 'deal', which: ids, where: {}, syncedBeforeMs: null },
        continuation,
      ),
  );
  const seconds = (performance.now() - startedMs) / 1_000;
  const { stripe, hubspot, refused } = await asked(world);
  const searches = hubspot.filter(({ path }) => path.endsWith('/search')).length;
  const bySeconds = {
    Stripe: stripe.length / STRIPE_A_SECOND,
    HubSpot: hubspot.length / HUBSPOT_A_SECOND,
    searches: searches / SEARCHES_A_SECOND,
  };
  const [binding = ['', 0]] = Object.entries(bySeconds).sort((a, b) => b[1] - a[1]);
  const times = seconds / binding[1];
  await setLatency(world, 0);
  return {
    name: `bulk sync: ${String(BULK)} linked deals, ${String(LATENCY_MS)} ms a call, test key`,
    value: `${seconds.toFixed(0)} s: ${String(stripe.length)} Stripe, ${String(hubspot.length)} HubSpot (${String(searches)} searches), ${String(refused)} refused; ${binding[0]} binds: ${binding[1].toFixed(0)} s, ${times.toFixed(2)} times`,
    target: `at most ${String(MAX_TIMES_LIMIT)} times`,
    holds: times <= MAX_TIMES_LIMIT,
  };
}

async function measureEvent(world: World, clock: SandboxClock): Promise<Figure> {
  const [deal] = linkedDeals(world, 1);
  clock.advanceBy(HOUR_MS);
  world.stripe.world.refund(deal?.charge ?? '', { amount: 2_300 });
  const [event] = world.stripe.world.store.events.newestFirst();
  clock.advanceBy(60_000);
  await setLatency(world, LATENCY_MS);
  await forgetRequests(world);
  const { records } = await syncEvent(
    portsOf(world, clock, createWarmMemory(), {}),
    event?.id ?? '',
  );
  const { stripe, hubspot } = await asked(world);
  await setLatency(world, 0);
  const trips = roundTrips([...stripe, ...hubspot]);
  return {
    name: `webhook: an event that touches one linked deal, ${String(LATENCY_MS)} ms a call`,
    value: `${String(trips)} round trips, ${String(stripe.length)} Stripe + ${String(hubspot.length)} HubSpot, ${String(records.length)} record`,
    target: `at most ${String(MAX_EVENT_TRIPS)}`,
    holds: trips <= MAX_EVENT_TRIPS && records.length === 1,
  };
}

/** What keeps many records current: the webhook, a catch-up, a bulk sync. */
export async function measureKeepingCurrent(nowMs: number): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const keepsPaymentRecords of [false, true]) {
    const clock = createManualClock(nowMs);
    const world = await startWorld({
      clock,
      monotonicNowMs: () => performance.now(),
      seed: 1,
      keepsPaymentRecords,
    });
    if (!keepsPaymentRecords) {
      figures.push(
        await measureEvent(world, clock),
        await measureBulk(world, clock),
        await measureOpening(world, clock),
      );
    }
    figures.push(...(await measureCatchUp(world, clock, keepsPaymentRecords)));
    await world.close();
  }
  return figures;
}
