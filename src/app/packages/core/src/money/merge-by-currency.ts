import type { Currency } from './currency.ts';

/** Entries of two lists by currency, in alphabetical order; those of one currency made one. */
export function mergeByCurrency<T extends { readonly currency: Currency }>(
  first: readonly T[],
  second: readonly T[],
  merge: (left: T, right: T) => T,
): readonly T[] {
  const merged = new Map(first.map((entry) => [entry.currency, entry]));
  for (const entry of second) {
    const before = merged.get(entry.currency);
    merged.set(entry.currency, before === undefined ? entry : merge(before, entry));
  }
  return [...merged.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
