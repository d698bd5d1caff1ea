import type { RecordLink } from '../record/object-type.ts';
import type { Evidence } from './evidence.ts';

/** Why a payment is where it is, ready to be put into words. */
export interface Reason {
  readonly evidence: Evidence;
  /** What matched: an id, an address or a domain. */
  readonly via: string;
  /** Whose evidence it is, where it is not the record's own. */
  readonly payer: RecordLink | null;
}

/** Where one payment stands with regard to one record. */
export type Placement =
  | { readonly status: 'counted'; readonly reason: Reason }
  /** A contact or company of the deal paid it, and has other deals too: a person decides. */
  | {
      readonly status: 'candidate';
      readonly reason: Reason;
      readonly others: readonly RecordLink[];
    }
  /** The same evidence speaks for other records of this type: it counts on none of them. */
  | {
      readonly status: 'ambiguous';
      readonly reason: Reason;
      readonly others: readonly RecordLink[];
    }
  /** Stronger evidence speaks for another record. */
  | {
      readonly status: 'elsewhere';
      readonly reason: Reason;
      readonly others: readonly RecordLink[];
    }
  | { readonly status: 'unrelated' };

export interface Placed<T> {
  readonly item: T;
  readonly placement: Placement;
}
