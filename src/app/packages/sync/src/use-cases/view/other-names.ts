import type { MatchedObjects, Matched, RecordLink } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { namesOf } from '../knowledge/payers.ts';

/** So many names are read at most; the others are shown by their id. */
const MAX_NAMES = 100;

function othersOf({ match }: Matched<unknown>): readonly RecordLink[] {
  return 'others' in match ? match.others : [];
}

/** The attribution with the names of the deals that a payment could also be of. */
export async function withDealNames(
  ports: Ports,
  attribution: MatchedObjects,
): Promise<MatchedObjects> {
  const unnamed = attribution.charges
    .flatMap(othersOf)
    .filter(({ objectType, name }) => objectType === 'deal' && name === null)
    .map(({ recordId }) => recordId);
  const wanted = [...new Set(unnamed)].slice(0, MAX_NAMES);
  if (wanted.length === 0) return attribution;
  const names = await readNames(ports, wanted);
  const named = (link: RecordLink): RecordLink => ({
    ...link,
    name: link.name ?? (link.objectType === 'deal' ? (names.get(link.recordId) ?? null) : null),
  });
  return {
    ...attribution,
    charges: attribution.charges.map((matched) => {
      const { match } = matched;
      if (!('others' in match)) return matched;
      return { ...matched, match: { ...match, others: match.others.map(named) } };
    }),
  };
}

async function readNames(
  ports: Ports,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  try {
    return await namesOf(ports, 'deal', ids);
  } catch {
    // A name only adorns a link.
    return new Map();
  }
}
