import { PROPERTIES, PROPERTY_GROUP, propertyInput } from '@stripe-payments/core';
import type { ObjectTypeName } from '../hubspot/model/entities.ts';
import type { HubSpotStore } from '../hubspot/store/hubspot-store.ts';

export const SEEDED_TYPES: readonly ObjectTypeName[] = ['deals', 'contacts', 'companies'];

/** Leaves the app's properties as its setup does, from the one list of the contract, whatever was there. */
export function provisionProperties(store: HubSpotStore): void {
  for (const objectType of SEEDED_TYPES) {
    const groups = store.groups(objectType);
    if (groups.find(PROPERTY_GROUP.name) === undefined) groups.create(PROPERTY_GROUP);
    for (const { name } of PROPERTIES) store.properties(objectType).forget(name);
    for (const definition of PROPERTIES) {
      store.createProperty(objectType, propertyInput(definition));
    }
  }
}
