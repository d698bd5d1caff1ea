import type { Charge } from '../payment/charge.ts';
import type { Candidate, Distance } from './candidate.ts';
import { chargeCandidate, DISTANCES } from './candidate.ts';
import type { Evidence } from './evidence.ts';
import { EVIDENCE } from './evidence.ts';
import type { RecordClaims } from './record-claims.ts';
import { hasId } from './record-claims.ts';
import type { Relations } from './relations.ts';

/** The strongest evidence for one candidate on one record, and how far from the candidate it was found. */
export interface MatchEvidence {
  readonly kind: Evidence;
  readonly distance: Distance;
  /** What matched: an id, an email or a domain. */
  readonly via: string;
}

/** Negative where the left evidence is stronger, 0 where neither is. */
export function compareEvidence(left: MatchEvidence, right: MatchEvidence): number {
  const byKind = EVIDENCE.indexOf(left.kind) - EVIDENCE.indexOf(right.kind);
  if (byKind !== 0) return byKind;
  return DISTANCES.indexOf(left.distance) - DISTANCES.indexOf(right.distance);
}

type ReferenceTest = (reference: Candidate['references'][Distance][number]) => boolean;

function nearest(
  { references }: Candidate,
  kind: Evidence,
  isMatch: ReferenceTest,
): MatchEvidence | undefined {
  for (const distance of DISTANCES) {
    const reference = references[distance].find(isMatch);
    if (reference !== undefined) return { kind, distance, via: reference.id };
  }
  return undefined;
}

const direct = (kind: Evidence, via: string): MatchEvidence => ({ kind, distance: 'itself', via });

function customerEvidence(candidate: Candidate, record: RecordClaims): MatchEvidence | undefined {
  const { customer, customerId } = candidate;
  if (customerId !== null && record.linkedCustomerIds.has(customerId)) {
    return direct('linked', customerId);
  }
  const isNamed = customer?.recordClaims.some((claim) => hasId(record, claim));
  return isNamed === true && customer !== null ? direct('customer', customer.id) : undefined;
}

/** Emails and domains are guesses, so a linked customer replaces them. */
function addressEvidence({ address }: Candidate, record: RecordClaims): MatchEvidence | undefined {
  if (address === null || record.linkedCustomerIds.size > 0) return undefined;
  const { written, comparable, domain } = address;
  if (record.addresses.has(comparable)) return direct('email', written);
  const isOwn = domain !== undefined && record.domains.has(domain);
  return isOwn ? direct('domain', domain) : undefined;
}

const assignment = (candidate: Candidate, { assignedIds }: RecordClaims) =>
  nearest(candidate, 'assigned', ({ id }) => assignedIds.has(id));

/**
 * True where a person took the candidate off the record. Of an assignment and this the nearer one counts, so
 * one payment of an assigned subscription can be taken off.
 */
export function isExcluded(candidate: Candidate, record: RecordClaims): boolean {
  const { excludedIds } = record;
  if (excludedIds.size === 0) return false;
  const excluded = nearest(candidate, 'assigned', ({ id }) => excludedIds.has(id));
  if (excluded === undefined) return false;
  const assigned = assignment(candidate, record);
  return assigned === undefined || compareEvidence(excluded, assigned) < 0;
}

/** The strongest evidence that a candidate belongs to a record; undefined where there is none. */
export function evidenceFor(candidate: Candidate, record: RecordClaims): MatchEvidence | undefined {
  if (record.isGone === true || isExcluded(candidate, record)) return undefined;
  return (
    assignment(candidate, record) ??
    nearest(candidate, 'metadata', ({ claims }) => claims.some((claim) => hasId(record, claim))) ??
    customerEvidence(candidate, record) ??
    addressEvidence(candidate, record)
  );
}

/** True where there is evidence for the payment on one of the records, by what was read of its documents. */
export function isEvident(
  charge: Charge,
  relations: Relations,
  records: readonly RecordClaims[],
): boolean {
  const candidate = chargeCandidate(charge, relations);
  return records.some((record) => evidenceFor(candidate, record) !== undefined);
}

/**
 * IDs of the records of a type that the candidate's metadata, or its customer's, names. Not by another
 * tool's key: such a record is evidence once it was read.
 */
export function namedRecordIds(
  { references, customer }: Candidate,
  objectType: RecordClaims['objectType'],
): ReadonlySet<string> {
  const claims = [
    ...DISTANCES.flatMap((distance) =>
      references[distance].flatMap((reference) => reference.claims),
    ),
    ...(customer?.recordClaims ?? []),
  ];
  return new Set(
    claims
      .filter((claim) => claim.objectType === objectType && claim.isForeign !== true)
      .map(({ recordId }) => recordId),
  );
}
