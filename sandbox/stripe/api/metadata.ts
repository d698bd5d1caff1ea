import type { Metadata } from '../entities/row.ts';
import { METADATA_LIMITS } from '../world/text-limits.ts';
import { invalidRequest } from './errors.ts';

const { keys: MOST_KEYS, keyLength: LONGEST_KEY, valueLength: LONGEST_VALUE } = METADATA_LIMITS;

function check(metadata: Metadata): void {
  for (const [key, value] of Object.entries(metadata)) {
    if (key.length > LONGEST_KEY) {
      const message = `Metadata keys can be up to ${String(LONGEST_KEY)} characters long: ${key}`;
      throw invalidRequest(message, 'metadata');
    }
    if (value.length > LONGEST_VALUE) {
      const message = `Metadata values can have up to ${String(LONGEST_VALUE)} characters.`;
      throw invalidRequest(message, `metadata[${key}]`);
    }
  }
  if (Object.keys(metadata).length > MOST_KEYS) {
    throw invalidRequest(`Metadata can have up to ${String(MOST_KEYS)} keys.`, 'metadata');
  }
}

/** Keys are merged; an empty value removes its key, an empty map removes them all. */
export function changedMetadata(
  before: Metadata,
  change: Metadata | 'emptied' | undefined,
): Metadata {
  if (change === undefined) return before;
  if (change === 'emptied') return {};
  check(change);
  const merged = Object.entries({ ...before, ...change }).filter(([, value]) => value !== '');
  const after = Object.fromEntries(merged);
  check(after);
  return after;
}
