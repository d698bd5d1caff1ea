const PAGE_SIZE = 10;

export interface Page<T> {
  readonly items: readonly T[];
  /** From 1 to `pageCount`. */
  readonly page: number;
  readonly pageCount: number;
}

/** The wanted page of a list, or the nearest one that exists. */
export function pageOf<T>(items: readonly T[], wantedPage: number): Page<T> {
  const pageCount = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, wantedPage), pageCount);
  return { items: items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE), page, pageCount };
}

/** What the SDK's table wants to know of its pages; nothing where there is one. */
export function tablePaging(
  { page, pageCount }: Page<unknown>,
  onPageChange: (page: number) => void,
) {
  return pageCount > 1
    ? ({ paginated: true, showFirstLastButtons: true, pageCount, page, onPageChange } as const)
    : ({ paginated: false } as const);
}
