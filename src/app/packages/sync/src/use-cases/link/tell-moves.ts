import type { RecordLink, TakenPayment } from '@stripe-payments/core';
import { linkOf, MAX_MOVED_LINES, movedPaymentsIn } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import type { Telling } from '../moved-payments.ts';
import { MOVED_PAYMENTS, tell } from '../moved-payments.ts';
import type { Claim } from './settle-claim.ts';

/** A payment that a link or an assignment takes, and the id that was linked or assigned. */
export interface Taking extends TakenPayment {
  readonly by: string;
}

/** What each taking moves here from another deal; the newest of many, as a deal tells no more. */
function movesTo(
  { clock }: Ports,
  deal: RecordRef,
  takings: readonly Taking[],
): readonly Telling[] {
  const atMs = clock.nowMs();
  return takings
    .flatMap(({ id, amount, from }): readonly Telling[] =>
      from === null || from.recordId === deal.recordId
        ? []
        : [{ action: 'add', moved: { id, amount, from, to: linkOf(deal), atMs } }],
    )
    .slice(0, MAX_MOVED_LINES);
}

/**
 * Tells the deals that lose a payment, before it is assigned here: a call that is killed afterwards has noted
 * it, and where it was killed before, their next sync takes the line back.
 */
export async function tellLosing(
  ports: Ports,
  deal: RecordRef,
  takings: readonly Taking[],
): Promise<void> {
  const moves = movesTo(ports, deal, takings);
  const losing = new Map(moves.map(({ moved: { from } }) => [from.recordId, from]));
  for (const [dealId, from] of losing) {
    const own = moves.filter(({ moved }) => moved.from.recordId === dealId);
    await tell(ports, from, own);
  }
}

/** Tells the deal that has claimed them from where they came; `tellYielded` corrects it. */
export async function tellGaining(
  ports: Ports,
  deal: RecordRef,
  takings: readonly Taking[],
): Promise<void> {
  await tell(ports, deal, movesTo(ports, deal, takings));
}

/**
 * Corrects what was noted of a claim that was given up to another deal: the payment went there, from where it
 * counted before, which may be this deal.
 */
export async function tellYielded(
  ports: Ports,
  deal: RecordRef,
  claim: Claim,
  takings: readonly Taking[],
  to: RecordLink,
): Promise<void> {
  const own = takings.filter(({ by }) => by === claim.id);
  const ids = new Set([...claim.ids, ...own.map(({ id }) => id)]);
  const { stored } = await ports.crm.saved(deal, [MOVED_PAYMENTS], MOVED_PAYMENTS);
  const atMs = ports.clock.nowMs();
  // An earlier call of the same action has noted it here.
  const notedHere = movedPaymentsIn(stored[MOVED_PAYMENTS]).filter(
    (moved) => ids.has(moved.id) && moved.to.recordId === deal.recordId,
  );
  const notedThere = movesTo(ports, deal, own).map(({ moved }) => moved);
  for (const moved of [...notedHere, ...notedThere]) {
    const action = moved.from.recordId === to.recordId ? 'remove' : 'add';
    await tell(ports, moved.from, [{ action, moved: { ...moved, atMs, to } }]);
  }
  await tell(ports, deal, [
    ...notedHere.map((moved) => ({ action: 'remove', moved }) as const),
    ...own
      .filter(({ from }) => from?.recordId === deal.recordId)
      .map(({ id, amount }) => {
        return { action: 'add', moved: { id, amount, atMs, from: linkOf(deal), to } } as const;
      }),
  ]);
}
