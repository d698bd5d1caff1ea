import type { Currency } from '@stripe-payments/core';
import { exponentOf } from '@stripe-payments/core';

/** What a form takes: `1250.50` or `1250,50`. Thousands are not separated: `1.250` is two amounts in two countries. */
const WRITTEN = /^(?<whole>\d{1,15})(?:[.,](?<fraction>\d{1,6}))?$/;

/**
 * A number as a person writes it, as the contract takes it; undefined for what is none.
 * @param maxDecimals of the number.
 */
export function writtenNumber(text: string, maxDecimals: number): string | undefined {
  const { whole, fraction = '' } = WRITTEN.exec(text.trim())?.groups ?? {};
  if (whole === undefined || fraction.length > maxDecimals) return undefined;
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** An amount in major units: no more decimals than its currency has. */
export const writtenAmount = (text: string, currency: Currency): string | undefined =>
  writtenNumber(text, exponentOf(currency));
