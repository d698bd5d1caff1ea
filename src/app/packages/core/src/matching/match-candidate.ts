import type { RecordLink } from '../record/object-type.ts';
import { linkOf } from '../record/object-type.ts';
import type { Candidate } from './candidate.ts';
import type { Contender } from './contenders.ts';
import { byRecordId, namedOnly, reasonOf, strongest } from './contenders.ts';
import type { Match } from './match.ts';
import { compareEvidence, evidenceFor, isExcluded } from './match-evidence.ts';
import type { Payer, RecordClaims, RecordKnowledge } from './record-claims.ts';
import { unreadRecord } from './record-claims.ts';

const UNRELATED: Match = { status: 'unrelated' };

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
  if (isExcluded(candidate, record)) return UNRELATED;
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
): readonly Contender[] {
  const { objectType, recordId } = record;
  const known = competingRecords.filter((competitor) => competitor.objectType === objectType);
  const all = [...known, ...namedOnly(candidate, objectType, [record, ...known])];
  return strongest(
    candidate,
    all.filter((competitor) => competitor.recordId !== recordId),
  );
}

/**
 * Decides whether a candidate counts on a deal or contact. The strongest evidence wins; equal evidence for two
 * records counts on neither. Any evidence for a deal outweighs who paid.
 */
export function matchCandidate(candidate: Candidate, knowledge: RecordKnowledge): Match {
  const { record } = knowledge;
  const own = evidenceFor(candidate, record);
  const competitors = strongestCompetitors(candidate, knowledge);
  const [competitor] = competitors;
  const others = competitors.map((each) => linkOf(each.record));
  if (own === undefined) {
    const byPayer = matchByPayer(candidate, knowledge);
    if (competitor === undefined || byPayer.status === 'unrelated') return byPayer;
    return { status: 'elsewhere', reason: reasonOf(competitor.evidence, null), others };
  }
  const reason = reasonOf(own, null);
  const comparison = competitor === undefined ? -1 : compareEvidence(own, competitor.evidence);
  if (competitor === undefined || comparison < 0) return { status: 'counted', reason };
  if (comparison === 0) return { status: 'ambiguous', reason, others };
  return { status: 'elsewhere', reason: reasonOf(competitor.evidence, null), others };
}
