import type { HubSpotStore } from '../hubspot/store/hubspot-store.ts';
import type { ObjectTypeName } from '../hubspot/model/entities.ts';
import type { SeededDeal, SeededRecord } from '../seed/index.ts';

/** What people have entered on a record of a story: its customers and its payments at Stripe. */
interface StripeIds {
  readonly stripe_customer_id: string;
  readonly stripe_payment_ids: string;
}

export const stripeIdsOfDeal = (deal: SeededDeal): StripeIds => ({
  stripe_customer_id: deal.stripeCustomerId,
  stripe_payment_ids: deal.stripePaymentIds,
});

export const stripeIdsOfRecord = (record: SeededRecord): StripeIds => ({
  stripe_customer_id: record.linkedCustomerIds.join(','),
  stripe_payment_ids: record.assignedIds.join(','),
});

interface Stories {
  readonly deals: readonly SeededDeal[];
  readonly records: readonly SeededRecord[];
}

/** Enters the ids again where they are empty. */
export function enterStripeIds(store: HubSpotStore, { deals, records }: Stories): void {
  const enter = (objectType: ObjectTypeName, id: string, ids: StripeIds): void => {
    const missing = Object.entries(ids).filter(
      ([name, value]) => value !== '' && store.valueOf(objectType, id, name) === null,
    );
    if (missing.length > 0) store.updateObject(objectType, id, Object.fromEntries(missing));
  };
  for (const deal of deals) enter('deals', deal.dealId, stripeIdsOfDeal(deal));
  for (const record of records) enter(record.objectType, record.id, stripeIdsOfRecord(record));
}
