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

/** A number as HubSpot may store it: plain, or from ten million on with an exponent (`1.2E7`). */
const STORED_NUMBER = /^\s*([+-]?)(\d+)(?:\.(\d*))?(?:E([+-]?\d{1,3}))?\s*$/i;

interface Digits {
  readonly isNegative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** Moves the point as the exponent says; undefined for text that is no number. */
function digitsOf(text: string): Digits | undefined {
  const match = STORED_NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  const before = whole.padStart(whole.length - Math.min(0, shift), '0');
  const after = fraction.padEnd(shift, '0');
  const digits = before + after;
  const point = before.length + shift;
  return {
    isNegative: sign === '-',
    whole: digits.slice(0, point),
    fraction: digits.slice(point),
  };
}

/**
 * Major units as text to money, exactly. Undefined for text that is not a decimal number, has
 * more decimals than the currency (zeros excepted), or is too large: it is never rounded.
 */
export function fromDecimal(text: string, currency: Currency): Money | undefined {
  const digits = digitsOf(text);
  if (digits === undefined || !isCurrency(currency)) return undefined;
  const { isNegative, whole, fraction } = digits;
  const exponent = exponentOf(currency);
  if (/[1-9]/.test(fraction.slice(exponent))) return undefined;
  const minor = Number(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  if (!Number.isSafeInteger(minor)) return undefined;
  return money(isNegative ? -minor : minor, currency);
}

function withoutEndZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** One spelling for every decimal number: `1,200.50`'s `01200.50` and `1200.5` agree. */
export function canonicalDecimal(text: string): string | undefined {
  const digits = digitsOf(text);
  if (digits === undefined) return undefined;
  const whole = digits.whole.replace(/^0+(?=\d)/, '');
  const fraction = withoutEndZeros(digits.fraction);
  const magnitude = fraction === '' ? whole : `${whole}.${fraction}`;
  return digits.isNegative && magnitude !== '0' ? `-${magnitude}` : magnitude;
}
