import type { Currency } from './currency.ts';
import { exponentOf } from './currency.ts';

/** Digits that a double holds for certain. */
const PRECISION = 12;

/**
 * What one major unit of a currency is worth in major units of another, as people read a rate. Stripe's
 * `exchange_rate` is between minor units: 0.660017 cents for a yen is 0.00660017 dollars.
 */
export function majorExchangeRate(minorRate: number, from: Currency, to: Currency): number {
  const scaled = minorRate * 10 ** (exponentOf(from) - exponentOf(to));
  return Number(scaled.toPrecision(PRECISION));
}
