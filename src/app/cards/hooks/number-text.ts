import { usableLocale } from '@stripe-payments/core';

/** A rate or a percentage with all its digits. */
export const numberText = (value: number | `${number}`, locale: string): string =>
  new Intl.NumberFormat(usableLocale(locale), { maximumFractionDigits: 12 }).format(value);
