import type { Attribution, Placed, RecordLink } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { namesOf } from '../knowledge/payers.ts';

/** So many names are read at most; the others are shown by their id. */
const MOST_NAMES = 100;

function othersOf({ placement }: Placed<unknown>): readonly RecordLink[] {
  return 'others' in placement ? placement.others : [];
}

/** The attribution with the names of the deals that a payment could also be of. */
export async function withDealNames(ports: Ports, attribution: Attribution): Promise<Attribution> {
  const unnamed = attribution.charges
    .flatMap(othersOf)
    .filter(({ objectType, name }) => objectType === 'deal' && name === null)
    .map(({ recordId }) => recordId);
  const wanted = [...new Set(unnamed)].slice(0, MOST_NAMES);
  if (wanted.length === 0) return attribution;
  const names = await readNames(ports, wanted);
  const named = (link: RecordLink): RecordLink => ({
    ...link,
    name: link.name ?? (link.objectType === 'deal' ? (names.get(link.recordId) ?? null) : null),
  });
  return {
    ...attribution,
    charges: attribution.charges.map((placed) => {
      const { placement } = placed;
      if (!('others' in placement)) return placed;
      return { ...placed, placement: { ...placement, others: placement.others.map(named) } };
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
