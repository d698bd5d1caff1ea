/** Why a payment is on a record, strongest first (docs/how-payments-match.md). */
export const EVIDENCE = ['assigned', 'metadata', 'linked', 'customer', 'email', 'domain'] as const;

export type Evidence = (typeof EVIDENCE)[number];

/** The values of `stripe_match`. */
export const MATCH_VALUES = [
  'linked',
  'assigned',
  'metadata',
  'customer',
  'email',
  'domain',
  'ambiguous',
  'none',
] as const;

export type MatchValue = (typeof MATCH_VALUES)[number];

/** The weakest evidence that was used; `none` where nothing was found. */
export function weakestEvidence(used: Iterable<Evidence>): Evidence | 'none' {
  const kinds = new Set(used);
  return EVIDENCE.findLast((evidence) => kinds.has(evidence)) ?? 'none';
}
