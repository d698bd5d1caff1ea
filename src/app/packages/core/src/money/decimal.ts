import type { Currency } from './currency.ts';
import { exponentOf, isCurrency } from './currency.ts';
import type { Money } from './money.ts';
import { money } from './money.ts';

/** A decimal number as text, with a dot and no grouping: what HubSpot stores for a number. */
export type Decimal = `${number}`;

function isDecimal(text: string): text is Decimal {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** The exact amount in major units, with exactly the currency's decimals: 5120 kwd is `5.120`. */
export function toDecimal(amount: Money): Decimal {
  return scaledToDecimal(amount.minor, exponentOf(amount.currency));
}

/**
 * `value / 10^decimals` as exact text.
 * @throws {RangeError} unless `value` is a safe integer.
 */
export function scaledToDecimal(value: number, decimals: number): Decimal {
  const sign = value < 0 ? '-' : '';
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`;
  const text = `${sign}${whole}${fraction}`;
  if (!Number.isSafeInteger(value) || !isDecimal(text)) {
    throw new RangeError(`${String(value)} cannot be written as an exact decimal.`);
  }
  return text;
}

const PLAIN_DECIMAL = /^\s*([+-]?)(\d+)(?:\.(\d*))?\s*$/;

/**
 * Major units as text to money, exactly. Undefined for text that is not a plain decimal number, has
 * more decimals than the currency (zeros excepted), or is too large: it is never rounded.
 */
export function fromDecimal(text: string, currency: Currency): Money | undefined {
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null || !isCurrency(currency)) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const exponent = exponentOf(currency);
  if (/[1-9]/.test(fraction.slice(exponent))) return undefined;
  const minor = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  if (!Number.isSafeInteger(minor)) return undefined;
  return money(sign === '-' ? -minor : minor, currency);
}

function withoutEndZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** One spelling for every plain decimal number: `1,200.50`'s `01200.50` and `1200.5` agree. */
export function canonicalDecimal(text: string): string | undefined {
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign = '', digits = '', decimals = ''] = match;
  const whole = digits.replace(/^0+(?=\d)/, '');
  const fraction = withoutEndZeros(decimals);
  const magnitude = fraction === '' ? whole : `${whole}.${fraction}`;
  return sign === '-' && magnitude !== '0' ? `-${magnitude}` : magnitude;
}
