import type { RecordLink } from '../record/object-type.ts';
import type { Evidence } from './evidence.ts';

/** Why a payment is on a record. */
export interface Reason {
  readonly evidence: Evidence;
  /** What matched: an id, an email or a domain. */
  readonly via: string;
  /** The contact or company that the evidence is about, where it is not the record itself. */
  readonly payer: RecordLink | null;
}

/** How a payment relates to one record. */
export type Match =
  | { readonly status: 'counted'; readonly reason: Reason }
  /** A contact or company of the deal paid it and has other deals: a person decides. */
  | {
      readonly status: 'candidate';
      readonly reason: Reason;
      readonly others: readonly RecordLink[];
    }
  /** Other records of this type have equal evidence: it counts on none of them. */
  | {
      readonly status: 'ambiguous';
      readonly reason: Reason;
      readonly others: readonly RecordLink[];
    }
  /** Another record has stronger evidence. */
  | {
      readonly status: 'elsewhere';
      readonly reason: Reason;
      readonly others: readonly RecordLink[];
    }
  | { readonly status: 'unrelated' };

export interface Matched<T> {
  readonly item: T;
  readonly match: Match;
}
