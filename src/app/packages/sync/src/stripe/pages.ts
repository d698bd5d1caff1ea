import type { Caller } from '../http/retry.ts';

interface Page<T> {
  readonly data: readonly T[];
  readonly has_more: boolean;
}

export interface SearchPage<T> extends Page<T> {
  readonly next_page: string | null;
}

type FetchPage<P> = (after: string | undefined, timeoutMs: number) => Promise<P>;

/** Every page of a list, in Stripe's order, handed over as it arrives. */
export async function eachListPage<T extends { readonly id: string }>(
  caller: Caller,
  fetchPage: FetchPage<Page<T>>,
  onPage: (items: readonly T[]) => void,
): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const page = await caller.call((timeoutMs) => fetchPage(after, timeoutMs));
    onPage(page.data);
    after = page.data.at(-1)?.id;
    if (!page.has_more || after === undefined) return;
  }
}

/** Every page of a search. */
export async function eachSearchPage<T>(
  caller: Caller,
  fetchPage: FetchPage<SearchPage<T>>,
  onPage: (items: readonly T[]) => void,
): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const page = await caller.call((timeoutMs) => fetchPage(after, timeoutMs));
    onPage(page.data);
    after = page.next_page ?? undefined;
    if (!page.has_more || after === undefined) return;
  }
}
