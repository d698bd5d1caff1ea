import {
  OBJECT_TYPES,
  propertyNamesOf,
  setupStepId,
  STRIPE_PERMISSIONS,
} from '@stripe-payments/core';
import { createManualClock } from '../sandbox/http/clock.ts';
import type { World } from '../sandbox/world/world.ts';
import { startWorld } from '../sandbox/world/world.ts';
import { forgetRequests, requestsTo, setLatency } from './calls.ts';
import type { Figure } from './figure.ts';
import type { Cost } from './invoke.ts';
import { invokeOnPage } from './invoke.ts';
import { roundTrips } from './measure.ts';

const LATENCY_MS = 150;

/** The platform ends a function after 15 s. */
const MAX_MS = 13_000;

/** As many steps as the page gives to one call. */
const STEPS_A_CALL = 14;

/** A key as the setup asks for; it opens the stand-in only. */
const RESTRICTED_KEY = 'rk_test_sandbox51BenchKeyForLocalUseOnly';

interface Limits {
  readonly stripe: number;
  readonly hubspot: number;
}

async function measured(
  world: World,
  name: string,
  limits: Limits,
  run: () => Promise<readonly Cost[]>,
): Promise<Figure> {
  await forgetRequests(world);
  const costs = await run();
  const [stripe, hubspot] = await Promise.all([
    requestsTo(world.stripe.url),
    requestsTo(world.hubspot.url),
  ]);
  const slowestMs = Math.max(...costs.map(({ elapsedMs }) => elapsedMs));
  const rssMb = Math.max(...costs.map(({ rss }) => rss)) / 1_000_000;
  const trips = roundTrips([...stripe, ...hubspot]);
  return {
    name: `${name}, ${String(LATENCY_MS)} ms a call`,
    value: [
      `${String(stripe.length)} Stripe + ${String(hubspot.length)} HubSpot`,
      `${String(trips)} round trips in ${String(costs.length)} call(s)`,
      `the longest ${slowestMs.toFixed(0)} ms`,
      `${rssMb.toFixed(0)} MB`,
    ].join(', '),
    target: `at most ${String(limits.stripe)} + ${String(limits.hubspot)} calls, 13 s`,
    holds: stripe.length <= limits.stripe && hubspot.length <= limits.hubspot && slowestMs < MAX_MS,
  };
}

const STEPS = OBJECT_TYPES.flatMap((objectType) =>
  propertyNamesOf(objectType).map((name) => setupStepId({ objectType, name, action: 'create' })),
);

async function applyInParts(world: World): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (let first = 0; first < STEPS.length; first += STEPS_A_CALL) {
    const steps = STEPS.slice(first, first + STEPS_A_CALL);
    costs.push(await invokeOnPage(world, 'apply-setup', { action: 'apply', steps }));
  }
  return costs;
}

/** The setup of a fresh account: what it costs to look, to create everything, and to look again. */
export async function measureSetup(nowMs: number): Promise<readonly Figure[]> {
  const world = await startWorld({
    clock: createManualClock(nowMs),
    monotonicNowMs: () => performance.now(),
    seed: 1,
    isSetUp: false,
  });
  world.stripe.keys.add(RESTRICTED_KEY, STRIPE_PERMISSIONS);
  await setLatency(world, LATENCY_MS);
  const check = (key?: string) => async () => [await invokeOnPage(world, 'check-setup', {}, key)];
  const ofKey = STRIPE_PERMISSIONS.length;
  const figures = [
    await measured(
      world,
      'check-setup: a fresh account, a restricted key',
      { stripe: ofKey, hubspot: 11 },
      check(RESTRICTED_KEY),
    ),
    await measured(world, 'check-setup: a full key', { stripe: 2, hubspot: 11 }, check()),
    await measured(
      world,
      `apply-setup: ${String(STEPS.length)} properties`,
      { stripe: 0, hubspot: 45 },
      () => applyInParts(world),
    ),
    await measured(
      world,
      'check-setup: an account that is set up',
      { stripe: ofKey, hubspot: 17 },
      check(RESTRICTED_KEY),
    ),
  ];
  await world.close();
  return figures;
}
