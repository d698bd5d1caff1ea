import type { ObjectType, RecordClaim } from '@stripe-payments/core';
import { isRecordId, OBJECT_TYPES } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { WritableKind, WrittenClaim } from '../ports.ts';

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

interface WithMetadata {
  readonly metadata: Stripe.Metadata | null;
}

interface Resource {
  retrieve(id: string): Promise<WithMetadata>;
  update(id: string, params: { readonly metadata: Stripe.MetadataParam }): Promise<WithMetadata>;
}

function resourceOf(stripe: Stripe, kind: WritableKind): Resource {
  switch (kind) {
    case 'charge':
      return stripe.charges;
    case 'payment-intent':
      return stripe.paymentIntents;
    case 'invoice':
      return stripe.invoices;
    case 'subscription':
      return stripe.subscriptions;
    case 'checkout':
      return stripe.checkout.sessions;
  }
}

/** The records that the object's own metadata names. */
export async function claimsOf(
  stripe: Stripe,
  kind: WritableKind,
  id: string,
): Promise<readonly RecordClaim[]> {
  const { metadata } = await resourceOf(stripe, kind).retrieve(id);
  return claimsIn(metadata);
}

/**
 * Sets one key of the metadata; the other keys stay. To set it again sets nothing else, so the request
 * carries no fixed idempotency key: with one, a choice that was made, taken back and made again within
 * a day would get the first answer a second time, and nothing would be written.
 */
export async function writeClaim(
  stripe: Stripe,
  kind: WritableKind,
  id: string,
  { objectType, recordId }: WrittenClaim,
): Promise<void> {
  const metadata = { [claimKey(objectType)]: recordId ?? '' };
  await resourceOf(stripe, kind).update(id, { metadata });
}
