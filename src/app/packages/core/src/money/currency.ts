/**
 * ISO currency code in lower case, as Stripe writes it. A plain string: Stripe adds currencies
 * without notice, so an unknown one is kept and shown rather than refused.
 */
export type Currency = string;

// Stripe's own list, not ISO's: https://docs.stripe.com/currencies#zero-decimal (2026-10-28).
const ZERO_DECIMAL = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));

// Two decimals at Stripe for backward compatibility, none in the real world: 500 isk is 5 kr.
const TWO_DECIMAL_WITHOUT_SUBUNIT = new Set(['isk', 'ugx']);

/** Decimals between a currency's minor and major unit at Stripe: 0, 2 or 3. */
export function exponentOf(currency: Currency): 0 | 2 | 3 {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
}

/** True for currencies that Stripe counts in hundredths although they have no subunit. */
export function hasNoSubunit(currency: Currency): boolean {
  return TWO_DECIMAL_WITHOUT_SUBUNIT.has(currency);
}

/** True for text that can be a currency code at Stripe: lower case, no blanks. */
export function isCurrency(text: string): boolean {
  return /^[a-z][a-z0-9]{2,7}$/.test(text);
}
