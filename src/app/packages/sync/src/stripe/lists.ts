import Stripe from 'stripe';
import { TransportError, WrongAnswerError } from '../http/answer.ts';
import { SyncError } from '../sync-error.ts';
import type { SearchOutcome } from '../ports.ts';

/** The largest page that Stripe gives. */
export const PAGE_SIZE = 100;

export const inParts = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );

export const inList = (paths: readonly string[]): string[] => paths.map((path) => `data.${path}`);

/** Our own errors and Stripe's pass; what else the iteration throws is a page of the wrong shape. */
const isUnderstood = (error: unknown): boolean =>
  error instanceof SyncError ||
  error instanceof TransportError ||
  error instanceof Stripe.errors.StripeError;

async function nextOf<T>(pages: AsyncIterator<T>): Promise<IteratorResult<T>> {
  try {
    return await pages.next();
  } catch (error) {
    if (isUnderstood(error)) throw error;
    throw new WrongAnswerError('A list is incomplete.', { cause: error });
  }
}

/**
 * Every object of a list or search on all its pages, through Stripe's own pagination.
 * @throws {WrongAnswerError} where a page has an object again, as one whose cursor does not move.
 */
export async function* everyItem<T extends { readonly id: string }>(
  list: AsyncIterable<T>,
): AsyncGenerator<T, void, undefined> {
  const seen = new Set<string>();
  const pages = list[Symbol.asyncIterator]();
  for (;;) {
    const next = await nextOf(pages);
    if (next.done === true) return;
    const { id } = next.value;
    if (seen.has(id)) {
      throw new WrongAnswerError('A list has an object on two pages.');
    }
    seen.add(id);
    yield next.value;
  }
}

export async function allOf<T extends { readonly id: string }>(
  list: AsyncIterable<T>,
): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const item of everyItem(list)) items.push(item);
  return items;
}

/** True for a request that Stripe will refuse every time: no outage and no missing permission. */
export const isRefused = (error: unknown): error is Stripe.errors.StripeInvalidRequestError =>
  error instanceof Stripe.errors.StripeInvalidRequestError;

/**
 * Search is not offered everywhere (not in India, for one). Stripe says so in words only: "The search
 * feature is temporarily unavailable in your region", "search feature unavailable for merchant". Any other
 * refusal is a search that was not made, and decides nothing.
 */
const isSearchUnavailable = (error: unknown): boolean =>
  isRefused(error) &&
  /\bsearch\b.*\b(unavailable|not (available|supported))\b/i.test(error.message);

/** Runs searches; says so where the account has none. */
export async function whereSearchable(searches: () => Promise<void>): Promise<SearchOutcome> {
  try {
    await searches();
    return 'searched';
  } catch (error) {
    if (isSearchUnavailable(error)) return 'search-unavailable';
    throw error;
  }
}
