import { distinctCharges } from '../ledger/ledger.ts';
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

/** A record's payments among those read. */
export interface Attribution {
  /** Each payment once, newest first. */
  readonly counted: readonly AttributedCharge[];
  /** Ids of payments that name this record and another one: they count on neither. */
  readonly ambiguous: readonly string[];
}

/** Records of a type that a payment's metadata, or its PaymentIntent's, names. */
function claimedRecords(
  { recordClaims }: Charge,
  objectType: RecordClaim['objectType'],
): ReadonlySet<string> {
  const claims = recordClaims.filter((claim) => claim.objectType === objectType);
  return new Set(claims.map(({ recordId }) => recordId));
}

function isAssigned(charge: Charge, { assignedPaymentIds }: RecordKnowledge): boolean {
  return (
    assignedPaymentIds.has(charge.id) ||
    (charge.paymentIntentId !== null && assignedPaymentIds.has(charge.paymentIntentId))
  );
}

/**
 * The strongest evidence that ties a payment to the record, or undefined. A payment whose metadata
 * names another deal is that deal's, even where its customer is linked here; one that names both is
 * `ambiguous` until a person assigns it.
 */
function evidenceFor(charge: Charge, record: RecordKnowledge): Evidence | 'ambiguous' | undefined {
  if (isAssigned(charge, record)) return 'assigned';
  const claimed = claimedRecords(charge, record.objectType);
  if (claimed.has(record.recordId)) return claimed.size === 1 ? 'metadata' : 'ambiguous';
  if (claimed.size > 0) return undefined;
  const isLinked = charge.customerId !== null && record.linkedCustomerIds.has(charge.customerId);
  return isLinked ? 'linked' : undefined;
}

/** The last reading of a charge wins, as in its ledger, so that it is counted or ambiguous and never both. */
export function attribute(charges: Iterable<Charge>, record: RecordKnowledge): Attribution {
  const counted: AttributedCharge[] = [];
  const ambiguous: string[] = [];
  for (const charge of distinctCharges(charges)) {
    const evidence = evidenceFor(charge, record);
    if (evidence === 'ambiguous') ambiguous.push(charge.id);
    else if (evidence !== undefined) counted.push({ charge, evidence });
  }
  return { counted: counted.sort(newestFirst), ambiguous: ambiguous.sort() };
}

function newestFirst(left: AttributedCharge, right: AttributedCharge): number {
  const byTime = right.charge.created - left.charge.created;
  if (byTime !== 0) return byTime;
  return left.charge.id < right.charge.id ? 1 : -1;
}
