import type { RecordClaim } from '@stripe-payments/core';
import type { PaymentSource } from '../../ports.ts';
import type { ParsedReference } from './parsed-reference.ts';

/** What is known of a thing that a person wants to assign. */
export interface ReferencedObject {
  /** Its own and those of its twins: a charge and its PaymentIntent are one payment. */
  readonly ids: readonly string[];
  readonly claims: readonly RecordClaim[];
}

/** @throws {SyncError} where it does not exist, or only in the other mode. */
export async function readReferencedObject(
  stripe: PaymentSource,
  { kind, id }: ParsedReference,
): Promise<ReferencedObject> {
  switch (kind) {
    case 'charge':
    case 'payment-intent': {
      const [charges, claims] = await Promise.all([
        stripe.chargesOfPayment(id),
        stripe.metadataClaims(kind, id),
      ]);
      const twins = charges.flatMap((charge) => [charge.id, charge.paymentIntentId]);
      return {
        ids: [...new Set([id, ...twins.filter((twin) => twin !== null)])],
        claims: [...claims, ...charges.flatMap(({ recordClaims }) => recordClaims)],
      };
    }
    case 'invoice':
    case 'subscription':
    case 'checkout':
      return { ids: [id], claims: await stripe.metadataClaims(kind, id) };
  }
}
