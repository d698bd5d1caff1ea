import type { ObjectType } from '@stripe-payments/core';
import type { Caller } from '../http/retry.ts';
import { SyncError } from '../sync-error.ts';
import type { CrmRequests } from './crm-requests.ts';
import { PLURAL_NAMES } from './plural-names.ts';

/** Asks for the property's definition, which whoever may read the records may read too. */
export async function hasProperty(
  requests: CrmRequests,
  caller: Caller,
  objectType: ObjectType,
  name: string,
): Promise<boolean> {
  try {
    const path = `/crm/v3/properties/${PLURAL_NAMES[objectType]}/${name}`;
    await requests.ask(caller, { path, missing: 'not-set-up' });
    return true;
  } catch (error) {
    if (error instanceof SyncError && error.code === 'not-set-up') return false;
    throw error;
  }
}
