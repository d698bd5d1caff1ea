/** Stripe's own list, which is neither ISO's nor Intl's: https://docs.stripe.com/currencies. */
const ZERO_DECIMAL = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const THREE_DECIMAL = new Set('bhd jod kwd omr tnd'.split(' '));
/** Two decimals for Stripe, but only whole units can be charged. */
const WHOLE_UNITS_ONLY = new Set(['isk', 'ugx']);

export function exponentOf(currency: string): 0 | 2 | 3 {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return THREE_DECIMAL.has(currency) ? 3 : 2;
}

/** Why Stripe would refuse this amount in minor units, or undefined when it is fine. */
export function amountRefusal(amount: number, currency: string): string | undefined {
  if (!Number.isSafeInteger(amount) || amount <= 0) return 'The amount must be a positive integer.';
  if (THREE_DECIMAL.has(currency) && amount % 10 !== 0) {
    return `The last digit of an amount in ${currency} must be 0.`;
  }
  if (WHOLE_UNITS_ONLY.has(currency) && amount % 100 !== 0) {
    return `An amount in ${currency} must end in 00.`;
  }
  return undefined;
}

/** Minor units; https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts. */
const MINIMUM: Readonly<Record<string, number>> = {
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1_500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  inr: 50,
  jpy: 50,
  mxn: 1_000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1_000,
  usd: 50,
};

/** The least that a payment takes, in minor units; 1 where Stripe's list has no figure. */
export const minimumCharge = (currency: string): number => MINIMUM[currency] ?? 1;

/** Eight digits. */
export const MAX_CHARGE = 99_999_999;

/** `12345, 'usd'` -> `123.45`. Text only: no float ever holds money. */
export function majorText(amount: number, currency: string): string {
  const exponent = exponentOf(currency);
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

export const moneyText = (amount: number, currency: string): string =>
  `${majorText(amount, currency)} ${currency.toUpperCase()}`;

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
