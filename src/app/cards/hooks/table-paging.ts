import type { Page } from './pages.ts';

/** What the SDK's table wants to know of its pages; nothing where there is one. */
export function tablePaging(
  { page, pageCount }: Page<unknown>,
  onPageChange: (page: number) => void,
) {
  return pageCount > 1
    ? ({ paginated: true, showFirstLastButtons: true, pageCount, page, onPageChange } as const)
    : ({ paginated: false } as const);
}
