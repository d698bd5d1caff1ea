import type { DealAmount, PropertyValues, RecordView } from '@stripe-payments/core';
import { propertyValues, toDecimal } from '@stripe-payments/core';

export type SavedProperties = Readonly<Record<string, string | null>>;

/** The values of a view in an account whose days are those of New York. */
export const valuesOfView = (view: RecordView): PropertyValues =>
  propertyValues(view.summary, { ...view, timeZone: 'US/Eastern' });

function savedDeal(dealAmount: DealAmount): SavedProperties {
  if (dealAmount === null) return { amount: null, deal_currency_code: null };
  if (dealAmount === 'not-comparable') return { amount: '100.335', deal_currency_code: 'USD' };
  return { amount: toDecimal(dealAmount), deal_currency_code: dealAmount.currency.toUpperCase() };
}

/** What the deal holds after a sync that read `view`, as HubSpot's hook gives it. */
export function savedProperties(view: RecordView): SavedProperties {
  return {
    ...valuesOfView(view),
    ...savedDeal(view.dealAmount),
    stripe_customer_id: view.linkedCustomerIds.join(','),
    stripe_payment_ids: null,
  };
}

/** A deal that was never synced: a customer is linked, nothing else. */
export function unsyncedProperties(): SavedProperties {
  return { amount: '20.00', deal_currency_code: 'USD', stripe_customer_id: 'cus_1' };
}
