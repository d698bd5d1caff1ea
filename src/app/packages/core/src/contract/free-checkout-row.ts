import type { Reason } from '../matching/match.ts';
import { money } from '../money/money.ts';
import type { Checkout } from '../payment/checkout.ts';
import type { FreeCheckoutRow } from './rows.ts';

/** Undefined for one without an amount: in setup mode nothing is bought. */
export function freeCheckoutRow(checkout: Checkout, reason: Reason): FreeCheckoutRow | undefined {
  const { id, created, amountMinor, currency, name, email, subscriptionId } = checkout;
  if (amountMinor === null || currency === null) return undefined;
  return { id, created, amount: money(amountMinor, currency), name, email, subscriptionId, reason };
}
