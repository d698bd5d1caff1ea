import type { Metadata } from '../entities/row.ts';
import { METADATA_LIMITS } from '../world/text-limits.ts';
import { invalidRequest } from './errors.ts';

const {
  keys: MAX_KEYS,
  keyLength: MAX_KEY_LENGTH,
  valueLength: MAX_VALUE_LENGTH,
} = METADATA_LIMITS;

function check(metadata: Metadata): void {
  for (const [key, value] of Object.entries(metadata)) {
    if (key.length > MAX_KEY_LENGTH) {
      const message = `Metadata keys can be up to ${String(MAX_KEY_LENGTH)} characters long: ${key}`;
      throw invalidRequest(message, 'metadata');
    }
    if (value.length > MAX_VALUE_LENGTH) {
      const message = `Metadata values can have up to ${String(MAX_VALUE_LENGTH)} characters.`;
      throw invalidRequest(message, `metadata[${key}]`);
    }
  }
  if (Object.keys(metadata).length > MAX_KEYS) {
    throw invalidRequest(`Metadata can have up to ${String(MAX_KEYS)} keys.`, 'metadata');
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
