import * as z from 'zod/mini';
import type { PropertyChange } from '../properties/changes.ts';
import type { PropertyName } from '../properties/kinds.ts';
import type { ObjectType } from '../record/object-type.ts';
import type { Reply } from './call.ts';
import { failureSchema } from './failure.ts';
import { recordViewSchema } from './record-view.ts';
import { foundCustomerSchema, listedPaymentSchema } from './rows.ts';
import type { Immutable } from './schema.ts';
import {
  flag,
  integer,
  labelsSchema,
  objectType,
  openEnum,
  recordLinkSchema,
  text,
  textOrNull,
} from './schema.ts';

/** Uids of the functions, as their hsmeta files and the cards name them. */
export const FUNCTION_UIDS = {
  getPayments: 'get-payments',
  getPayment: 'get-payment',
  syncPayments: 'sync-payments',
  linkPayments: 'link-payments',
  checkSetup: 'check-setup',
  applySetup: 'apply-setup',
  checkHealth: 'check-health',
  previewSync: 'preview-sync',
  syncRange: 'sync-range',
  stripeWebhook: 'stripe-webhook',
  syncAction: 'sync-action',
} as const;

/**
 * What every call has HubSpot send for the record being viewed. The id says which record it is; the
 * creation time proves its type, since two records of different types can share an id.
 */
export const PROOF_PROPERTIES = ['hs_object_id', 'createdate'] as const;

/** When a record was last changed: of a record picked on the app page, the second proof. */
export const MODIFIED_AT: Readonly<Record<ObjectType, string>> = {
  deal: 'hs_lastmodifieddate',
  contact: 'lastmodifieddate',
  company: 'hs_lastmodifieddate',
};

/** So many can be checked against all other deals in one call. */
export const MAX_ASSIGNED_AT_ONCE = 10;

/** Records that a sync of picked ones takes at once. */
export const MAX_PICKED = 1_000;

/** Given back as it came, to go on where a reply stopped. It is signed: nothing in it can be changed. */
export type Continuation = string;

const changes = z.array(
  z.object({
    name: openEnum<PropertyName>(),
    from: text,
    to: text,
  }) satisfies z.ZodMiniType<PropertyChange>,
);

/** One payment, read anew: its texts are in the reader's language, so that no card holds them. */
export const paymentRead = z.object({
  lines: z.array(z.object({ when: textOrNull, text, amount: textOrNull })),
  notes: z.array(text),
  /** Stripe's; it leads where Stripe says. */
  arrival: textOrNull,
  receiptUrl: textOrNull,
  /** Why steps may be missing. Empty where all was read. */
  problems: z.array(failureSchema),
});

export const paymentsRead = z.object({ view: recordViewSchema });

/** The same, or until when the saved figures are known to be right: Stripe is then not asked. */
export const paymentsOpened = z.union([paymentsRead, z.object({ currentAsOfMs: integer })]);

/** Where the view has a continuation, nothing is written yet: the sync goes on with it. */
export const paymentsSynced = z.object({
  /** What was written; `stripe_last_synced_at` aside, which every sync moves. */
  changes,
  /** Also of what may be saved of payouts afterwards. */
  labels: labelsSchema,
  view: recordViewSchema,
  /** Sent back for the payouts of what was saved; null or left out where there is nothing to ask for. */
  payouts: z.exactOptional(textOrNull),
});

/** What is known then of the way to the bank. */
export const payoutsSaved = z.object({ changes });

/** What a sync would write; nothing is. */
export const syncPreviewed = z.object({ changes, view: recordViewSchema });

/** The outcome of the copy in Stripe metadata; the assignment in HubSpot is saved in any case. */
const stripeCopy = z.union([
  z.object({ status: z.literal('failed'), error: failureSchema }),
  z.object({ status: openEnum<'not-asked' | 'written'>('failed') }),
]);

/** What became of the figures that follow from a change. */
const savedFigures = z.union([
  z.object({ status: z.literal('failed'), error: failureSchema }),
  /** Where they are not asked for, the card syncs. */
  z.object({ status: openEnum<'not-asked' | 'saved'>('failed') }),
]);

export const paymentsLinked = z.union([
  z.object({ action: z.literal('search'), customers: z.array(foundCustomerSchema) }),
  z.object({
    action: z.literal('payments'),
    /** The newest. */
    payments: z.array(listedPaymentSchema),
    /** Of how many. */
    total: integer,
    /** Why some are missing, or it is not known where they count. */
    problems: z.array(failureSchema),
  }),
  z.object({
    action: z.enum(['link', 'unlink', 'assign', 'unassign', 'exclude', 'restore']),
    /** The ids that were linked or assigned, taken out of what was pasted. */
    ids: z.array(text),
    /** Those that another deal took at the same moment, and has. */
    taken: z.array(z.object({ id: text, claimedBy: recordLinkSchema })),
    /** Of the ids and of the figures; empty where it was so already. */
    changes,
    /** Deals that had it until now. */
    movedFrom: z.array(recordLinkSchema),
    /** False where HubSpot's search is too far behind to tell whether another deal took it: ask again. */
    isSettled: z.boolean(),
    figures: savedFigures,
    stripeCopy,
  }),
]);

/** What became of a record that a catch-up synced. */
const rangeRecord = z.union([
  z.object({
    objectType,
    recordId: text,
    status: z.literal('synced'),
    /** Properties that had another value before. */
    changes: integer,
  }),
  z.object({ objectType, recordId: text, status: z.literal('failed'), error: failureSchema }),
]);

/** One part of a catch-up. */
export const rangeSynced = z.object({
  eventsRead: integer,
  records: z.array(rangeRecord),
  /** Found, and not synced yet. */
  waiting: integer,
  /** True where the range begins before the oldest event that Stripe keeps. */
  isBeyondEvents: flag,
  continuation: textOrNull,
  /** Requests to Stripe, of its allotment of reads. */
  stripeCalls: integer,
  /** Whether the record of the run could be written; `off`: the account keeps none. */
  runLog: openEnum<'saved' | 'off' | 'failed' | 'unknown'>(),
});

export type RangeRecord = Immutable<z.infer<typeof rangeRecord>>;
export type SyncRangeReply = Reply<Immutable<z.infer<typeof rangeSynced>>>;
export type SavedFigures = Immutable<z.infer<typeof savedFigures>>;
export type StripeCopy = Immutable<z.infer<typeof stripeCopy>>;
export type GetPaymentReply = Reply<Immutable<z.infer<typeof paymentRead>>>;
export type OpenPaymentsReply = Reply<Immutable<z.infer<typeof paymentsOpened>>>;
export type GetPaymentsReply = Reply<Immutable<z.infer<typeof paymentsRead>>>;
export type SyncPaymentsReply = Reply<Immutable<z.infer<typeof paymentsSynced>>>;
export type SavePayoutsReply = Reply<Immutable<z.infer<typeof payoutsSaved>>>;
export type LinkPaymentsReply = Reply<Immutable<z.infer<typeof paymentsLinked>>>;
export type PreviewSyncReply = Reply<Immutable<z.infer<typeof syncPreviewed>>>;
