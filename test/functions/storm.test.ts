import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ObjectType } from '@stripe-payments/core';
import { movedPaymentsIn } from '@stripe-payments/core';
import { catchUp, HOUR_MS } from './catching-up.ts';
import type { FunctionsWorld } from './harness.ts';
import { startFunctionsWorld } from './harness.ts';
import { FUNCTION_CLOCK } from './run-main.ts';
import type { Storm } from './storm-actions.ts';
import { advance, pick, prepare, WEIGHTED } from './storm-actions.ts';

/** Set to try more, or one again: `WORLDS=500 FIRST_SEED=1`. */
const WORLDS = Number(process.env['WORLDS'] ?? 6);
const FIRST_SEED = Number(process.env['FIRST_SEED'] ?? 1);
/** Actions before each catch-up: many, then few, so that each has to be noticed by itself. */
const PHASES = [8, 3, 1, 1, 1];

let world: FunctionsWorld;

beforeAll(async () => {
  world = await startFunctionsWorld();
  FUNCTION_CLOCK.nowMs = () => world.nowMs();
});
afterAll(async () => {
  FUNCTION_CLOCK.nowMs = () => Date.now();
  await world.close();
});

const FAULTS = [
  { status: 500 },
  { status: 502, afterServing: true },
  { status: 429 },
  { drop: true },
  { drop: true, afterServing: true },
  { delayMs: 5_000 },
  { delayMs: 60_000, afterServing: true },
  { status: 423 },
] as const;

async function injectFault(storm: Storm): Promise<void> {
  if (storm.random() < 0.5) return;
  const service = storm.random() < 0.5 ? world.stripe : world.hubspot;
  const fault = pick(storm, FAULTS);
  const skip = Math.floor(storm.random() * 12);
  if (fault !== undefined) await service.fault({ ...fault, skip, times: 1 });
}

const recordsOf = (storm: Storm): readonly (readonly [ObjectType, string])[] => [
  ...storm.deals.map((id) => ['deal', id] as const),
  ...storm.contacts.map((id) => ['contact', id] as const),
  ...storm.companies.map((id) => ['company', id] as const),
];

/** What a company lacks of its deals, and what is on two companies. */
function rollUpFaults(
  { deals, companies }: Storm,
  counted: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const { store } = world.world.hubspot;
  const lacking = deals.flatMap((deal) => {
    const primary = store
      .associatedWith('deals', deal, 'companies')
      .find(({ types }) => types.some(({ label }) => label === 'Primary'));
    const ofCompany = new Set(counted.get(primary?.id ?? ''));
    const ofDeal = primary === undefined ? [] : (counted.get(deal) ?? []);
    return ofDeal
      .filter((id) => !ofCompany.has(id))
      .map((id) => `company/${primary?.id ?? ''} lacks ${id} of deal/${deal}`);
  });
  const all = companies.flatMap((id) => counted.get(id) ?? []);
  const twice = all.filter((id, place) => all.indexOf(id) !== place);
  return [...lacking, ...twice.map((id) => `${id} is on two companies`)];
}

/**
 * Deals that tell of a payment twice, or that one was moved away that counts there. A fresh computation does not
 * write what is noted: it is a fact of the moment of the move.
 */
function notedFaults(
  { deals }: Storm,
  counted: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return deals.flatMap((deal) => {
    const noted = movedPaymentsIn(world.storedOf(deal)['stripe_moved_payments']);
    const away = noted.filter(({ to }) => to.recordId !== deal).map(({ id }) => id);
    const twice = noted.map(({ id }) => id).filter((id, place, ids) => ids.indexOf(id) !== place);
    const untrue = away.filter((id) => counted.get(deal)?.includes(id));
    return [...twice, ...untrue].map((id) => `deal/${deal} tells falsely of ${id}`);
  });
}

/** What a fresh computation would still change. A record without a payment may never have been synced. */
async function differences(storm: Storm): Promise<readonly string[]> {
  const found: string[] = [];
  const counted = new Map<string, readonly string[]>();
  for (const [objectType, id] of recordsOf(storm)) {
    const isSynced = (world.storedOf(id, objectType)['stripe_last_synced_at'] ?? '') !== '';
    const reply = await world.syncPayments(id, { objectType });
    if (reply.ok)
      counted.set(
        id,
        reply.view.payments.map((payment) => payment.id),
      );
    if (!reply.ok) {
      found.push(`${objectType}/${id}: ${reply.error.code} ${reply.error.detail ?? ''}`);
    } else if (reply.changes.length > 0 && (isSynced || reply.view.summary.status !== 'none')) {
      const changes = reply.changes.map(({ name, from, to }) => `${name}: ${from} -> ${to}`);
      found.push(`${objectType}/${id}: ${changes.join(', ')}`);
    }
  }
  return [...found, ...rollUpFaults(storm, counted), ...notedFaults(storm, counted)];
}

/** Some actions with faults around them, then a quiet hour, in which every fee gets known. */
async function rage(storm: Storm, actions: number): Promise<readonly string[]> {
  const done: string[] = [];
  for (let action = 0; action < actions; action += 1) {
    await advance(storm, 20_000 + Math.floor(storm.random() * 200_000));
    const [name, act] = pick(storm, WEIGHTED) ?? ['', () => undefined];
    await injectFault(storm);
    await act(storm);
    await world.stripe.clearFaults();
    await world.hubspot.clearFaults();
    done.push(name);
  }
  await advance(storm, HOUR_MS);
  return done;
}

async function mismatchesAfter(seed: number): Promise<readonly string[]> {
  const storm = prepare(world, seed);
  for (const actions of PHASES) {
    const done = await rage(storm, actions);
    const { failed } = await catchUp(world, 1.5);
    const own = recordsOf(storm).map(([objectType, id]) => `${objectType}/${id}:`);
    const failures = failed.filter((text) => own.some((name) => text.startsWith(name)));
    const mismatches = [...failures, ...(await differences(storm))];
    if (mismatches.length > 0) {
      return mismatches.map(
        (text) =>
          `seed ${String(seed)}: ${text} (${done.join(' ')}; ${JSON.stringify(storm.tally)})`,
      );
    }
  }
  return [];
}

test('after any storm one catch-up makes every record what a fresh computation gives', async () => {
  const mismatches: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed += 1) {
    mismatches.push(...(await mismatchesAfter(seed)));
  }
  expect(mismatches).toEqual([]);
}, 3_600_000);
