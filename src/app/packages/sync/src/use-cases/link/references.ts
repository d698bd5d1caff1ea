import type { Customer, RecordClaim } from '@stripe-payments/core';
import { parsePastedId } from '@stripe-payments/core';
import type { PaymentSource, WritableKind } from '../../ports.ts';
import { SyncError } from '../../sync-error.ts';

export interface ParsedReference {
  readonly kind: WritableKind;
  readonly id: string;
}

function refuseOtherMode({ mode }: PaymentSource, pastedMode: 'live' | 'test' | undefined): void {
  if (pastedMode !== undefined && pastedMode !== mode) throw new SyncError('wrong-mode');
}

/** @throws {SyncError} `bad-pasted-id`, or `wrong-mode` where the text tells it. */
export function parseCustomerReference(stripe: PaymentSource, text: string): string {
  const pasted = parsePastedId(text);
  if (pasted?.kind !== 'customer') throw new SyncError('bad-pasted-id');
  refuseOtherMode(stripe, pasted.mode);
  return pasted.id;
}

/** @throws {SyncError} `bad-pasted-id`, or `wrong-mode` where the text tells it. */
export function parseReference(stripe: PaymentSource, text: string): ParsedReference {
  const pasted = parsePastedId(text);
  if (pasted === undefined || pasted.kind === 'customer') throw new SyncError('bad-pasted-id');
  refuseOtherMode(stripe, pasted.mode);
  return { kind: pasted.kind, id: pasted.id };
}

/** What is known of an object that a person wants to assign. */
export interface ReferencedObject {
  /** The one that was pasted. */
  readonly id: string;
  /** Its own and those of its twins: a charge and its PaymentIntent are one payment. */
  readonly ids: readonly string[];
  readonly claims: readonly RecordClaim[];
  readonly customers: readonly Customer[];
}

async function customersOf(
  stripe: PaymentSource,
  ids: readonly (string | null)[],
): Promise<readonly Customer[]> {
  const distinct = new Set(ids.filter((id) => id !== null));
  const customers = await Promise.all([...distinct].map((id) => stripe.customer(id)));
  return customers.filter((customer) => customer !== null);
}

async function paymentObject(
  stripe: PaymentSource,
  { kind, id }: ParsedReference,
): Promise<ReferencedObject> {
  const [charges, claims] = await Promise.all([
    stripe.chargesOfPayment(id),
    stripe.metadataClaims(kind, id),
  ]);
  const twins = charges.flatMap((charge) => [charge.id, charge.paymentIntentId]);
  return {
    id,
    ids: [...new Set([id, ...twins.filter((twin) => twin !== null)])],
    claims: [...claims, ...charges.flatMap(({ recordClaims }) => recordClaims)],
    customers: await customersOf(
      stripe,
      charges.map(({ customerId }) => customerId),
    ),
  };
}

/** @throws {SyncError} where it does not exist, or only in the other mode. */
export async function readReferencedObject(
  stripe: PaymentSource,
  reference: ParsedReference,
): Promise<ReferencedObject> {
  const { kind, id } = reference;
  const documented = async (read: Promise<Document>): Promise<ReferencedObject> => {
    const [{ customerId }, claims] = await Promise.all([read, stripe.metadataClaims(kind, id)]);
    return { id, ids: [id], claims, customers: await customersOf(stripe, [customerId]) };
  };
  switch (kind) {
    case 'charge':
    case 'payment-intent':
      return paymentObject(stripe, reference);
    case 'invoice':
      return documented(stripe.invoice(id));
    case 'subscription':
      return documented(stripe.subscription(id));
    case 'checkout':
      return documented(stripe.checkout(id));
  }
}

interface Document {
  readonly customerId: string | null;
}
