import { movedPaymentsIn } from '@stripe-payments/core';
import { expect, test } from 'vitest';
import { planSync } from '../../../src/app/packages/sync/src/use-cases/sync-payments.ts';
import { linkPayments } from '../../../src/app/packages/sync/src/use-cases/link/link-payments.ts';
import { CREATED_AT } from './hubspot.ts';
import type { Action, ActionOutcome, World } from './world.ts';
import { act, CHARGES, chargesIn, createWorld, CUSTOMERS, dealRef, DEALS } from './world.ts';

/** Set to try more, or one again: `WORLDS=20000 FIRST_SEED=1`. */
const WORLDS = Number(process.env['WORLDS'] ?? 500);
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

/** Ids of what an action is about. */
const idsOf = (asked: Action): readonly string[] => {
  switch (asked.action) {
    case 'sync':
      return [];
    case 'assign':
      return asked.ids;
    case 'unassign':
      return [asked.id];
    case 'link':
    case 'unlink':
      return [asked.customerId];
  }
};

/** A success that no later one of another person can have undone, and that is gone. */
function lostSuccesses(world: World, outcomes: readonly ActionOutcome[]): readonly string[] {
  return outcomes.flatMap((each) => {
    const { asked, dealId, startedAtMs, failure, taken } = each;
    if (failure !== undefined || (asked.action !== 'link' && asked.action !== 'assign')) return [];
    const property = asked.action === 'link' ? 'stripe_customer_id' : 'stripe_payment_ids';
    const now = (world.valueOf(dealId, property) ?? '').split(', ');
    const isUndone = (id: string): boolean =>
      outcomes.some(
        (other) =>
          other !== each &&
          idsOf(other.asked).includes(id) &&
          other.endedAtMs >= startedAtMs &&
          (other.dealId === dealId
            ? other.asked.action === (asked.action === 'link' ? 'unlink' : 'unassign')
            : other.asked.action === 'assign' &&
              // Moved away from here, although it was removed there afterwards.
              (other.failure === undefined || other.asked.moveFrom?.includes(dealId) === true)),
      );
    return idsOf(asked)
      .filter((id) => !taken.includes(id) && !now.includes(id) && !isUndone(id))
      .map((id) => `${id}: ${JSON.stringify(asked)} on ${dealId}`);
  });
}

/** Every sum that was saved on a deal, newest first, as the payments it was made of. */
const sumsOf = (world: World, dealId: string): readonly (readonly string[])[] =>
  world.hubspot.versionsOf(dealRef(dealId), 'stripe_amount_paid').map(chargesIn);

/** Lines of a deal that tell a move that was not, or of what is back. */
function untrueLines(
  world: World,
  dealId: string,
  outcomes: readonly ActionOutcome[],
): readonly string[] {
  const noted = movedPaymentsIn(world.valueOf(dealId, 'stripe_moved_payments'));
  const sums = sumsOf(world, dealId);
  const idsEver = (['stripe_payment_ids', 'stripe_customer_id'] as const)
    .flatMap((property) => world.hubspot.versionsOf(dealRef(dealId), property))
    .join();
  return noted
    .filter(({ from }) => from.recordId === dealId)
    .filter(({ id, to }) => {
      const customerId = CHARGES.find((each) => each.id === id)?.customerId ?? '';
      const isAsked = outcomes.some(
        ({ asked, dealId: at }) =>
          at === to.recordId &&
          (asked.action === 'link'
            ? asked.customerId === customerId
            : asked.action === 'assign' && asked.ids.includes(id)),
      );
      const isTwice = noted.filter((each) => each.id === id).length > 1;
      const wasHere =
        idsEver.includes(id) ||
        idsEver.includes(customerId) ||
        sums.some((sum) => sum.includes(id));
      return !isAsked || isTwice || !wasHere || sums[0]?.includes(id) === true;
    })
    .map(({ id, to }) => `${dealId} tells that ${id} was moved to ${to.recordId}`);
}

/** Moves that a person agreed to and that the losing deal does not tell. */
function unnotedMoves(
  world: World,
  dealId: string,
  outcomes: readonly ActionOutcome[],
): readonly string[] {
  const noted = movedPaymentsIn(world.valueOf(dealId, 'stripe_moved_payments'));
  const now = sumsOf(world, dealId)[0] ?? [];
  return outcomes.flatMap(({ asked, failure, taken, hadBefore, startedAtMs, endedAtMs }) => {
    if (failure !== undefined || asked.action !== 'assign') return [];
    if (asked.moveFrom?.includes(dealId) !== true) return [];
    // What its own person changed meanwhile may be why it was not there any more.
    const isChangedThere = outcomes.some(
      (other) =>
        other.dealId === dealId &&
        other.asked.action !== 'sync' &&
        other.startedAtMs <= endedAtMs &&
        other.endedAtMs >= startedAtMs,
    );
    if (isChangedThere) return [];
    return asked.ids
      .filter((id) => hadBefore.get(dealId)?.includes(id) === true)
      .filter((id) => !taken.includes(id) && !now.includes(id))
      .filter((id) => !noted.some((each) => each.id === id))
      .map((id) => `${dealId} does not tell that ${id} was moved`);
  });
}

/** Payments that a deal has by an assignment reported as saved, and that count on no deal. */
function uncounted(
  world: World,
  outcomes: readonly ActionOutcome[],
  saved: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const counted = new Set([...saved.values()].flat());
  return outcomes.flatMap(({ asked, dealId, failure, taken, endedAtMs }) => {
    if (failure !== undefined || asked.action !== 'assign') return [];
    const isLast = !outcomes.some(
      (other) => other.dealId === dealId && other.endedAtMs > endedAtMs,
    );
    const held = world.valueOf(dealId, 'stripe_payment_ids') ?? '';
    return asked.ids
      .filter((id) => isLast && !taken.includes(id) && held.includes(id) && !counted.has(id))
      .map((id) => `${id} was assigned to ${dealId} and counts on no deal`);
  });
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
