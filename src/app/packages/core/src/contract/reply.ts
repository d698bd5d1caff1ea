import type { RepliedFailure } from './failure.ts';

/** What every function answers. Nothing is thrown at a card. */
export type Reply<T extends object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly error: RepliedFailure };

/** True for JSON that has the form of a reply; the rest of it comes from the same build as the card. */
export function isReply<T extends object>(value: unknown): value is Reply<T> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true || (value.ok === false && 'error' in value);
}
