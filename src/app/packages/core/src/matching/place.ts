import type { ObjectType, RecordLink } from '../record/object-type.ts';
import type { Claimable } from './claimable.ts';
import type { Holder, Payer, RecordKnowledge } from './knowledge.ts';
import { namedHolder } from './knowledge.ts';
import type { Placement, Reason } from './placement.ts';
import type { Tie } from './strength.ts';
import { compareTies, namedRecordIds, tieBetween } from './strength.ts';

const UNRELATED: Placement = { status: 'unrelated' };

interface Tied<H extends Holder> {
  readonly holder: H;
  readonly tie: Tie;
}

/** Those that are tied to the thing by the strongest tie among them, by record id. */
function strongest<H extends Holder>(thing: Claimable, holders: readonly H[]): readonly Tied<H>[] {
  let best: readonly Tied<H>[] = [];
  for (const holder of holders) {
    const tie = tieBetween(thing, holder);
    if (tie === undefined) continue;
    const [leader] = best;
    const comparison = leader === undefined ? -1 : compareTies(tie, leader.tie);
    if (comparison < 0) best = [{ holder, tie }];
    else if (comparison === 0) best = [...best, { holder, tie }];
  }
  return [...best].sort((left, right) => byRecordId(left.holder, right.holder));
}

function byRecordId(left: RecordLink, right: RecordLink): number {
  if (left.recordId !== right.recordId) return left.recordId < right.recordId ? -1 : 1;
  return left.objectType < right.objectType ? -1 : 1;
}

function linkOf({ objectType, recordId, name }: RecordLink): RecordLink {
  return { objectType, recordId, name };
}

const reasonOf = ({ evidence, via }: Tie, payer: RecordLink | null): Reason => ({
  evidence,
  via,
  payer: payer === null ? null : linkOf(payer),
});

/** Records of a type that are known only by being named in the thing's metadata, or its customer's. */
function namedOnly(
  thing: Claimable,
  objectType: ObjectType,
  known: readonly RecordLink[],
): readonly Holder[] {
  return [...namedRecordIds(thing, objectType)]
    .filter((id) => !known.some((each) => each.objectType === objectType && each.recordId === id))
    .map((id) => namedHolder(objectType, id));
}

/**
 * What ties the thing to a contact of the company: the strongest tie of any contact, if it is one of the
 * company's. Of a contact in this company and one in another, tied equally, nobody knows who paid.
 */
function contactTie(
  thing: Claimable,
  { payers, rivals }: RecordKnowledge,
): Tied<Holder> | undefined {
  const own = payers.filter(({ objectType }) => objectType === 'contact');
  const known = [...own, ...rivals.filter(({ objectType }) => objectType === 'contact')];
  const tied = strongest(thing, [...known, ...namedOnly(thing, 'contact', known)]);
  return tied.every(({ holder }) => own.some((contact) => contact === holder))
    ? tied[0]
    : undefined;
}

/** What ties the thing to the record: its own evidence, or, for a company, stronger one of a contact. */
function ownTie(thing: Claimable, knowledge: RecordKnowledge): Tied<Holder> | undefined {
  const { record } = knowledge;
  const tie = tieBetween(thing, record);
  const own = tie === undefined ? undefined : { holder: record, tie };
  if (record.objectType !== 'company') return own;
  const contact = contactTie(thing, knowledge);
  if (own === undefined || contact === undefined) return own ?? contact;
  return compareTies(own.tie, contact.tie) <= 0 ? own : contact;
}

/** Deals of those who may have paid, without the deal itself. */
function otherDeals(payers: readonly Payer[], deal: RecordLink): readonly RecordLink[] {
  const ids = new Set(payers.flatMap(({ dealIds }) => [...dealIds]));
  return [...ids]
    .filter((id) => id !== deal.recordId)
    .map((id) => linkOf(namedHolder('deal', id)))
    .sort(byRecordId);
}

/**
 * A contact or company paid, and nothing ties the payment to a deal: it is the deal's if they have no
 * other. A deal with linked customers takes nothing in this way: a person has said who pays for it.
 */
function placeByPayer(thing: Claimable, { record, payers }: RecordKnowledge): Placement {
  if (record.objectType !== 'deal' || record.linkedCustomerIds.size > 0) return UNRELATED;
  const named = [...namedOnly(thing, 'contact', payers), ...namedOnly(thing, 'company', payers)];
  const tied = strongest<Holder>(thing, [...payers, ...named]);
  const known = payers.filter((payer) => tied.some(({ holder }) => holder === payer));
  const ofDeal = known.filter(({ dealIds }) => dealIds.has(record.recordId));
  const payer = tied.find(({ holder }) => ofDeal.some((each) => each === holder));
  if (payer === undefined) return UNRELATED;
  const reason = reasonOf(payer.tie, payer.holder);
  const others = otherDeals(known, record);
  // A payer of whom only the id is known may have other deals.
  const isOnlyDeal = others.length === 0 && known.length === tied.length;
  return isOnlyDeal ? { status: 'counted', reason } : { status: 'candidate', reason, others };
}

/** Other records of the record's type that the thing is tied to the most. */
function strongestRivals(
  thing: Claimable,
  { record, rivals }: RecordKnowledge,
): readonly Tied<Holder>[] {
  const { objectType, recordId } = record;
  const known = rivals.filter((rival) => rival.objectType === objectType);
  const all = [...known, ...namedOnly(thing, objectType, [record, ...known])];
  return strongest(
    thing,
    all.filter((rival) => rival.recordId !== recordId),
  );
}

/**
 * Where a thing stands with regard to a record. The strongest tie wins; two equal ones of different
 * records count on neither. Any tie to a deal outweighs who paid.
 */
export function place(thing: Claimable, knowledge: RecordKnowledge): Placement {
  const own = ownTie(thing, knowledge);
  const tied = strongestRivals(thing, knowledge);
  const [rival] = tied;
  const others = tied.map(({ holder }) => linkOf(holder));
  if (own === undefined) {
    const byPayer = placeByPayer(thing, knowledge);
    if (rival === undefined || byPayer.status === 'unrelated') return byPayer;
    return { status: 'elsewhere', reason: reasonOf(rival.tie, null), others };
  }
  const reason = reasonOf(own.tie, own.holder === knowledge.record ? null : own.holder);
  const comparison = rival === undefined ? -1 : compareTies(own.tie, rival.tie);
  if (rival === undefined || comparison < 0) return { status: 'counted', reason };
  if (comparison === 0) return { status: 'ambiguous', reason, others };
  return { status: 'elsewhere', reason: reasonOf(rival.tie, null), others };
}
