import { expect, test } from 'vitest';
import { planSync } from '../../../src/app/packages/sync/src/use-cases/sync-payments.ts';
import { linkPayments } from '../../../src/app/packages/sync/src/use-cases/link/link-payments.ts';
import { lostSuccesses, uncounted, unnotedMoves, untrueLines } from './faults.ts';
import { CREATED_AT } from './hubspot.ts';
import type { Action, ActionOutcome, World } from './world.ts';
import { act, CHARGES, chargesIn, createWorld, CUSTOMERS, dealRef, DEALS } from './world.ts';

/** Set to try more, or one again: `TWO_PEOPLE_WORLDS=20000 FIRST_SEED=1`. The full tests try ten times as many. */
const WORLDS = Number(process.env['TWO_PEOPLE_WORLDS'] ?? 200);
const FIRST_SEED = Number(process.env['FIRST_SEED'] ?? 1);

const oneOf = <T>({ random }: World, items: readonly T[]): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
};

function someAction(world: World): Action {
  const customerId = oneOf(world, CUSTOMERS);
  const { id } = oneOf(world, CHARGES);
  switch (
    oneOf(world, ['sync', 'sync', 'assign', 'assign', 'assign', 'link', 'unlink', 'unassign'])
  ) {
    case 'assign':
      // What a person ticks in the list of payments.
      return {
        action: 'assign',
        ids: CHARGES.map((each) => each.id).filter((each) => each === id || world.random() < 0.1),
      };
    case 'unassign':
      return { action: 'unassign', id };
    case 'link':
      return { action: 'link', customerId };
    case 'unlink':
      return { action: 'unlink', customerId };
    default:
      return { action: 'sync' };
  }
}

async function person(world: World): Promise<readonly ActionOutcome[]> {
  const outcomes: ActionOutcome[] = [];
  for (let actions = 2 + Math.floor(world.random() * 3); actions > 0; actions -= 1) {
    await world.clock.wait(3_000 * world.random() ** 2);
    outcomes.push(...(await act(world, oneOf(world, DEALS), someAction(world))));
  }
  return outcomes;
}

/** What a complete reading says that counts on the deal, once searches have caught up. */
async function trulyOn(world: World, dealId: string): Promise<readonly string[]> {
  const viewed = { ...dealRef(dealId), createdAt: CREATED_AT };
  const { view } = await planSync(world.invocation(), viewed, undefined);
  return view.payments.map(({ id }) => id);
}

/** Where the list of payments says that each counts. */
async function listed(world: World): Promise<readonly (readonly [string, string | undefined])[]> {
  const viewed = { ...dealRef('1'), createdAt: CREATED_AT };
  const lists = await Promise.all(
    CUSTOMERS.map((customerId) =>
      linkPayments(world.invocation(), viewed, {
        objectType: 'deal',
        action: 'payments',
        customerId,
      }),
    ),
  );
  return lists.flatMap((list) =>
    list.action === 'payments'
      ? list.payments.map(({ id, countsOn }) => [id, countsOn?.recordId] as const)
      : [],
  );
}

async function faultsOf(seed: number): Promise<readonly string[]> {
  const world = createWorld(seed);
  const { clock } = world;
  const outcomes = await clock.run(
    (async () => {
      for (const dealId of DEALS) await act(world, dealId, { action: 'sync' });
      const both = await Promise.all([person(world), person(world)]);
      await clock.wait(30_000);
      return both.flat();
    })(),
  );
  const faults: string[] = [];
  const saved = new Map(
    DEALS.map((dealId) => [dealId, chargesIn(world.valueOf(dealId, 'stripe_amount_paid'))]),
  );
  for (const { id } of CHARGES) {
    const on = DEALS.filter((dealId) => saved.get(dealId)?.includes(id) === true);
    if (on.length > 1) faults.push(`${id} counts on ${on.join(' and ')}`);
  }
  faults.push(...uncounted(world, outcomes, saved));
  const trueDealOf = new Map<string, string>();
  for (const dealId of DEALS) {
    const truth = await clock.run(trulyOn(world, dealId));
    for (const id of truth) trueDealOf.set(id, dealId);
    const wrong = saved.get(dealId)?.filter((id) => !truth.includes(id)) ?? [];
    if (wrong.length > 0) faults.push(`${wrong.join()} counts on ${dealId}, and is not its own`);
    const moments = world.hubspot.versionsOf(dealRef(dealId), 'stripe_last_synced_at');
    const newest = moments.toSorted().at(-1);
    if (moments[0] !== newest) faults.push(`older figures overwrote newer ones on ${dealId}`);
  }
  for (const [id, dealId] of await clock.run(listed(world))) {
    if (dealId !== trueDealOf.get(id)) faults.push(`${id} is listed on ${String(dealId)}`);
  }
  await clock.run(
    (async () => {
      await clock.wait(90_000);
      for (const dealId of DEALS) await act(world, dealId, { action: 'sync' });
    })(),
  );
  for (const dealId of DEALS) {
    faults.push(...untrueLines(world, dealId, outcomes), ...unnotedMoves(world, dealId, outcomes));
  }
  faults.push(...lostSuccesses(world, outcomes).map((lost) => `reported success is lost: ${lost}`));
  return faults.map((fault) => `seed ${String(seed)}: ${fault}`);
}

test('two people at once: nothing counts twice, no reported success is lost, nothing older wins', async () => {
  const faults: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + WORLDS; seed += 1) {
    faults.push(...(await faultsOf(seed)));
  }
  expect(faults).toEqual([]);
}, 600_000);
