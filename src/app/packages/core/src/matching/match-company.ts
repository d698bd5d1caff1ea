import type { RecordLink } from '../record/object-type.ts';
import { linkOf } from '../record/object-type.ts';
import type { Candidate } from './candidate.ts';
import type { Contender } from './contenders.ts';
import { byRecordId, namedOnly, reasonOf, strongest, strongestOf } from './contenders.ts';
import type { Match } from './match.ts';
import type { MatchEvidence } from './match-evidence.ts';
import { compareEvidence, evidenceFor, isExcluded } from './match-evidence.ts';
import type { DealOfCompany, Payer, RecordClaims, RecordKnowledge } from './record-claims.ts';
import { unreadRecord } from './record-claims.ts';

/** Why a company would have a payment. */
interface CompanyClaim {
  readonly companyId: string;
  readonly evidence: MatchEvidence;
  /** The deal, contact or company that the evidence is about. */
  readonly through: RecordLink;
}

/** Who could have paid, each with the strongest evidence of its type. */
interface Payers {
  readonly contacts: readonly Contender[];
  readonly companies: readonly Contender[];
}

function payersOf(candidate: Candidate, payers: readonly Payer[]): Payers {
  const bestOf = (type: Payer['objectType']): readonly Contender[] => {
    const known = payers.filter(({ objectType }) => objectType === type);
    return strongest<RecordClaims>(candidate, [...known, ...namedOnly(candidate, type, known)]);
  };
  return { contacts: bestOf('contact'), companies: bestOf('company') };
}

/** The records among those that were read; undefined where one of them was not. */
function readOf<R extends RecordClaims>(
  contenders: readonly Contender[],
  known: readonly R[],
): readonly R[] | undefined {
  const read = contenders.flatMap(({ record }) => known.find((each) => each === record) ?? []);
  return read.length === contenders.length ? read : undefined;
}

/** A deal, and why a candidate counts on it. */
interface Counting {
  readonly deal: DealOfCompany;
  readonly evidence: MatchEvidence;
  /** The deal itself, or who paid. */
  readonly by: RecordClaims;
}

/** The deal on which the candidate counts, as the deal itself decides (`matchCandidate`). */
function countingDeal(
  candidate: Candidate,
  { deals = [], payers }: RecordKnowledge,
  { contacts, companies }: Payers,
): Counting | undefined {
  const named = namedOnly(candidate, 'deal', deals);
  const direct = strongest<RecordClaims>(candidate, [...deals, ...named]);
  const [claiming] = direct;
  if (claiming !== undefined) {
    const [deal] = readOf(direct, deals) ?? [];
    if (direct.length > 1 || deal === undefined) return undefined;
    return { deal, evidence: claiming.evidence, by: deal };
  }
  const best = strongestOf([...contacts, ...companies]);
  const [payer] = best;
  const dealIds = new Set(readOf(best, payers)?.flatMap((each) => [...each.dealIds]));
  const deal = deals.find(({ recordId }) => dealIds.has(recordId));
  const isOnlyDeal = dealIds.size === 1 && deal?.linkedCustomerIds.size === 0;
  if (!isOnlyDeal || payer === undefined || isExcluded(candidate, deal)) return undefined;
  return { deal, evidence: payer.evidence, by: payer.record };
}

/** What the strongest contacts say, where they are all of one company. */
function contactClaim(
  contacts: readonly Contender[],
  payers: readonly Payer[],
): CompanyClaim | undefined {
  const [first] = contacts;
  const companyIds = new Set(readOf(contacts, payers)?.map(({ companyId }) => companyId));
  const [companyId = null] = companyIds;
  if (first === undefined || companyIds.size !== 1 || companyId === null) return undefined;
  return { companyId, evidence: first.evidence, through: first.record };
}

/** The claims that win: several, of different companies, where nothing decides. */
function winners(
  own: readonly CompanyClaim[],
  deal: CompanyClaim | undefined,
  contact: CompanyClaim | undefined,
): readonly CompanyClaim[] {
  const [strongestOwn] = own;
  if (deal !== undefined) {
    const isOutweighed =
      strongestOwn !== undefined && compareEvidence(strongestOwn.evidence, deal.evidence) < 0;
    return isOutweighed ? own : [deal];
  }
  if (contact === undefined) return own;
  const comparison =
    strongestOwn === undefined ? 1 : compareEvidence(strongestOwn.evidence, contact.evidence);
  if (comparison !== 0) return comparison < 0 ? own : [contact];
  return own.some(({ companyId }) => companyId === contact.companyId) ? own : [...own, contact];
}

/** All that may decide to which company a candidate belongs. */
function claimsOn(candidate: Candidate, knowledge: RecordKnowledge) {
  const { payers } = knowledge;
  const best = payersOf(candidate, payers);
  const own = best.companies.map(({ record, evidence }): CompanyClaim => ({
    companyId: record.recordId,
    evidence,
    through: record,
  }));
  const counting = countingDeal(candidate, knowledge, best);
  const companyId = counting?.deal.companyId ?? null;
  const deal: CompanyClaim | undefined =
    counting === undefined || companyId === null
      ? undefined
      : { companyId, evidence: counting.evidence, through: counting.by };
  return { own, deal, contact: contactClaim(best.contacts, payers) };
}

/**
 * Decides whether a candidate counts on a company. What counts on a deal counts on the deal's primary
 * company, unless a company has stronger evidence of its own. Else the strongest evidence of a company, or
 * of a contact for its primary company, wins; equal evidence counts on neither.
 */
export function matchForCompany(candidate: Candidate, knowledge: RecordKnowledge): Match {
  const { record, payers } = knowledge;
  const { own, deal, contact } = claimsOn(candidate, knowledge);
  const won = winners(own, deal, contact);
  const isHere = ({ companyId }: CompanyClaim): boolean => companyId === record.recordId;
  const others = won
    .filter((claim) => !isHere(claim))
    .map(({ companyId }) => {
      const read = payers.find(
        (each) => each.objectType === 'company' && each.recordId === companyId,
      );
      return linkOf(read ?? unreadRecord('company', companyId));
    })
    .sort(byRecordId);
  const here = won.find(isHere);
  if (here !== undefined) {
    const isOwn =
      here.through.objectType === 'company' && here.through.recordId === record.recordId;
    const reason = reasonOf(here.evidence, isOwn ? null : here.through);
    return others.length === 0
      ? { status: 'counted', reason }
      : { status: 'ambiguous', reason, others };
  }
  const [winner] = won;
  const isClaimed =
    evidenceFor(candidate, record) !== undefined ||
    [deal, contact].some((claim) => claim !== undefined && isHere(claim));
  if (winner === undefined || !isClaimed) return { status: 'unrelated' };
  return { status: 'elsewhere', reason: reasonOf(winner.evidence, winner.through), others };
}
