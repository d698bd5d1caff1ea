import type { Charge, RecordClaim } from '../payment/charge.ts';
import type { Evidence } from './evidence.ts';

/** What a record says about its payments. */
export interface RecordKnowledge {
  readonly objectType: RecordClaim['objectType'];
  readonly recordId: string;
  /** Ids in `stripe_customer_id`. */
  readonly linkedCustomerIds: ReadonlySet<string>;
  /** Ids in `stripe_payment_ids`: of charges and of PaymentIntents. */
  readonly assignedPaymentIds: ReadonlySet<string>;
}

/** A payment that belongs to the record, and the strongest evidence for it. */
export interface AttributedCharge {
  readonly charge: Charge;
  readonly evidence: Evidence;
}

/** Whom a payment's metadata names. The charge's own metadata comes first and outweighs its PaymentIntent's. */
function claimedRecord(charge: Charge, objectType: RecordClaim['objectType']): string | undefined {
  return charge.recordClaims.find((claim) => claim.objectType === objectType)?.recordId;
}

function isAssigned(charge: Charge, { assignedPaymentIds }: RecordKnowledge): boolean {
  return (
    assignedPaymentIds.has(charge.id) ||
    (charge.paymentIntentId !== null && assignedPaymentIds.has(charge.paymentIntentId))
  );
}

/**
 * The strongest evidence that ties a payment to the record, or undefined. A payment whose metadata
 * names another deal is that deal's, even where its customer is linked here.
 */
export function evidenceFor(charge: Charge, record: RecordKnowledge): Evidence | undefined {
  if (isAssigned(charge, record)) return 'assigned';
  const claimedBy = claimedRecord(charge, record.objectType);
  if (claimedBy === record.recordId) return 'metadata';
  if (claimedBy !== undefined) return undefined;
  const isLinked = charge.customerId !== null && record.linkedCustomerIds.has(charge.customerId);
  return isLinked ? 'linked' : undefined;
}

/** The payments of a record among those read, each once, newest first. */
export function attribute(
  charges: Iterable<Charge>,
  record: RecordKnowledge,
): readonly AttributedCharge[] {
  const attributed = new Map<string, AttributedCharge>();
  for (const charge of charges) {
    const evidence = evidenceFor(charge, record);
    if (evidence !== undefined) attributed.set(charge.id, { charge, evidence });
  }
  return [...attributed.values()].sort(newestFirst);
}

function newestFirst(left: AttributedCharge, right: AttributedCharge): number {
  const byTime = right.charge.created - left.charge.created;
  if (byTime !== 0) return byTime;
  return left.charge.id < right.charge.id ? 1 : -1;
}
