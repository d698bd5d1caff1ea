import type { RecordView } from '@stripe-payments/core';
import { propertyValues, toDecimal } from '@stripe-payments/core';

export type SavedProperties = Readonly<Record<string, string | null>>;

/** What the deal holds after a sync that read `view`, as HubSpot's hook gives it. */
export function savedProperties(view: RecordView): SavedProperties {
  const { dealAmount } = view;
  return {
    ...propertyValues(view.summary, view),
    amount: dealAmount === null ? null : toDecimal(dealAmount),
    deal_currency_code: dealAmount === null ? null : dealAmount.currency.toUpperCase(),
    stripe_customer_id: view.linkedCustomerIds.join(','),
    stripe_payment_ids: null,
  };
}

/** A deal that was never synced: a customer is linked, nothing else. */
export function unsyncedProperties(): SavedProperties {
  return { amount: '20.00', deal_currency_code: 'USD', stripe_customer_id: 'cus_1' };
}
