import type {
  LinkPaymentsParameters,
  PropertyChange,
  RecordLink,
  StoredProperties,
  StripeCopy,
} from '@stripe-payments/core';
import { distinctById, linkOf } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { claimsOf, EXCLUDED } from '../collect/record-claims.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import type { IdChange, IdProperty } from '../change-ids.ts';
import { changeIds } from '../change-ids.ts';
import { copyAssignments, NOT_ASKED } from './copy-to-stripe.ts';
import { takingsOf } from './list-payments.ts';
import type { CountingDeal } from './other-claims.ts';
import { dealsHaving, linkedElsewhere, refuseUnagreed, tiesOf } from './other-claims.ts';
import type { ReferencedObject } from './references.ts';
import { parseReference, readReferencedObject } from './references.ts';
import type { Consequences } from './save-settled.ts';
import type { Claim } from './settle-claim.ts';
import { claimsNow } from './settle-claim.ts';
import type { Taking } from './tell-moves.ts';
import { tellGaining, tellLosing } from './tell-moves.ts';

/** What is asked of a record, and what it holds. */
export interface Change<A extends LinkPaymentsParameters['action']> {
  readonly ports: Ports;
  readonly viewed: ViewedRecord;
  readonly stored: StoredProperties;
  readonly asked: Extract<LinkPaymentsParameters, { readonly action: A }>;
}

export type Changing = Pick<Change<'assign'>, 'ports' | 'viewed' | 'stored'>;

export const changed = (
  { ports, viewed, stored }: Changing,
  property: IdProperty,
  change: IdChange,
): Promise<readonly PropertyChange[]> =>
  changeIds(ports, viewed, { property, stored, changes: [change] });

/** A change of ids that was made, and what follows from it. */
export interface Made extends Consequences {
  readonly ids: readonly string[];
  readonly changes: readonly PropertyChange[];
  /** A deal's, that no other deal may have. */
  readonly claims: readonly Claim[];
  /** Not of what another deal took. */
  readonly copy: (isTaken: (id: string) => boolean) => Promise<StripeCopy>;
}

export const made = (
  ids: readonly string[],
  changes: readonly PropertyChange[],
  more: Partial<Omit<Made, 'ids' | 'changes'>> = {},
): Made => ({
  ids,
  changes,
  movedFrom: [],
  takings: [],
  claims: [],
  affected: () => Promise.resolve([]),
  copy: () => Promise.resolve(NOT_ASKED),
  ...more,
});

/** Takes the ids out of the lists of other deals, and saves their figures without them. */
async function release(
  ports: Ports,
  deals: readonly RecordLink[],
  ids: readonly string[],
): Promise<void> {
  const property = 'stripe_payment_ids';
  for (const deal of deals) {
    for (const id of ids) {
      const { stored } = await ports.crm.saved(deal, [property], property);
      await changeIds(ports, deal, { property, stored, changes: [{ action: 'remove', id }] });
    }
  }
}

/** Changes ids in the record's lists, one after the other, each in a write of its own. */
export async function changedInTurn(
  { ports, viewed, stored }: Changing,
  wanted: readonly (IdChange & { readonly property: IdProperty })[],
): Promise<readonly PropertyChange[]> {
  const changes: PropertyChange[] = [];
  let now = stored;
  for (const { property, ...change } of wanted) {
    const made = await changeIds(ports, viewed, { property, stored: now, changes: [change] });
    changes.push(...made);
    for (const { name, to } of made) now = { ...now, [name]: to };
  }
  return changes;
}

/** What was taken off the record before is its own again. */
function assignedHere(
  change: Changing,
  ids: readonly string[],
): Promise<readonly PropertyChange[]> {
  const { excludedIds } = claimsOf(change.viewed, change.stored, change.ports.isFreeMail);
  return changedInTurn(
    change,
    ids.flatMap((id) => [
      { property: 'stripe_payment_ids', action: 'add', id },
      ...(excludedIds.has(id) ? [{ property: EXCLUDED, action: 'remove', id } as const] : []),
    ]),
  );
}

/** Assigns to a deal what the person has agreed to take from the deals that have it now. */
async function assignToDeal(
  { asked, ...change }: Change<'assign'>,
  ids: readonly string[],
  objects: readonly ReferencedObject[],
): Promise<Made> {
  const { ports, viewed } = change;
  const ties = tiesOf(objects);
  const self = claimsOf(viewed, change.stored, ports.isFreeMail);
  const taking = takingsOf(ports, self, objects);
  const found = await dealsHaving(ports, self, ties, taking);
  const moveFrom = new Set(asked.moveFrom);
  // In an earlier call of the same action two deals may have claimed it at once: settling decides then. What
  // only links its customer has it no more.
  const isClaimedHere = ids.every((id) => self.assignedIds.has(id));
  const isToSettle = ({ by, deal }: CountingDeal): boolean =>
    isClaimedHere && by !== 'metadata' && !moveFrom.has(deal.recordId);
  const having = found.filter((each) => !isToSettle(each));
  refuseUnagreed(having, asked.moveFrom ?? []);
  const agreed = new Set(having.map(({ deal }) => deal.recordId));
  const takings = (await taking).flatMap((each): readonly Taking[] => {
    if (!self.assignedIds.has(each.by)) return [each];
    // What an earlier call has assigned, it has noted, but not what another deal had meanwhile.
    const { otherwise } = each;
    return otherwise !== null && agreed.has(otherwise.recordId)
      ? [{ ...each, from: otherwise }]
      : [];
  });
  await tellLosing(ports, self, takings);
  // First here, then not there: in between it counts on neither.
  const changes = await assignedHere(change, ids);
  await tellGaining(ports, self, takings);
  const assigned = having.filter(({ by }) => by === 'assigned').map(({ deal }) => deal);
  await release(ports, assigned, ties.claim.ids);
  // An earlier call of the same move may have taken it from them already.
  const movedFrom = (await claimsNow(ports, [...moveFrom])).map(linkOf);
  return made(ids, changes, {
    movedFrom,
    takings,
    claims: objects.map(({ ids: twins }, which) => ({
      property: 'stripe_payment_ids',
      id: ids[which] ?? '',
      ids: twins,
    })),
    // A deal that linked the customer meanwhile may have counted the payment.
    affected: async () => [...movedFrom, ...(await linkedElsewhere(ports, viewed, ties.customers))],
  });
}

/** Assigns payments to the record. @throws {SyncError} where one does not exist or is another deal's. */
export async function assign(change: Change<'assign'>): Promise<Made> {
  const { ports, viewed, asked } = change;
  const parsed = asked.ids.map((id) => parseReference(ports.stripe, id));
  const references = distinctById(parsed);
  const ids = references.map(({ id }) => id);
  const objects = await Promise.all(
    references.map((reference) => readReferencedObject(ports.stripe, reference)),
  );
  const done =
    viewed.objectType === 'deal'
      ? await assignToDeal(change, ids, objects)
      : made(ids, await assignedHere(change, ids));
  const isAsked = asked.alsoInStripe === true;
  return {
    ...done,
    copy: (isTaken) =>
      copyAssignments(
        ports.stripe,
        references.filter(({ id }) => !isTaken(id)),
        viewed,
        isAsked,
      ),
  };
}
