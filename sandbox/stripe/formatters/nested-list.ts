/** A nested list shows this many; the rest is had from its `url`. */
const NESTED_LIST_LENGTH = 10;

export interface NestedList<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

export const nestedList = <R, T>(
  rows: readonly R[],
  url: string,
  format: (row: R) => T,
): NestedList<T> => ({
  object: 'list',
  data: rows.slice(0, NESTED_LIST_LENGTH).map(format),
  has_more: rows.length > NESTED_LIST_LENGTH,
  url,
});
