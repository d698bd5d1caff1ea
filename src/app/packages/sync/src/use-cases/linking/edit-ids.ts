import type { PropertyChange, StoredProperties } from '@stripe-payments/core';
import { withId, withoutId } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';

/** HubSpot's limit of a text property, in characters. */
const MAX_CHARACTERS = 65_536;

export type IdProperty = 'stripe_customer_id' | 'stripe_payment_ids';

function changeOf(name: IdProperty, stored: StoredProperties, to: string): PropertyChange[] {
  const from = stored[name] ?? '';
  if (to.length > MAX_CHARACTERS) throw new SyncError('too-many-ids');
  return from === to ? [] : [{ name, from, to }];
}

/** No change where the id is there already. @throws {SyncError} `too-many-ids` */
export const adding = (
  name: IdProperty,
  stored: StoredProperties,
  id: string,
): readonly PropertyChange[] => changeOf(name, stored, withId(stored[name] ?? null, id));

/** No change where the id is not there. */
export const removing = (
  name: IdProperty,
  stored: StoredProperties,
  id: string,
): readonly PropertyChange[] => changeOf(name, stored, withoutId(stored[name] ?? null, id));
