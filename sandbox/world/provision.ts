import { PROPERTIES, PROPERTY_GROUP, propertyInput } from '@stripe-payments/core';
import type { ObjectTypeName } from '../hubspot/entities.ts';
import type { HubSpotStore } from '../hubspot/store/hubspot-store.ts';

const OBJECT_TYPES: readonly ObjectTypeName[] = ['deals', 'contacts', 'companies'];

/** Creates the app's properties as its setup step does, from the one list of the contract. */
export function provisionProperties(store: HubSpotStore): void {
  for (const objectType of OBJECT_TYPES) {
    store.createGroup(objectType, PROPERTY_GROUP);
    for (const definition of PROPERTIES) {
      store.createProperty(objectType, propertyInput(definition));
    }
  }
}
