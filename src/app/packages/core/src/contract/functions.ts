import type { PropertyChange } from '../properties/changes.ts';
import type { RecordView } from './record-view.ts';
import type { Reply } from './reply.ts';

/** Uids of the functions, as their hsmeta files and the cards name them. */
export const FUNCTION_UIDS = {
  getPayments: 'get-payments',
  syncPayments: 'sync-payments',
} as const;

/** Object types whose records the functions serve. */
export const OBJECT_TYPES = ['deal'] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

/**
 * What every call has HubSpot send for the record being viewed. The id says which record it is; the
 * creation time proves its type, since two records of different types can share an id.
 */
export const PROOF_PROPERTIES = ['hs_object_id', 'createdate'] as const;

export interface GetPaymentsParameters {
  readonly objectType: ObjectType;
}

export type GetPaymentsReply = Reply<{ readonly view: RecordView }>;

export interface SyncPaymentsParameters {
  readonly objectType: ObjectType;
  /** True writes nothing and answers the same. */
  readonly dryRun?: boolean;
}

export type SyncPaymentsReply = Reply<{
  readonly dryRun: boolean;
  /** What was, or would be, written; `stripe_last_synced_at` aside, which every sync moves. */
  readonly changes: readonly PropertyChange[];
  readonly view: RecordView;
}>;
