import type { ObjectType, RecordLink } from '../record/object-type.ts';
import { linkOf } from '../record/object-type.ts';
import type { Candidate } from './candidate.ts';
import type { Reason } from './match.ts';
import type { MatchEvidence } from './match-evidence.ts';
import { compareEvidence, evidenceFor, namedRecordIds } from './match-evidence.ts';
import type { RecordClaims } from './record-claims.ts';
import { hasId, unreadRecord } from './record-claims.ts';

/** A record, and the strongest evidence that a candidate belongs to it. */
export interface Contender<R extends RecordClaims = RecordClaims> {
  readonly record: R;
  readonly evidence: MatchEvidence;
}

export function byRecordId(left: RecordLink, right: RecordLink): number {
  if (left.recordId !== right.recordId) return left.recordId < right.recordId ? -1 : 1;
  return left.objectType < right.objectType ? -1 : 1;
}

/** Those with the strongest evidence of all, by record id; several where nothing decides. */
export function strongestOf<R extends RecordClaims>(
  contenders: readonly Contender<R>[],
): readonly Contender<R>[] {
  let best: readonly Contender<R>[] = [];
  for (const contender of contenders) {
    const [leader] = best;
    const comparison =
      leader === undefined ? -1 : compareEvidence(contender.evidence, leader.evidence);
    if (comparison < 0) best = [contender];
    else if (comparison === 0) best = [...best, contender];
  }
  return [...best].sort((left, right) => byRecordId(left.record, right.record));
}

/** The records with the strongest evidence of all, by record id; several where nothing decides. */
export const strongest = <R extends RecordClaims>(
  candidate: Candidate,
  records: readonly R[],
): readonly Contender<R>[] =>
  strongestOf(
    records.flatMap((record) => {
      const evidence = evidenceFor(candidate, record);
      return evidence === undefined ? [] : [{ record, evidence }];
    }),
  );

/** Records known only because the candidate's metadata, or its customer's, names them. */
export function namedOnly(
  candidate: Candidate,
  objectType: ObjectType,
  known: readonly RecordClaims[],
): readonly RecordClaims[] {
  return [...namedRecordIds(candidate, objectType)]
    .filter((recordId) => !known.some((each) => hasId(each, { objectType, recordId })))
    .map((id) => unreadRecord(objectType, id));
}

export const reasonOf = ({ kind, via }: MatchEvidence, payer: RecordLink | null): Reason => ({
  evidence: kind,
  via,
  payer: payer === null ? null : linkOf(payer),
});
