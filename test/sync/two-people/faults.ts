import { movedPaymentsIn } from '@stripe-payments/core';
import type { Action, ActionOutcome, World } from './world.ts';
import { CHARGES, chargesIn, dealRef } from './world.ts';

/** Ids of what an action is about. */
const idsOf = (asked: Action): readonly string[] => {
  switch (asked.action) {
    case 'sync':
      return [];
    case 'assign':
      return asked.ids;
    case 'unassign':
    case 'exclude':
    case 'restore':
      return [asked.id];
    case 'link':
    case 'unlink':
      return [asked.customerId];
  }
};

/** A success that no later one of another person can have undone, and that is gone. */
export function lostSuccesses(world: World, outcomes: readonly ActionOutcome[]): readonly string[] {
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
export function untrueLines(
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
export function unnotedMoves(
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

/** Payments that a deal has by an assignment whose figures are reported as saved, and that count on no deal. */
export function uncounted(
  world: World,
  outcomes: readonly ActionOutcome[],
  saved: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const counted = new Set([...saved.values()].flat());
  return outcomes.flatMap(({ asked, dealId, areFiguresSaved, taken, endedAtMs }) => {
    if (!areFiguresSaved || asked.action !== 'assign') return [];
    const isLast = !outcomes.some(
      (other) => other.dealId === dealId && other.endedAtMs > endedAtMs,
    );
    const held = world.valueOf(dealId, 'stripe_payment_ids') ?? '';
    return asked.ids
      .filter((id) => isLast && !taken.includes(id) && held.includes(id) && !counted.has(id))
      .map((id) => `${id} was assigned to ${dealId} and counts on no deal`);
  });
}
