import { RUN_LOG_SCOPES, runLogDefinition } from '@stripe-payments/core';
import { createWarmMemory, loggedStep, openPayments, syncList } from '@stripe-payments/sync';
import type { SandboxClock } from '../sandbox/http/clock.ts';
import type { World } from '../sandbox/world/world.ts';
import { linkedDeals } from './accounts.ts';
import { forgetRequests, setLatency } from './calls.ts';
import type { Figure } from './figure.ts';
import { roundTrips } from './measure.ts';
import { asked, portsOf, toItsEnd } from './runs.ts';

const LATENCY_MS = 150;
const HOUR_MS = 3_600_000;

/** A deal that was synced, and checked by a catch-up since: the account has a run log. */
export async function measureOpening(world: World, clock: SandboxClock): Promise<Figure> {
  const { store, tokens } = world.hubspot;
  const { scopes } = tokens.list().find(({ isApp }) => isApp) ?? { scopes: [] };
  tokens.grant(undefined, [...new Set([...scopes, ...RUN_LOG_SCOPES])]);
  store.customObjects.create(runLogDefinition('en') as never);
  const [{ id } = { id: '' }] = linkedDeals(world, 1);
  const ports = () => portsOf(world, clock, createWarmMemory());
  clock.advanceBy(HOUR_MS);
  const list = { objectType: 'deal', which: [id], where: {}, syncedBeforeMs: null } as const;
  await toItsEnd(ports, (part, continuation) => syncList(part, list, continuation));
  clock.advanceBy(HOUR_MS / 2);
  const sinceMs = clock.nowMs() - HOUR_MS;
  await toItsEnd(ports, (part, continuation) =>
    loggedStep(part, { sinceMs, ...(continuation && { continuation }) }, 'terminal'),
  );
  clock.advanceBy(HOUR_MS / 6);
  const stored = (name: string): string => store.valueOf('deals', id, name) ?? '';
  const viewed = { objectType: 'deal', recordId: id, createdAt: stored('createdate') } as const;
  await setLatency(world, LATENCY_MS);
  await forgetRequests(world);
  await openPayments(ports(), viewed, Date.parse(stored('stripe_last_synced_at')));
  const { stripe, hubspot } = await asked(world);
  await setLatency(world, 0);
  const trips = roundTrips([...stripe, ...hubspot]);
  return {
    name: `opening an up-to-date linked deal, ${String(LATENCY_MS)} ms a call`,
    value: `${String(trips)} round trips, ${String(stripe.length)} Stripe + ${String(hubspot.length)} HubSpot`,
    target: 'no call to Stripe',
    holds: stripe.length === 0,
  };
}
