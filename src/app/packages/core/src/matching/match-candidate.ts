import type { ObjectType, RecordLink } from '../record/object-type.ts';
import { linkOf } from '../record/object-type.ts';
import type { Candidate } from './candidate.ts';
import type { Payer, RecordClaims, RecordKnowledge } from './record-claims.ts';
import { hasId, unreadRecord } from './record-claims.ts';
import type { Match, Reason } from './match.ts';
import type { MatchEvidence } from './match-evidence.ts';
import { compareEvidence, evidenceFor, namedRecordIds } from './match-evidence.ts';

const UNRELATED: Match = { status: 'unrelated' };

/** A record, and the strongest evidence that a candidate belongs to it. */
interface Contender<R extends RecordClaims> {
  readonly record: R;
  readonly evidence: MatchEvidence;
}

/** The records with the strongest evidence of all, by record id; several where nothing decides. */
function strongest<R extends RecordClaims>(
  candidate: Candidate,
  records: readonly R[],
): readonly Contender<R>[] {
  let best: readonly Contender<R>[] = [];
  for (const record of records) {
    const evidence = evidenceFor(candidate, record);
    if (evidence === undefined) continue;
    const [leader] = best;
    const comparison = leader === undefined ? -1 : compareEvidence(evidence, leader.evidence);
    if (comparison < 0) best = [{ record, evidence }];
    else if (comparison === 0) best = [...best, { record, evidence }];
  }
  return [...best].sort((left, right) => byRecordId(left.record, right.record));
}

function byRecordId(left: RecordLink, right: RecordLink): number {
  if (left.recordId !== right.recordId) return left.recordId < right.recordId ? -1 : 1;
  return left.objectType < right.objectType ? -1 : 1;
}

const reasonOf = ({ kind, via }: MatchEvidence, payer: RecordLink | null): Reason => ({
  evidence: kind,
  via,
  payer: payer === null ? null : linkOf(payer),
});

/** Records known only because the candidate's metadata, or its customer's, names them. */
function namedOnly(
  candidate: Candidate,
  objectType: ObjectType,
  known: readonly RecordClaims[],
): readonly RecordClaims[] {
  return [...namedRecordIds(candidate, objectType)]
    .filter((recordId) => !known.some((each) => hasId(each, { objectType, recordId })))
    .map((id) => unreadRecord(objectType, id));
}

/**
 * The strongest evidence of any contact, if that contact belongs to the company. Where a contact of this
 * company and one of another have equal evidence, neither wins.
 */
function contactEvidence(
  candidate: Candidate,
  { payers, competingRecords }: RecordKnowledge,
): Contender<RecordClaims> | undefined {
  const own = payers.filter(({ objectType }) => objectType === 'contact');
  const known = [...own, ...competingRecords.filter(({ objectType }) => objectType === 'contact')];
  const best = strongest(candidate, [...known, ...namedOnly(candidate, 'contact', known)]);
  return best.every(({ record }) => own.some((contact) => contact === record))
    ? best[0]
    : undefined;
}

/** The record's own evidence, or, for a company, the stronger evidence of one of its contacts. */
function ownEvidence(
  candidate: Candidate,
  knowledge: RecordKnowledge,
): Contender<RecordClaims> | undefined {
  const { record } = knowledge;
  const evidence = evidenceFor(candidate, record);
  const own = evidence === undefined ? undefined : { record, evidence };
  if (record.objectType !== 'company') return own;
  const contact = contactEvidence(candidate, knowledge);
  if (own === undefined || contact === undefined) return own ?? contact;
  return compareEvidence(own.evidence, contact.evidence) <= 0 ? own : contact;
}

/** Deals of the payers, without the deal itself. */
function otherDeals(payers: readonly Payer[], deal: RecordLink): readonly RecordLink[] {
  const ids = new Set(payers.flatMap(({ dealIds }) => [...dealIds]));
  return [...ids]
    .filter((id) => id !== deal.recordId)
    .map((id) => linkOf(unreadRecord('deal', id)))
    .sort(byRecordId);
}

/**
 * Counts what a contact or company of the deal paid, where no evidence names a deal and the payer has no
 * other deal. A deal with linked customers gets nothing this way: the link says who pays for it.
 */
function matchByPayer(candidate: Candidate, { record, payers }: RecordKnowledge): Match {
  if (record.objectType !== 'deal' || record.linkedCustomerIds.size > 0) return UNRELATED;
  const named = [
    ...namedOnly(candidate, 'contact', payers),
    ...namedOnly(candidate, 'company', payers),
  ];
  const best = strongest<RecordClaims>(candidate, [...payers, ...named]);
  const knownPayers = payers.filter((payer) => best.some((each) => each.record === payer));
  const payersOfDeal = knownPayers.filter(({ dealIds }) => dealIds.has(record.recordId));
  const payer = best.find((each) => payersOfDeal.some((known) => known === each.record));
  if (payer === undefined) return UNRELATED;
  const reason = reasonOf(payer.evidence, payer.record);
  const others = otherDeals(knownPayers, record);
  // A payer known only by id may have other deals.
  const isOnlyDeal = others.length === 0 && knownPayers.length === best.length;
  return isOnlyDeal ? { status: 'counted', reason } : { status: 'candidate', reason, others };
}

/** Other records of the same type with the strongest evidence for the candidate. */
function strongestCompetitors(
  candidate: Candidate,
  { record, competingRecords }: RecordKnowledge,
): readonly Contender<RecordClaims>[] {
  const { objectType, recordId } = record;
  const known = competingRecords.filter((competitor) => competitor.objectType === objectType);
  const all = [...known, ...namedOnly(candidate, objectType, [record, ...known])];
  return strongest(
    candidate,
    all.filter((competitor) => competitor.recordId !== recordId),
  );
}

/**
 * Decides whether a candidate counts on a record. The strongest evidence wins; equal evidence for two
 * records counts on neither. Any evidence for a deal outweighs who paid.
 */
export function matchCandidate(candidate: Candidate, knowledge: RecordKnowledge): Match {
  const own = ownEvidence(candidate, knowledge);
  const competitors = strongestCompetitors(candidate, knowledge);
  const [competitor] = competitors;
  const others = competitors.map(({ record }) => linkOf(record));
  if (own === undefined) {
    const byPayer = matchByPayer(candidate, knowledge);
    if (competitor === undefined || byPayer.status === 'unrelated') return byPayer;
    return { status: 'elsewhere', reason: reasonOf(competitor.evidence, null), others };
  }
  const reason = reasonOf(own.evidence, own.record === knowledge.record ? null : own.record);
  const comparison =
    competitor === undefined ? -1 : compareEvidence(own.evidence, competitor.evidence);
  if (competitor === undefined || comparison < 0) return { status: 'counted', reason };
  if (comparison === 0) return { status: 'ambiguous', reason, others };
  return { status: 'elsewhere', reason: reasonOf(competitor.evidence, null), others };
}
