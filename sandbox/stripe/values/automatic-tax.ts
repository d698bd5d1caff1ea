interface Located {
  readonly country: string | null;
}

/** Where the account collects tax, with the standard rate in percent. Elsewhere it collects none. */
const RATES: ReadonlyMap<string, number> = new Map([
  ['AT', 20],
  ['DE', 19],
  ['ES', 21],
  ['FR', 20],
  ['GB', 20],
  ['IE', 23],
  ['IT', 22],
  ['NL', 21],
]);

/** The country alone does not say the tax: https://docs.stripe.com/tax/customer-locations (2026-10). */
const NEEDS_POSTAL_CODE: ReadonlySet<string> = new Set(['CA', 'US']);

/** True where tax can be calculated: customers here have no more of an address than a country. */
export const isLocated = ({ country }: Located): boolean =>
  country !== null && !NEEDS_POSTAL_CODE.has(country);

/** On top of the lines, as one rate. */
export function automaticRates({
  country,
}: Located): readonly { readonly percentage: number; readonly isInclusive: boolean }[] {
  const percentage = RATES.get(country ?? '');
  return percentage === undefined ? [] : [{ percentage, isInclusive: false }];
}
