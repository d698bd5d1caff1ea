import type { ObjectType, RecordLink } from '../record/object-type.ts';

/** What a HubSpot record itself says about its payments. */
export interface RecordClaims extends RecordLink {
  /** To find a person by it; no reply has it. */
  readonly name: string | null;
  /** Ids of the records that were merged into this one: what names them names this one. */
  readonly mergedIds: ReadonlySet<string>;
  /** Ids in `stripe_customer_id`. */
  readonly linkedCustomerIds: ReadonlySet<string>;
  /** Ids in `stripe_payment_ids`: of payments, invoices, subscriptions and checkout sessions. */
  readonly assignedIds: ReadonlySet<string>;
  /** Ids in `stripe_excluded_payment_ids`: a person said that they are not this record's. */
  readonly excludedIds: ReadonlySet<string>;
  /** A contact's addresses, as `comparableAddress` makes them. */
  readonly addresses: ReadonlySet<string>;
  /** A company's own domains in lower case, free-mail ones left out. */
  readonly domains: ReadonlySet<string>;
  /** It was deleted: what names it is no evidence. */
  readonly isGone?: true;
}

/** True for the record's present id, or one that was merged into it. */
export const hasId = (
  { objectType, recordId, mergedIds }: RecordClaims,
  named: RecordLink,
): boolean =>
  objectType === named.objectType && (recordId === named.recordId || mergedIds.has(named.recordId));

/** A contact or company that may have paid. */
export interface Payer extends RecordClaims {
  /** Every deal that the payer is associated with. */
  readonly dealIds: ReadonlySet<string>;
  /** A contact's primary company; null where there is none, and for a company. */
  readonly companyId: string | null;
}

/** A deal, and its primary company, which has what counts on it; null where there is none. */
export interface DealOfCompany extends RecordClaims {
  readonly companyId: string | null;
}

/** All that is known about the records a payment could belong to. */
export interface RecordKnowledge {
  readonly record: RecordClaims;
  /** Other records of the same type that could claim the same payments; none for a company. */
  readonly competingRecords: readonly RecordClaims[];
  /**
   * For a deal its contacts and companies, and others who hold the same customers; for a company every
   * contact and company that could have paid, itself among them; none for a contact.
   */
  readonly payers: readonly Payer[];
  /** For a company every deal that could have the payments. */
  readonly deals?: readonly DealOfCompany[];
}

const NOTHING: ReadonlySet<string> = new Set();

/** Each record once, the last reading winning. */
export function distinctRecords<H extends RecordClaims>(records: readonly H[]): readonly H[] {
  const keyed = records.map((each) => [`${each.objectType}/${each.recordId}`, each] as const);
  return [...new Map(keyed).values()];
}

/** A record of which nothing is known but that something names it. */
export function unreadRecord(objectType: ObjectType, recordId: string): RecordClaims {
  return {
    objectType,
    recordId,
    name: null,
    mergedIds: NOTHING,
    linkedCustomerIds: NOTHING,
    assignedIds: NOTHING,
    excludedIds: NOTHING,
    addresses: NOTHING,
    domains: NOTHING,
  };
}

/** A record that something names, and that no longer exists. */
export const goneRecord = (objectType: ObjectType, recordId: string): RecordClaims => ({
  ...unreadRecord(objectType, recordId),
  isGone: true,
});
