import { seedManyPayments } from '../sandbox/seed/index.ts';
import type { World } from '../sandbox/world/world.ts';
import { dealWithContacts, linkedDeal } from './accounts.ts';
import { setLatency } from './calls.ts';
import type { Figure } from './figure.ts';
import type { Cost } from './invoke.ts';
import { invokeBeside, syncedInParts } from './invoke.ts';

const LATENCY_MS = 150;
const DAY_MS = 86_400_000;
const CHARGES = 5_000;
const DISPUTES = 500;
const HEAVY_CONTACTS = 400;

/** The platform gives a function 128 MB. */
const MAX_RSS_MB = 110;

/** The platform ends a function after 15 s. */
const MAX_CALL_MS = 13_000;

const MAX_NEIGHBOR_MS = 1_000;

const linkedTo = (world: World, customerId: string): string =>
  world.hubspot.store.createObject('deals', { stripe_customer_id: customerId }).id;

function dealWithCharges(world: World, nowMs: number): string {
  const customer = seedManyPayments(world.stripe.world, {
    count: CHARGES,
    fromMs: nowMs - 700 * DAY_MS,
    untilMs: nowMs - 7 * DAY_MS,
  });
  return linkedTo(world, customer.id);
}

function dealWithDisputes(both: World, nowMs: number): string {
  const { world } = both.stripe;
  const customer = world.createCustomer({ email: 'disputes@bench.example' });
  for (let index = 0; index < DISPUTES; index += 1) {
    const atMs = nowMs - (90 * DAY_MS + index * 60_000);
    const payment = { amount: 2_000, currency: 'usd', customer: customer.id, atMs };
    const { charge } = world.payByCard(payment);
    const dispute = world.openDispute(charge.id, { atMs: atMs + DAY_MS });
    if (index % 2 === 0) world.winDispute(dispute.id, atMs + 30 * DAY_MS);
    else world.loseDispute(dispute.id, { atMs: atMs + 30 * DAY_MS });
  }
  return linkedTo(both, customer.id);
}

function figureOf(name: string, costs: readonly Cost[]): Figure {
  const rssMb = Math.max(...costs.map(({ rss }) => rss)) / 1_000_000;
  const slowestMs = Math.max(...costs.map(({ elapsedMs }) => elapsedMs));
  const totalMs = costs.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  return {
    name: `sync-payments: ${name}`,
    value: `${String(costs.length)} call(s), ${(totalMs / 1_000).toFixed(1)} s, the longest ${slowestMs.toFixed(0)} ms, ${rssMb.toFixed(0)} MB`,
    target: `under ${String(MAX_RSS_MB)} MB and 13 s a call`,
    holds: rssMb < MAX_RSS_MB && slowestMs < MAX_CALL_MS,
  };
}

/** Records at the limits of a function, and a small one in the process of a heavy one. */
export async function measureHeavy(world: World, nowMs: number): Promise<readonly Figure[]> {
  const charges = dealWithCharges(world, nowMs);
  const disputes = dealWithDisputes(world, nowMs);
  const heavy = dealWithContacts(world, HEAVY_CONTACTS, nowMs);
  const small = linkedDeal(world, nowMs, 'neighbor');
  world.hubspot.store.records.letSearchKnow();
  await setLatency(world, LATENCY_MS);
  const figures = [
    figureOf(`${CHARGES.toLocaleString('en')} charges`, await syncedInParts(world, charges)),
    figureOf(`${String(DISPUTES)} disputes`, await syncedInParts(world, disputes)),
  ];
  await setLatency(world, 0);
  const elapsedMs = await invokeBeside(world, 'get-payments', heavy.recordId, small.recordId);
  const neighbor = {
    name: `get-payments: a linked deal beside a deal with ${String(HEAVY_CONTACTS)} contacts in one process`,
    value: `${elapsedMs.toFixed(0)} ms`,
    target: `under ${String(MAX_NEIGHBOR_MS)} ms`,
    holds: elapsedMs < MAX_NEIGHBOR_MS,
  };
  return [...figures, neighbor];
}
