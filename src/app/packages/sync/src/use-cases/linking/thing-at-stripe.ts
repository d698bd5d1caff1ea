import type { RecordClaim } from '@stripe-payments/core';
import type { PaymentSource } from '../../ports.ts';
import type { PastedThing } from './pasted.ts';

/** What is known of a thing that a person wants to assign. */
export interface ThingAtStripe {
  /** Its own and those of its twins: a charge and its PaymentIntent are one payment. */
  readonly ids: readonly string[];
  readonly claims: readonly RecordClaim[];
}

/** @throws {SyncError} where it does not exist, or only in the other mode. */
export async function readThing(
  stripe: PaymentSource,
  { kind, id }: PastedThing,
): Promise<ThingAtStripe> {
  switch (kind) {
    case 'charge':
    case 'payment-intent': {
      const [charges, claims] = await Promise.all([
        stripe.chargesOfPayment(id),
        stripe.claimsOf(kind, id),
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
      return { ids: [id], claims: await stripe.claimsOf(kind, id) };
  }
}
