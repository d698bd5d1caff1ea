import type { Customer, FoundCustomer, RecordClaim, RecordClaims } from '@stripe-payments/core';
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

/** What is known of a Stripe object that a person wants to assign. */
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

/** Stripe searches parts of words from three characters on. */
const MIN_QUERY = 3;

const MAX_FOUND = 20;

async function byId(stripe: PaymentSource, query: string): Promise<readonly Customer[]> {
  const customer = await stripe.customer(parseCustomerReference(stripe, query));
  if (customer === null) throw new SyncError('unknown-customer');
  return [customer];
}

async function byText(stripe: PaymentSource, query: string): Promise<readonly Customer[]> {
  if (query.length < MIN_QUERY) {
    throw new SyncError('bad-request', {
      detail: `A search needs at least ${String(MIN_QUERY)} characters.`,
    });
  }
  const { found, outcome } = await stripe.customersLike(query);
  if (outcome === 'searched' || !query.includes('@')) return found;
  return (await stripe.customersWithAddress([query], { isListed: true })).found;
}

/** Customers that could be linked, newest first. */
export async function searchCustomers(
  stripe: PaymentSource,
  { linkedCustomerIds }: RecordClaims,
  text: string,
): Promise<readonly FoundCustomer[]> {
  const query = text.trim();
  const found = await (parsePastedId(query) === undefined
    ? byText(stripe, query)
    : byId(stripe, query));
  return [...found]
    .sort((left, right) => right.created - left.created)
    .slice(0, MAX_FOUND)
    .map(({ id, name, email, created }) => ({
      id,
      name,
      email,
      created,
      isLinked: linkedCustomerIds.has(id),
    }));
}
