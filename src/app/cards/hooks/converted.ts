import type { PaymentRow, Presentation } from '@stripe-payments/core';
import { formatCurrency, formatMoney, money } from '@stripe-payments/core';
import { numberText } from './number-text.ts';

/** The charge's amount beside what it became in the settlement currency, and the rate; null if not converted. */
export function convertedText(row: PaymentRow, { texts, locale }: Presentation): string | null {
  const { amount, exchangeRate, settlement } = row;
  const settled = settlement.find(({ currency }) => currency !== amount.currency);
  if (exchangeRate === null || settled === undefined) return null;
  const { currency, grossMinor } = settled;
  const rate = texts.card.billing.rate(
    formatCurrency(amount.currency),
    numberText(exchangeRate, locale),
    formatCurrency(currency),
  );
  const charged = formatMoney(amount, locale);
  return `${charged} = ${formatMoney(money(grossMinor, currency), locale)} ${rate}`;
}
