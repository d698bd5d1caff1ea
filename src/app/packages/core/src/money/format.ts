import type { Currency } from './currency.ts';
import { exponentOf, hasNoSubunit } from './currency.ts';
import { toDecimal } from './decimal.ts';
import type { Money } from './money.ts';
import { isolated } from '../untrusted/sentence.ts';

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

// In one locale, `Intl` gives each currency its own symbol: `$` and `CA$` in the US, `$` and `US$` in
// Canada. Only the two CFA francs, FCFA and F CFA, look alike.
const SHARED_SYMBOLS: ReadonlySet<Currency> = new Set(['xaf', 'xof']);

const formats = new Map<string, Intl.NumberFormat>();

function moneyFormat(locale: string, currency: Currency, decimals: number): Intl.NumberFormat {
  const key = `${locale}/${currency}/${String(decimals)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const created = new Intl.NumberFormat(usableLocale(locale), {
    ...(isWithSymbol(currency)
      ? {
          style: 'currency',
          currency: formatCurrency(currency),
          currencyDisplay: SHARED_SYMBOLS.has(currency) ? 'code' : 'symbol',
        }
      : {}),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    // Italian and Spanish leave 1250,50 ungrouped, but write money as 1.250,50.
    useGrouping: true,
  });
  formats.set(key, created);
  return created;
}

const NO_BREAK_SPACE = '\u00a0';
/** Looks like a minus, and no line breaks behind it. */
const NO_BREAK_HYPHEN = '\u2011';

/** Stripe also has currencies that ISO does not, and `Intl` accepts only codes of three letters. */
const isWithSymbol = (currency: Currency): boolean => /^[a-z]{3}$/.test(currency);

/** Symbol, sign and digits without a place where a line may break: a browser breaks behind "-" in "-€5", not in "-$5". */
const unbroken = (
  { type, value }: Intl.NumberFormatPart,
  place: number,
  parts: readonly Intl.NumberFormatPart[],
): string => {
  const isHeld = /^[\d$]/.test(parts[place + 1]?.value ?? '');
  return type === 'minusSign' && !isHeld ? NO_BREAK_HYPHEN : value.replaceAll(' ', NO_BREAK_SPACE);
};

/** `$1,200.00`, `1.200,00\u00a0€`: the exact amount as the locale writes money. */
export function formatMoney(amount: Money, locale: string): string {
  const format = moneyFormat(locale, amount.currency, shownDecimals(amount));
  // A decimal string, since a double cannot hold 90,071,992,547,409.91.
  const parts = format.formatToParts(toDecimal(amount) as Intl.StringNumericLiteral);
  const text = parts.map(unbroken).join('');
  return isolated(
    isWithSymbol(amount.currency)
      ? text
      : `${text}${NO_BREAK_SPACE}${formatCurrency(amount.currency)}`,
  );
}

/** `1,200.00 USD`, `1.200,00 USD`: for a name that is stored, whose readers need not have one locale. */
export function formatWithCode(amount: Money, locale: string): string {
  const decimals = exponentOf(amount.currency);
  const digits = new Intl.NumberFormat(usableLocale(locale), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: true,
  }).format(toDecimal(amount) as Intl.StringNumericLiteral);
  return `${digits} ${formatCurrency(amount.currency)}`;
}

/** The code as people write it: `USD`. */
export function formatCurrency(currency: Currency): string {
  return currency.toUpperCase();
}
