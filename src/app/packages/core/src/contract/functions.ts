import type { PropertyChange } from '../properties/changes.ts';
import type { ObjectType } from '../record/object-type.ts';
import type { Failure } from './failure.ts';
import type { RecordView } from './record-view.ts';
import type { Reply } from './reply.ts';
import type { FoundCustomer } from './rows.ts';

/** Uids of the functions, as their hsmeta files and the cards name them. */
export const FUNCTION_UIDS = {
  getPayments: 'get-payments',
  syncPayments: 'sync-payments',
  linkPayments: 'link-payments',
  checkSetup: 'check-setup',
  applySetup: 'apply-setup',
  previewSync: 'preview-sync',
} as const;

/**
 * What every call has HubSpot send for the record being viewed. The id says which record it is; the
 * creation time proves its type, since two records of different types can share an id.
 */
export const PROOF_PROPERTIES = ['hs_object_id', 'createdate'] as const;

/** Given back as it came, to go on where a reply stopped. It is signed: nothing in it can be changed. */
export type Continuation = string;

export interface GetPaymentsParameters {
  readonly objectType: ObjectType;
  readonly continuation?: Continuation;
}

export type GetPaymentsReply = Reply<{ readonly view: RecordView }>;

export interface SyncPaymentsParameters {
  readonly objectType: ObjectType;
  /** True writes nothing and answers the same. */
  readonly dryRun?: boolean;
  readonly continuation?: Continuation;
}

/** Where the view has a continuation, nothing is written yet: the sync goes on with it. */
export type SyncPaymentsReply = Reply<{
  readonly dryRun: boolean;
  /** What was, or would be, written; `stripe_last_synced_at` aside, which every sync moves. */
  readonly changes: readonly PropertyChange[];
  readonly view: RecordView;
}>;

/** One change of what a record's payments are, or the search for a customer that could be linked. */
export type LinkPaymentsParameters = { readonly objectType: ObjectType } & (
  | { readonly action: 'search'; readonly query: string }
  | { readonly action: 'link' | 'unlink'; readonly customerId: string }
  | {
      readonly action: 'assign';
      /** As pasted: an id of a payment, invoice, subscription or checkout, or its dashboard address. */
      readonly id: string;
      /** True also where its metadata at Stripe names another deal. */
      readonly despiteClaim?: boolean;
      readonly alsoInStripe?: boolean;
    }
  | { readonly action: 'unassign'; readonly id: string; readonly alsoInStripe?: boolean }
);

/** What became of the copy at Stripe: the choice in HubSpot stands whatever it is. */
export type StripeCopy =
  | { readonly status: 'not-asked' | 'written' }
  | { readonly status: 'failed'; readonly error: Failure };

export type LinkPaymentsReply = Reply<
  | { readonly action: 'search'; readonly customers: readonly FoundCustomer[] }
  | {
      readonly action: 'link' | 'unlink' | 'assign' | 'unassign';
      /** The id that was linked or assigned, taken out of what was pasted. */
      readonly id: string;
      /** Empty where it was so already. */
      readonly changes: readonly PropertyChange[];
      readonly stripeCopy: StripeCopy;
    }
>;
