import type { MetadataKey, RecordClaim } from '@stripe-payments/core';
import { isRecordId, OBJECT_TYPES, ownMetadataKey } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { WritableKind, WrittenClaim } from '../ports.ts';

/** Metadata keys of other tools, beside the app's own. */
export type OtherKeys = readonly MetadataKey[];

/** Stripe, and by which keys other tools name records in it. */
export type StripeApi = Stripe & { readonly otherKeys: OtherKeys };

/**
 * The records that metadata names, of each type by the app's own key or else by those of other tools.
 * What cannot be an id names none: a shop may have put anything there.
 */
export function claimsIn(
  metadata: Stripe.Metadata | null | undefined,
  otherKeys: OtherKeys,
): readonly RecordClaim[] {
  const idUnder = (key: string): readonly string[] =>
    [metadata?.[key]?.trim() ?? ''].filter(isRecordId);
  return OBJECT_TYPES.flatMap((objectType): readonly RecordClaim[] => {
    const [own] = idUnder(ownMetadataKey(objectType));
    if (own !== undefined) return [{ objectType, recordId: own }];
    const keys = otherKeys.filter((other) => other.objectType === objectType);
    const ids = new Set(keys.flatMap(({ key }) => idUnder(key)));
    return [...ids].map((recordId) => ({ objectType, recordId, isForeign: true }));
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
  stripe: StripeApi,
  kind: WritableKind,
  id: string,
): Promise<readonly RecordClaim[]> {
  const { metadata } = await resourceOf(stripe, kind).retrieve(id);
  return claimsIn(metadata, stripe.otherKeys);
}

/**
 * Sets one key of the metadata; the other keys stay. To set it again sets nothing else, so the request
 * carries no fixed idempotency key: with one, a choice that was made, undone and made again within
 * a day would get the first answer a second time, and nothing would be written.
 */
export async function writeClaim(
  stripe: Stripe,
  kind: WritableKind,
  id: string,
  { objectType, recordId }: WrittenClaim,
): Promise<void> {
  const metadata = { [ownMetadataKey(objectType)]: recordId ?? '' };
  await resourceOf(stripe, kind).update(id, { metadata });
}
