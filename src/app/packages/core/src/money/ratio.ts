import type { Currency } from './currency.ts';
import { exponentOf, hasNoSubunit } from './currency.ts';
import type { Money } from './money.ts';
import { money } from './money.ts';

/** An exact fraction; the denominator is positive. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Ratio = { numerator: 0n, denominator: 1n };

/** @throws {RangeError} unless the denominator is positive. */
export function ratio(numerator: bigint | number, denominator: bigint | number = 1n): Ratio {
  const below = BigInt(denominator);
  if (below <= 0n) throw new RangeError(`A ratio cannot be over ${String(below)}.`);
  return { numerator: BigInt(numerator), denominator: below };
}

/** Decimal text such as `0.125` exactly; undefined for what is not a plain decimal number. */
export function ratioFromDecimal(text: string): Ratio | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = BigInt(whole + fraction);
  return ratio(sign === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
}

export function addRatios(left: Ratio, right: Ratio): Ratio {
  return ratio(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function multiplyRatios(left: Ratio, right: Ratio): Ratio {
  return ratio(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** @throws {RangeError} unless the divisor is positive. */
export function divideRatios(left: Ratio, right: Ratio): Ratio {
  return ratio(left.numerator * right.denominator, left.denominator * right.numerator);
}

export function subtractRatios(left: Ratio, right: Ratio): Ratio {
  return addRatios(left, ratio(-right.numerator, right.denominator));
}

/** Finer than any amount: sums of many unlike fractions would grow without end. */
const FINEST = 10n ** 60n;

function greatestDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left < 0n ? -left : left, right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/** The same value in the lowest terms; one that is finer than 60 decimals is cut there. */
export function simplified({ numerator, denominator }: Ratio): Ratio {
  const divisor = greatestDivisor(numerator, denominator);
  const [above, below] = [numerator / divisor, denominator / divisor];
  return below <= FINEST ? ratio(above, below) : ratio((above * FINEST) / below, FINEST);
}

export function atLeastZero(value: Ratio): Ratio {
  return value.numerator < 0n ? ZERO : value;
}

/** Stripe refuses amounts between these steps: 5 isk is 500, and the last digit of 5120 kwd is 0. */
export function smallestStep(currency: Currency): bigint {
  if (hasNoSubunit(currency)) return 100n;
  return exponentOf(currency) === 3 ? 10n : 1n;
}

/**
 * Minor units, rounded half away from zero to the smallest amount that the currency has.
 * @throws {UnsafeAmountError} where the result is not a safe integer.
 */
export function roundToMoney({ numerator, denominator }: Ratio, currency: Currency): Money {
  const step = smallestStep(currency);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const over = denominator * step;
  const rounded = ((2n * magnitude + over) / (2n * over)) * step;
  return money(Number(numerator < 0n ? -rounded : rounded), currency);
}
