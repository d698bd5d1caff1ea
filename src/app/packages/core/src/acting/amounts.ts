import type { Currency } from '../money/currency.ts';
import type { Money } from '../money/money.ts';
import { add, money } from '../money/money.ts';
import { multiplyRatios, ratio, ratioFromDecimal, roundToMoney } from '../money/ratio.ts';
import type { RequestLine } from './line-items.ts';

/**
 * The smallest charge that Stripe takes, in minor units, by the currency of the balance.
 * https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts (2026-10)
 */
const MINIMUM_MINOR: Readonly<Record<Currency, number>> = {
  usd: 50,
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
};

/** Null for a currency of which Stripe names none: Stripe itself then decides. */
export function minimumAmount(currency: Currency): Money | null {
  const minor = Object.hasOwn(MINIMUM_MINOR, currency) ? MINIMUM_MINOR[currency] : undefined;
  return minor === undefined ? null : money(minor, currency);
}

/** True where Stripe would refuse to take the amount. */
export function isTooSmall(amount: Money): boolean {
  const least = minimumAmount(amount.currency);
  return amount.minor <= 0 || (least !== null && amount.minor < least.minor);
}

/** @throws {CurrencyMismatchError} for lines of two currencies. @throws {UnsafeAmountError} on overflow. */
export const totalOf = (lines: readonly RequestLine[], currency: Currency): Money =>
  lines.reduce((sum, { total }) => add(sum, total), money(0, currency));

/**
 * A part of an amount, rounded to the smallest amount of its currency; undefined unless the percentage is
 * above 0 and at most 100.
 */
export function partOf(amount: Money, percent: string): Money | undefined {
  const share = ratioFromDecimal(percent.trim());
  if (share === undefined || share.numerator <= 0n) return undefined;
  if (share.numerator > 100n * share.denominator) return undefined;
  const part = multiplyRatios(ratio(amount.minor), share);
  return roundToMoney(ratio(part.numerator, part.denominator * 100n), amount.currency);
}

/** One amount as a line. */
export const lineOfAmount = (label: string, amount: Money): RequestLine => ({
  label,
  quantity: 1,
  unit: amount,
  total: amount,
  discount: money(0, amount.currency),
});
