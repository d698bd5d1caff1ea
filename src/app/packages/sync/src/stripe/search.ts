import Stripe from 'stripe';
import type { SearchOutcome } from '../ports.ts';
import type { SearchPage } from './pages.ts';
import { eachSearchPage } from './pages.ts';
import type { StripeReader } from './reader.ts';
import { inLane, PAGE_SIZE } from './reader.ts';

/**
 * Search is not offered everywhere (not in India, for one). What exactly Stripe answers there could not
 * be confirmed, so any refusal of the request itself counts; a missing permission does not.
 */
function isSearchUnavailable(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    (error.statusCode === 400 || error.statusCode === 404)
  );
}

interface SearchParams {
  readonly query: string;
  readonly limit: number;
  readonly page?: string;
}

/** Everything that a query finds, on all its pages. */
export async function searchAll<T>(
  reader: StripeReader,
  query: string,
  search: (params: SearchParams, options: { timeout: number }) => Promise<SearchPage<T>>,
): Promise<readonly T[]> {
  const found: T[] = [];
  await eachSearchPage(
    inLane(reader, 'search'),
    (after, timeout) =>
      search(
        { query, limit: PAGE_SIZE, ...(after === undefined ? {} : { page: after }) },
        { timeout },
      ),
    (page) => found.push(...page),
  );
  return found;
}

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
