/** Stripe's decimals have at most twelve places: unit amounts in fractions of a minor unit. */
const PLACES = 12;
const ONE = 10n ** BigInt(PLACES);

const DECIMAL = /^(?<whole>\d+)(?:\.(?<fraction>\d{1,12}))?$/;

/** In units of 10^-12; undefined when the text is no such decimal. */
export function scaledDecimal(text: string): bigint | undefined {
  const groups = DECIMAL.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const fraction = (groups['fraction'] ?? '').padEnd(PLACES, '0');
  return BigInt(groups['whole'] ?? '0') * ONE + BigInt(fraction);
}

/** Half a minor unit is rounded up. */
export const roundedDecimal = (scaled: bigint): number => Number((scaled + ONE / 2n) / ONE);

/** The integer that the text stands for; null when it has a fraction. */
export function wholeAmount(text: string | null): number | null {
  const scaled = text === null ? undefined : scaledDecimal(text);
  return scaled === undefined || scaled % ONE !== 0n ? null : Number(scaled / ONE);
}
