import type { Money, StoredProperties } from '@stripe-payments/core';
import { fromDecimal } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';

/** The deal's own amount, for comparison. */
export async function dealAmount({ crm }: Ports, stored: StoredProperties): Promise<Money | null> {
  const amount = stored['amount'] ?? '';
  if (amount === '') return null;
  const named = stored['deal_currency_code'] ?? '';
  const currency = named === '' ? await crm.accountCurrency() : named.toLowerCase();
  return currency === null ? null : (fromDecimal(amount, currency) ?? null);
}
