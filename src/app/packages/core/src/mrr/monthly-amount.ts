import type { Currency } from '../money/currency.ts';
import type { Money } from '../money/money.ts';
import type { Ratio } from '../money/ratio.ts';
import { addRatios, ratio, roundToMoney, simplified } from '../money/ratio.ts';

/** An amount a month, rounded; sums are made of `exact` and rounded once. */
export interface MonthlyAmount extends Money {
  /** Minor units as a fraction: `2500/3`. */
  readonly exact: string;
}

/** @throws {UnsafeAmountError} where the amount is not a safe integer. */
export function monthlyAmount(value: Ratio, currency: Currency): MonthlyAmount {
  const { numerator, denominator } = simplified(value);
  const exact = `${String(numerator)}/${String(denominator)}`;
  return { ...roundToMoney(value, currency), exact };
}

/** What a summary of before this form, or one that was tampered with, lacks is its rounded amount. */
export function exactValue({ exact, minor }: MonthlyAmount): Ratio {
  const [, numerator, denominator] = /^(-?\d{1,200})\/([1-9]\d{0,200})$/.exec(exact) ?? [];
  if (numerator === undefined || denominator === undefined) return ratio(minor);
  return ratio(BigInt(numerator), BigInt(denominator));
}

export const addMonthly = (left: MonthlyAmount, right: MonthlyAmount): MonthlyAmount =>
  monthlyAmount(addRatios(exactValue(left), exactValue(right)), left.currency);
