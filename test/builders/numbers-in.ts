/** Every number inside a value of plain objects and arrays, with the path to it. */
export function numbersIn(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

/** Paths of numbers that no ledger may hold: NaN, infinite, fractional, unsafe or -0. */
export function unsafeNumbersIn(value: unknown): readonly string[] {
  return numbersIn(value)
    .filter(([, number]) => !Number.isSafeInteger(number) || Object.is(number, -0))
    .map(([path, number]) => `${path} is ${Object.is(number, -0) ? '-0' : String(number)}`);
}
