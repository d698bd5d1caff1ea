import type { Claimable, Nearness } from './claimable.ts';
import { NEARNESS } from './claimable.ts';
import type { Evidence } from './evidence.ts';
import { EVIDENCE } from './evidence.ts';
import type { Holder } from './knowledge.ts';

/** The strongest evidence that ties a thing to one record, and how near it is. */
export interface Tie {
  readonly evidence: Evidence;
  readonly nearness: Nearness;
  /** What matched: an id, an address or a domain. */
  readonly via: string;
}

/** Negative where the left tie is the stronger one, 0 where nothing decides between them. */
export function compareTies(left: Tie, right: Tie): number {
  const byEvidence = EVIDENCE.indexOf(left.evidence) - EVIDENCE.indexOf(right.evidence);
  if (byEvidence !== 0) return byEvidence;
  return NEARNESS.indexOf(left.nearness) - NEARNESS.indexOf(right.nearness);
}

type HandleMatch = (handle: Claimable['handles'][Nearness][number]) => boolean;

function nearest(
  { handles }: Claimable,
  evidence: Evidence,
  isMatch: HandleMatch,
): Tie | undefined {
  for (const nearness of NEARNESS) {
    const match = handles[nearness].find(isMatch);
    if (match !== undefined) return { evidence, nearness, via: match.id };
  }
  return undefined;
}

const itself = (evidence: Evidence, via: string): Tie => ({ evidence, nearness: 'itself', via });

function customerTie(thing: Claimable, holder: Holder): Tie | undefined {
  const { customer, customerId } = thing;
  if (customerId !== null && holder.linkedCustomerIds.has(customerId)) {
    return itself('linked', customerId);
  }
  const isNamed = customer?.recordClaims.some(
    ({ objectType, recordId }) => objectType === holder.objectType && recordId === holder.recordId,
  );
  return isNamed === true && customer !== null ? itself('customer', customer.id) : undefined;
}

/** An address is a guess, which a link replaces: a person has said whose payments the record's are. */
function addressTie({ address }: Claimable, holder: Holder): Tie | undefined {
  if (address === null || holder.linkedCustomerIds.size > 0) return undefined;
  const { written, comparable, domain } = address;
  if (holder.addresses.has(comparable)) return itself('email', written);
  const isOwn = domain !== undefined && holder.domains.has(domain);
  return isOwn ? itself('domain', domain) : undefined;
}

/** The strongest tie between a thing and a record; undefined where there is none. */
export function tieBetween(thing: Claimable, holder: Holder): Tie | undefined {
  const { objectType, recordId, assignedIds } = holder;
  return (
    nearest(thing, 'assigned', ({ id }) => assignedIds.has(id)) ??
    nearest(thing, 'metadata', ({ claims }) =>
      claims.some((claim) => claim.objectType === objectType && claim.recordId === recordId),
    ) ??
    customerTie(thing, holder) ??
    addressTie(thing, holder)
  );
}

/** Records of a type that the thing's metadata, or its customer's, names. */
export function namedRecordIds(
  { handles, customer }: Claimable,
  objectType: Holder['objectType'],
): ReadonlySet<string> {
  const claims = [
    ...NEARNESS.flatMap((nearness) => handles[nearness].flatMap((handle) => handle.claims)),
    ...(customer?.recordClaims ?? []),
  ];
  return new Set(
    claims.filter((claim) => claim.objectType === objectType).map(({ recordId }) => recordId),
  );
}
