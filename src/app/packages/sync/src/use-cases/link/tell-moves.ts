import type {
  MovedPayment,
  RecordLink,
  StoredProperties,
  TakenPayment,
} from '@stripe-payments/core';
import { linkOf, MAX_MOVED_LINES, movedLine, movedPaymentsIn } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { MOVED_PAYMENTS } from '../view-details.ts';
import { changeIds } from './change-ids.ts';
import type { Claim } from './settle-claim.ts';

/** A payment that a link or an assignment takes, and the id that was linked or assigned. */
export interface Taking extends TakenPayment {
  readonly by: string;
}

interface Telling {
  readonly action: 'add' | 'remove';
  readonly moved: MovedPayment;
}

/** Writes moves on one of their deals, or removes them there. An archived property tells nothing. */
async function tell(ports: Ports, deal: RecordLink, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return;
  const { stored } = await ports.crm.saved(deal, [MOVED_PAYMENTS], MOVED_PAYMENTS);
  if (!Object.hasOwn(stored, MOVED_PAYMENTS)) return;
  const changes = tellings.map(({ action, moved }) => ({ action, id: movedLine(moved) }));
  await changeIds(ports, deal, { property: MOVED_PAYMENTS, stored, changes });
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
 * Tells the deals that lose a payment, before it is assigned here: a call that is killed afterwards has told
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
 * Corrects what was told of a claim that was given up to another deal: the payment went there, from where it
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
  // An earlier call of the same action has told it here.
  const toldHere = movedPaymentsIn(stored[MOVED_PAYMENTS]).filter(
    (moved) => ids.has(moved.id) && moved.to.recordId === deal.recordId,
  );
  const toldThere = movesTo(ports, deal, own).map(({ moved }) => moved);
  for (const moved of [...toldHere, ...toldThere]) {
    const action = moved.from.recordId === to.recordId ? 'remove' : 'add';
    await tell(ports, moved.from, [{ action, moved: { ...moved, atMs, to } }]);
  }
  await tell(ports, deal, [
    ...toldHere.map((moved) => ({ action: 'remove', moved }) as const),
    ...own
      .filter(({ from }) => from?.recordId === deal.recordId)
      .map(({ id, amount }) => {
        return { action: 'add', moved: { id, amount, atMs, from: linkOf(deal), to } } as const;
      }),
  ]);
}

/** A move is told before its payment is assigned: a sync in between would take the line back. */
const SETTLES_MS = 60_000;

/** Takes back the lines of payments that count on the deal again. */
export async function takeBackReturned(
  ports: Ports,
  deal: RecordRef,
  stored: StoredProperties,
  {
    payments,
    asOfMs,
  }: { readonly payments: readonly { readonly id: string }[]; readonly asOfMs: number },
): Promise<void> {
  const here = new Set(payments.map(({ id }) => id));
  const returned = movedPaymentsIn(stored[MOVED_PAYMENTS]).filter(
    ({ id, to, atMs }) =>
      to.recordId !== deal.recordId && here.has(id) && atMs < asOfMs - SETTLES_MS,
  );
  await tell(
    ports,
    deal,
    returned.map((moved) => ({ action: 'remove', moved })),
  );
}
