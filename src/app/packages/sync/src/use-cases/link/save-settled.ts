import type { PropertyChange, RecordLink, SavedFigures } from '@stripe-payments/core';
import { linkOf } from '@stripe-payments/core';
import type { Ports, RecordRef } from '../../ports.ts';
import { SyncError, asSyncError } from '../../sync-error.ts';
import { syncInParts } from '../sync-in-parts.ts';
import { claimedBy } from './other-claims.ts';
import type { Claim } from './settle-claim.ts';
import { claimedAtMs, settleClaim } from './settle-claim.ts';
import type { Taking } from './tell-moves.ts';
import { tellYielded } from './tell-moves.ts';

/** @throws {SyncError} `timeout` where it could not be read to its end: its figures are still the old ones. */
async function syncNow(ports: Ports, record: RecordRef): Promise<void> {
  const { status } = await syncInParts(ports, record);
  if (status === 'unfinished') throw new SyncError('timeout');
}

/** Figures that were saved after a change of ids. */
export interface Saved {
  readonly changes: readonly PropertyChange[];
  readonly figures: SavedFigures;
}

/**
 * Saves the figures that follow from a change; `changes` are those of the record being viewed. The deals
 * that lose something come first: where one of them still counts it, this record does not count it yet.
 */
export async function saveFiguresOf(
  ports: Ports,
  viewed: RecordRef,
  affectedBy: () => Promise<readonly RecordRef[]>,
): Promise<Saved> {
  // A company is read in parts, which the card asks for; so is what does not fit into this call.
  if (viewed.objectType === 'company') return { changes: [], figures: { status: 'not-asked' } };
  try {
    const others = new Map((await affectedBy()).map((deal) => [deal.recordId, deal]));
    others.delete(viewed.recordId);
    await Promise.all([...others.values()].map((record) => syncNow(ports, record)));
    const own = await syncInParts(ports, viewed);
    return own.status === 'synced'
      ? { changes: own.changes, figures: { status: 'saved' } }
      : { changes: [], figures: { status: 'not-asked' } };
  } catch (error) {
    return { changes: [], figures: { status: 'failed', error: asSyncError(error).failure } };
  }
}

/** What to do about a claim that was broken while the figures were saved. */
const MAX_ROUNDS = 3;

/** Which other deals lose something by a claim. */
export interface Consequences {
  /** Deals that had it until now. */
  readonly movedFrom: readonly RecordLink[];
  /** Payments that are linked or assigned, and where they counted before. */
  readonly takings: readonly Taking[];
  /** Other deals whose figures it changes, once it is settled. */
  readonly affected: () => Promise<readonly RecordLink[]>;
}

/** An id that was claimed here, and that another deal has. */
export interface TakenId {
  readonly id: string;
  readonly claimedBy: RecordLink;
}

interface Settlement {
  /** With the moment since which each is unbroken. */
  readonly kept: readonly (readonly [Claim, sinceMs: number | undefined])[];
  readonly taken: readonly TakenId[];
}

/** @returns null where one is not settled yet. */
async function settleAll(
  ports: Ports,
  deal: RecordRef,
  claims: readonly Claim[],
  takings: readonly Taking[],
): Promise<Settlement | null> {
  const kept: (readonly [Claim, number | undefined])[] = [];
  const taken: TakenId[] = [];
  for (const claim of claims) {
    const settling = await settleClaim(ports, deal, claim);
    if (settling.status === 'unsettled') return null;
    if (settling.status === 'settled') {
      kept.push([claim, settling.sinceMs]);
    } else {
      const to = linkOf(settling.to);
      taken.push({ id: claim.id, claimedBy: to });
      await tellYielded(ports, deal, claim, takings, to);
    }
  }
  return { kept, taken };
}

/** @throws {SyncError} `write-unconfirmed` where the deal does not make one of the claims any more. */
async function areUnbroken(
  ports: Ports,
  deal: RecordRef,
  kept: Settlement['kept'],
): Promise<boolean> {
  for (const [claim, settledSinceMs] of kept) {
    const sinceMs = await claimedAtMs(ports, deal, claim);
    if (sinceMs === undefined) throw new SyncError('write-unconfirmed');
    if (sinceMs !== settledSinceMs) return false;
  }
  return true;
}

type Settled = Saved & { readonly taken: readonly TakenId[] };

/** @returns null where not all of them are settled in the rounds of one call. */
async function settleAndSave(
  ports: Ports,
  deal: RecordRef,
  claims: readonly Claim[],
  { movedFrom, takings, affected }: Consequences,
): Promise<Settled | null> {
  const taken: TakenId[] = [];
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const isOpen = ({ id }: Claim): boolean => !taken.some((each) => each.id === id);
    const settlement = await settleAll(ports, deal, claims.filter(isOpen), takings);
    if (settlement === null) break;
    taken.push(...settlement.taken);
    const [first] = claims;
    const [lost] = taken;
    // While both claimed it, it counted on neither: a deal that has it now may have saved that.
    const keeping = taken.map((each) => each.claimedBy);
    if (settlement.kept.length === 0 && first !== undefined && lost !== undefined) {
      await saveFiguresOf(ports, deal, () => Promise.resolve([...movedFrom, ...keeping]));
      throw claimedBy(lost.claimedBy, first);
    }
    const losing = async () => [...(await affected()), ...keeping];
    const saved = await saveFiguresOf(ports, deal, losing);
    if (await areUnbroken(ports, deal, settlement.kept)) return { ...saved, taken };
  }
  return null;
}

/** The ids are written by then: where time ends, the same call again settles them. */
const untilTimeEnds = (error: unknown): null => {
  if (error instanceof SyncError && error.code === 'timeout') return null;
  throw error;
};

/**
 * Settles the claims and saves the figures that follow from them. A claim that was broken and repaired in
 * between could have been missed by the other deals, so all is done again.
 * @returns null where not all of them are settled yet.
 * @throws {SyncError} `claimed-by-other-deal` where another deal has all of them; `write-unconfirmed`
 */
export async function saveSettled(
  ports: Ports,
  deal: RecordRef,
  claims: readonly Claim[],
  consequences: Consequences,
): Promise<Settled | null> {
  const settled = await settleAndSave(ports, deal, claims, consequences).catch(untilTimeEnds);
  if (settled !== null) return settled;
  // The same call again finds those that only link the customer, and no longer those it took it from.
  await Promise.allSettled(consequences.movedFrom.map((record) => syncNow(ports, record)));
  return null;
}
