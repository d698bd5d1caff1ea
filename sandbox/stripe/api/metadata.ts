import type { Metadata } from '../entities/row.ts';
import { invalidRequest } from './errors.ts';

/** https://docs.stripe.com/api/metadata: 50 keys, names of 40 and values of 500 characters. */
const MOST_KEYS = 50;
const LONGEST_KEY = 40;
const LONGEST_VALUE = 500;

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
