import type { ObjectType, RecordClaim } from '@stripe-payments/core';
import { isRecordId, OBJECT_TYPES } from '@stripe-payments/core';
import type Stripe from 'stripe';

/** The key under which metadata names a HubSpot record. */
export const claimKey = (objectType: ObjectType): string => `hubspot_${objectType}_id`;

/** The records that metadata names. What cannot be an id names none: a shop may have put anything there. */
export function claimsIn(metadata: Stripe.Metadata | null | undefined): readonly RecordClaim[] {
  return OBJECT_TYPES.flatMap((objectType) => {
    const recordId = metadata?.[claimKey(objectType)]?.trim() ?? '';
    return isRecordId(recordId) ? [{ objectType, recordId }] : [];
  });
}

/** The id of something that may be expanded. */
export function idOf(value: string | { readonly id: string } | null | undefined): string | null {
  return typeof value === 'string' ? value : (value?.id ?? null);
}
