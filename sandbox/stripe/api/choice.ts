import { invalidRequest } from './errors.ts';

function listed(values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length > 1 ? `${values.slice(0, -1).join(', ')}, or ${last}` : last;
}

/** One of these words; throws the 400 that lists them. */
export function choiceOf<T extends string>(
  text: string | undefined,
  values: readonly T[],
  param: string,
): T | undefined {
  if (text === undefined) return undefined;
  const value = values.find((each) => each === text);
  if (value !== undefined) return value;
  throw invalidRequest(`Invalid ${param}: must be one of ${listed(values)}`, param);
}
