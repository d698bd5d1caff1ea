import type { ObjectType, RecordClaim, RecordClaims, StripeObjects } from '@stripe-payments/core';
import { goneRecord, hasId } from '@stripe-payments/core';
import type { Ports } from '../../ports.ts';
import { CLAIM_PROPERTIES, claimsOf } from './record-claims.ts';

/** Every record that anything found names. */
export function claimsIn(objects: StripeObjects): readonly RecordClaim[] {
  const { customers, charges, invoices, subscriptions, checkouts } = objects;
  return [
    ...[customers, charges, invoices, subscriptions, checkouts].flatMap((items) =>
      items.flatMap(({ recordClaims }) => [...recordClaims]),
    ),
    ...invoices.flatMap(({ subscriptionClaims }) => subscriptionClaims),
  ];
}

/** The named ids that no record has, by its own id or one that was merged into it. */
export const goneRecords = (
  objectType: ObjectType,
  namedIds: readonly string[],
  existing: readonly RecordClaims[],
): readonly RecordClaims[] =>
  [...new Set(namedIds)]
    .filter((recordId) => !existing.some((each) => hasId(each, { objectType, recordId })))
    .map((recordId) => goneRecord(objectType, recordId));

/**
 * The records that metadata names, beside the known ones. Of those that the app's own keys name, also the
 * ones that no longer exist; another tool's numbers need not be HubSpot's.
 */
export async function namedRecords(
  { crm, isFreeMail }: Ports,
  objectType: ObjectType,
  objects: StripeObjects,
  known: readonly RecordClaims[],
): Promise<readonly RecordClaims[]> {
  const named = claimsIn(objects).filter(
    (claim) => claim.objectType === objectType && !known.some((each) => hasId(each, claim)),
  );
  if (named.length === 0) return [];
  const ids = [...new Set(named.map(({ recordId }) => recordId))];
  const records = await crm.readMany(objectType, ids, CLAIM_PROPERTIES[objectType]);
  const existing = [...records].map(([recordId, stored]) =>
    claimsOf({ objectType, recordId }, stored, isFreeMail),
  );
  const own = named.filter(({ isForeign }) => isForeign !== true);
  return [
    ...existing,
    ...goneRecords(
      objectType,
      own.map(({ recordId }) => recordId),
      existing,
    ),
  ];
}
