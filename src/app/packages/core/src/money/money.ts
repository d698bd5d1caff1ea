import type { Currency } from './currency.ts';
import { isCurrency } from './currency.ts';
import { CurrencyMismatchError } from './currency-mismatch-error.ts';
import { UnsafeAmountError } from './unsafe-amount-error.ts';

/** An amount in whole minor units (cents, yen, fils) of one currency. Never NaN, -0 or unsafe. */
export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/** @throws {UnsafeAmountError} unless `minor` is a safe integer and `currency` a currency code. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor) || !isCurrency(currency)) {
    throw new UnsafeAmountError(minor, currency);
  }
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** @throws {CurrencyMismatchError} for two currencies. @throws {UnsafeAmountError} on overflow. */
export function add(left: Money, right: Money): Money {
  if (left.currency !== right.currency) {
    throw new CurrencyMismatchError(left.currency, right.currency);
  }
  return money(left.minor + right.minor, left.currency);
}

/** @throws {CurrencyMismatchError} for two currencies. @throws {UnsafeAmountError} on overflow. */
export function subtract(left: Money, right: Money): Money {
  return add(left, negate(right));
}

export function negate(amount: Money): Money {
  return money(-amount.minor, amount.currency);
}
