import type { Currency } from './currency.ts';
import { exponentOf, hasNoSubunit } from './currency.ts';
import { toDecimal } from './decimal.ts';
import type { Money } from './money.ts';

/** A locale that `Intl` accepts: HubSpot's `en-us` or `it_IT` as they are, `en-US` for anything else. */
export function usableLocale(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((locale ?? '').replaceAll('_', '-'))[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function shownDecimals({ minor, currency }: Money): number {
  // Five krónur are "5 ISK"; only a fee can have hundredths, and then they are shown.
  if (hasNoSubunit(currency) && minor % 100 === 0) return 0;
  return exponentOf(currency);
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale}/${String(decimals)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const created = new Intl.NumberFormat(usableLocale(locale), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(key, created);
  return created;
}

/** `1,200.00 USD`: the exact amount in the locale's digits, and the code, which no two countries share. */
export function formatMoney(amount: Money, locale: string): string {
  // A decimal string, since a double cannot hold 90,071,992,547,409.91.
  const digits = numberFormat(locale, shownDecimals(amount)).format(toDecimal(amount));
  return `${digits}\u00a0${formatCurrency(amount.currency)}`;
}

/** The code as people write it: `USD`. */
export function formatCurrency(currency: Currency): string {
  return currency.toUpperCase();
}
