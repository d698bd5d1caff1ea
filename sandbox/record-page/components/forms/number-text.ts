export interface NumberRules {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly precision?: number | undefined;
}

/** What a person typed as the number that it stands for: within the bounds, with no more decimals than allowed. */
export function parseNumber(text: string, { min, max, precision }: NumberRules): number | null {
  if (text.trim() === '' || !Number.isFinite(Number(text))) return null;
  const rounded = precision === undefined ? Number(text) : Number(Number(text).toFixed(precision));
  return Math.min(max ?? Infinity, Math.max(min ?? -Infinity, rounded));
}

export const numberText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
