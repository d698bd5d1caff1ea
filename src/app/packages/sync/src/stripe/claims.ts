import type { RecordClaim } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { WritableKind, WrittenClaim } from '../ports.ts';
import type { Lane } from './pace.ts';
import { claimKey, claimsIn } from './metadata.ts';
import type { StripeReader } from './reader.ts';
import { inLane } from './reader.ts';

interface WithMetadata {
  readonly metadata: Stripe.Metadata | null;
}

interface Update {
  readonly metadata: Stripe.MetadataParam;
}

interface Kind {
  readonly lane: Lane;
  readonly read: (id: string, options: Stripe.RequestOptions) => Promise<WithMetadata>;
  readonly update: (
    id: string,
    params: Update,
    options: Stripe.RequestOptions,
  ) => Promise<WithMetadata>;
}

function kindOf(stripe: Stripe, kind: WritableKind): Kind {
  switch (kind) {
    case 'charge':
      return {
        lane: 'charges',
        read: (id, options) => stripe.charges.retrieve(id, {}, options),
        update: (id, params, options) => stripe.charges.update(id, params, options),
      };
    case 'payment-intent':
      return {
        lane: 'payment-intents',
        read: (id, options) => stripe.paymentIntents.retrieve(id, {}, options),
        update: (id, params, options) => stripe.paymentIntents.update(id, params, options),
      };
    case 'invoice':
      return {
        lane: 'invoices',
        read: (id, options) => stripe.invoices.retrieve(id, {}, options),
        update: (id, params, options) => stripe.invoices.update(id, params, options),
      };
    case 'subscription':
      return {
        lane: 'subscriptions',
        read: (id, options) => stripe.subscriptions.retrieve(id, {}, options),
        update: (id, params, options) => stripe.subscriptions.update(id, params, options),
      };
    case 'checkout':
      return {
        lane: 'checkouts',
        read: (id, options) => stripe.checkout.sessions.retrieve(id, {}, options),
        update: (id, params, options) => stripe.checkout.sessions.update(id, params, options),
      };
  }
}

/** The records that the thing's own metadata names. */
export async function claimsOf(
  reader: StripeReader,
  kind: WritableKind,
  id: string,
): Promise<readonly RecordClaim[]> {
  const { lane, read } = kindOf(reader.stripe, kind);
  const { metadata } = await inLane(reader, lane).call((timeout) => read(id, { timeout }));
  return claimsIn(metadata);
}

/**
 * Sets one key of the metadata; the other keys stay. To set it again sets nothing else, so the request
 * carries no fixed idempotency key: with one, a choice that was made, taken back and made again within
 * a day would get the first answer a second time, and nothing would be written.
 */
export async function writeClaim(
  reader: StripeReader,
  kind: WritableKind,
  id: string,
  { objectType, recordId }: WrittenClaim,
): Promise<void> {
  const { lane, update } = kindOf(reader.stripe, kind);
  const metadata = { [claimKey(objectType)]: recordId ?? '' };
  await inLane(reader, lane).call((timeout) => update(id, { metadata }, { timeout }));
}
