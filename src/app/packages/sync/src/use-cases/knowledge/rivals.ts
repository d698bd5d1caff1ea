import type { Holder, ObjectType } from '@stripe-payments/core';
import type { Ports, RecordRef, SearchCondition } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';
import { HOLDER_PROPERTIES, holderOf } from './holder.ts';

/** HubSpot's limit of alternatives in a search is 5: one is for the other condition. */
const MOST_IDS = 4;

/** Customers of a record whose other holders are looked for. */
const MOST_CUSTOMERS = 40;

export function inFours<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / MOST_IDS) }, (_, part) =>
    items.slice(part * MOST_IDS, (part + 1) * MOST_IDS),
  );
}

export const linking = (customerId: string): SearchCondition => ({
  property: 'stripe_customer_id',
  is: 'containing',
  word: customerId,
});

const ASSIGNING: SearchCondition = { property: 'stripe_payment_ids', is: 'set' };

/**
 * Searches whose alternatives go together as far as HubSpot lets them.
 * @throws {SyncError} `claims-unchecked` where not all of them could be had: what somebody else has
 * claimed would be counted twice.
 */
export async function searchClaims(
  { crm, isFreeMail }: Ports,
  objectType: ObjectType,
  searches: readonly (readonly SearchCondition[])[],
): Promise<readonly Holder[]> {
  try {
    const answers = await Promise.all(
      searches.map((conditions) =>
        crm.search({ objectType, conditions, properties: HOLDER_PROPERTIES[objectType] }),
      ),
    );
    if (answers.some(({ isCut }) => isCut)) throw new SyncError('claims-unchecked');
    return answers.flatMap(({ records }) =>
      [...records].map(([recordId, stored]) =>
        holderOf({ objectType, recordId }, stored, isFreeMail),
      ),
    );
  } catch (error) {
    if (error instanceof SyncError && error.code !== 'timeout') {
      throw new SyncError('claims-unchecked', {
        ...(error.detail === undefined ? {} : { detail: error.detail }),
        ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
        cause: error,
      });
    }
    throw error;
  }
}

/** @throws {SyncError} `claims-unchecked` where there are more customers than can be looked up. */
export function refuseTooMany(customerIds: readonly string[]): void {
  if (customerIds.length > MOST_CUSTOMERS) throw new SyncError('claims-unchecked');
}

/** Other records of the same type that have been assigned something, or link one of the customers. */
export async function rivalsOf(
  ports: Ports,
  { objectType, recordId }: RecordRef,
  customerIds: readonly string[],
): Promise<readonly Holder[]> {
  refuseTooMany(customerIds);
  const [first = [], ...others] = inFours(customerIds);
  const searches = [[ASSIGNING, ...first.map(linking)], ...others.map((ids) => ids.map(linking))];
  const found = await searchClaims(ports, objectType, searches);
  // HubSpot matches words, so some of these may link another id; only what is written in them counts.
  return found.filter((holder) => holder.recordId !== recordId);
}
