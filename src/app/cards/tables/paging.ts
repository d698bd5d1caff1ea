const PAGE_SIZE = 10;

export interface Page<T> {
  readonly items: readonly T[];
  /** From 1 to `pageCount`. */
  readonly page: number;
  readonly pageCount: number;
}

/** A part of a list that is short enough to be looked at; the wanted page, or the nearest there is. */
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
