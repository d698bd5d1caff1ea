import type { HubSpotStore } from '../hubspot/store/hubspot-store.ts';
import type { SeededRecord } from '../seed/index.ts';
import { stripeIdsOfRecord } from './stripe-ids.ts';

/** The records of the stories with their associations; with the ids of Stripe, if so wished. */
export function seedRecords(
  store: HubSpotStore,
  records: readonly SeededRecord[],
  withStripeIds: boolean,
): void {
  for (const record of records) {
    const { objectType, id, properties } = record;
    const stripeIds = withStripeIds ? stripeIdsOfRecord(record) : {};
    store.createObject(objectType, { ...properties, ...stripeIds }, id);
    for (const other of record.associated) {
      store.associate(objectType, id, other.objectType, other.id);
    }
  }
}
