import type { HubSpotStore } from '../hubspot/store/hubspot-store.ts';
import type { SeededRecord } from '../seed/index.ts';

/** The records of the stories with their associations; with the ids of Stripe, if so wished. */
export function seedRecords(
  store: HubSpotStore,
  records: readonly SeededRecord[],
  withStripeIds: boolean,
): void {
  for (const record of records) {
    const { objectType, id, properties, linkedCustomerIds, assignedIds } = record;
    const stripeIds = {
      stripe_customer_id: linkedCustomerIds.join(','),
      stripe_payment_ids: assignedIds.join(','),
    };
    store.createObject(objectType, { ...properties, ...(withStripeIds && stripeIds) }, id);
    for (const other of record.associated) {
      store.associate(objectType, id, other.objectType, other.id);
    }
  }
}
