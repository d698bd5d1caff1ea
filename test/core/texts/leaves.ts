type Said = (...parts: readonly (string | number)[]) => string;

/** A text of the catalogue by its path; one with parameters is called with the given values. */
export interface Leaf {
  readonly path: string;
  readonly text: string;
  readonly parts: readonly string[];
}

const isSaid = (value: unknown): value is Said => typeof value === 'function';

function leavesBelow(value: unknown, path: string, part: (index: number) => string): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value, parts: [] }];
  if (isSaid(value)) {
    const parts = Array.from({ length: value.length }, (_, index) => part(index));
    return [{ path, text: value(...parts), parts }];
  }
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is not a text.`);
  return Object.entries(value).flatMap(([key, below]) =>
    leavesBelow(below, path === '' ? key : `${path}.${key}`, part),
  );
}

/** Every text. A numeral as a part serves amounts, names and counts alike. */
export function leavesOf(
  texts: object,
  part: (index: number) => string = (index) => String(index + 21),
): readonly Leaf[] {
  return leavesBelow(texts, '', part);
}
