import * as z from 'zod/mini';
import { CONFIRMATION_PROPERTY } from '../properties/confirmation-property.ts';
import { PROPERTY_NAMES } from '../properties/names.ts';
import { OBJECT_TYPES } from '../record/object-type.ts';
import { isRecordId } from '../record/record-id.ts';
import { LANGUAGES } from '../texts/language.ts';
import { MAX_ASSIGNED_AT_ONCE, MAX_PICKED } from './functions.ts';
import type { Immutable } from './schema.ts';

/** Parameters come from a browser: anything that is not listed here is refused or left out. */
export const objectTypeParameter = z.enum(OBJECT_TYPES);

const recordId = z.string().check(z.refine(isRecordId));

export const recordIdParameter = z.union([
  recordId,
  z.pipe(
    z.int().check(z.positive()),
    z.transform((id) => String(id)),
  ),
]);

/** Longer than any way of writing a moment. */
const MAX_INSTANT = 100;

/** HubSpot sends datetimes as ISO text or as milliseconds, as text or as a number. */
export const instantParameter = z.union([
  z.string().check(z.minLength(1), z.maxLength(MAX_INSTANT)),
  z.pipe(
    z.int(),
    z.transform((ms) => String(ms)),
  ),
]);

const objectType = objectTypeParameter;

/** Longer than any id, address or name that makes sense. */
const pasted = z.string().check(z.maxLength(2_000));

/**
 * Sealed text, of which a company of some thousand contacts needs some hundred kilobytes. Its size and form
 * are looked at before anything is decoded.
 */
const MAX_TOKEN = 1_000_000;
const TOKEN = /^[\w-]+\.[\w-]+$/;
const sealed = z.string().check(z.maxLength(MAX_TOKEN, { abort: true }), z.regex(TOKEN));
const continuation = z.exactOptional(sealed);

export const getPaymentsParameters = z.object({
  objectType,
  continuation,
  /** The row after which the list of payments to review goes on, as a note has given it. */
  reviewAfter: z.exactOptional(z.string().check(z.maxLength(300))),
  /** When the saved figures that are shown were read: those of a record that is kept current are not read again. */
  savedAtMs: z.exactOptional(z.int()),
});

/** One payment of the record, in the words and the time zone of the reader. */
export const getPaymentParameters = z.object({
  objectType,
  paymentId: z.string().check(z.maxLength(300)),
  ticket: z.string().check(z.maxLength(2_000, { abort: true }), z.regex(TOKEN)),
  language: z.enum(LANGUAGES),
  locale: z.string().check(z.maxLength(100)),
  timeZone: z.string().check(z.maxLength(100)),
});

/**
 * Refuses what it does not know: an older caller's `dryRun: true` would otherwise be ignored, and the
 * sync would write.
 */
export const syncPaymentsParameters = z.union([
  z.strictObject({ objectType, continuation }),
  /** After a sync, in which payouts the payments are, as its reply has given it. */
  z.strictObject({ objectType, payouts: sealed }),
]);

/** One change of what a record's payments are, or the search for what could be linked or assigned. */
export const linkPaymentsParameters = z.discriminatedUnion('action', [
  z.object({ objectType, action: z.literal('search'), query: pasted }),
  /** Payments of the record's people, or of one customer, and where they count now. */
  z.object({
    objectType,
    action: z.literal('payments'),
    customerId: z.exactOptional(pasted),
  }),
  z.object({ objectType, action: z.literal('link'), customerId: pasted }),
  z.object({ objectType, action: z.literal('unlink'), customerId: pasted }),
  z.object({
    objectType,
    action: z.literal('assign'),
    /** Ids of payments, invoices, subscriptions and checkouts, or their dashboard URLs. */
    ids: z.array(pasted).check(z.minLength(1), z.maxLength(MAX_ASSIGNED_AT_ONCE)),
    /** Deals that have it now, that the person has agreed to take it from. */
    moveFrom: z.exactOptional(z.array(recordId).check(z.maxLength(50))),
    alsoInStripe: z.exactOptional(z.boolean()),
  }),
  /** Takes a payment off the record, whatever matches it, or takes that back. */
  z.object({ objectType, action: z.enum(['exclude', 'restore']), id: pasted }),
  z.object({
    objectType,
    action: z.literal('unassign'),
    id: pasted,
    alsoInStripe: z.exactOptional(z.boolean()),
  }),
]);

/** Nothing to choose; what an older page may have sent along does no harm. */
export const checkSetupParameters = z.object({});

/** More than there are steps: every property of every object type, in each of its actions. */
const MAX_STEPS = 500;

const stepId = z.templateLiteral([
  objectType,
  '/',
  z.enum([...PROPERTY_NAMES, CONFIRMATION_PROPERTY]),
  '/',
  z.enum(['create', 'restore', 'change']),
]);

/**
 * Steps of a plan that a person has seen; others are not done, however much there is to do. Removing is for
 * the terminal: every user of the account can call a function of the page.
 */
export const applySetupParameters = z.object({
  action: z.literal('apply'),
  steps: z.array(stepId).check(z.maxLength(MAX_STEPS)),
});

/**
 * A record that a person picked on the app page, where HubSpot sends none. Its creation time and the time
 * of its last change, as the search gave them, are the proof that they can see it.
 */
export const previewSyncParameters = z.object({
  objectType,
  recordId: recordIdParameter,
  createdAt: instantParameter,
  modifiedAt: instantParameter,
  continuation,
});

/** The last moment that has a date. */
const MAX_MOMENT_MS = 8_640_000_000_000_000;

const filterValue = z.string().check(z.minLength(1), z.maxLength(100));

/** Which records are synced. */
const listedBy = z.strictObject({
  objectType,
  which: z.union([
    /** `linked`: those that link a customer or have a payment assigned. */
    z.enum(['all', 'linked']),
    z.array(recordId).check(z.minLength(1), z.maxLength(MAX_PICKED)),
    /** A list of HubSpot's. */
    z.strictObject({ listId: recordId }),
  ]),
  /** Values that records must have: a deal's pipeline or stage. */
  where: z.partialRecord(z.enum(['pipeline', 'dealstage']), filterValue),
  /** Leaves out records that were synced since, in milliseconds since the epoch; null for none. */
  syncedBeforeMs: z.nullable(z.int().check(z.nonnegative())),
});

/** By a browser's clock; what a repeated first step has in common with the one before. */
const startedMs = z.exactOptional(z.int().check(z.nonnegative(), z.maximum(MAX_MOMENT_MS)));

/** A catch-up from a moment on, in milliseconds since the epoch, or a list; or the next part of one. */
export const syncRangeParameters = z.union([
  z.strictObject({ sinceMs: z.int().check(z.nonnegative()), startedMs, continuation }),
  z.strictObject({ list: listedBy, startedMs, continuation }),
]);

export type ListedBy = Immutable<z.input<typeof listedBy>>;
export type SyncRangeParameters = Immutable<z.input<typeof syncRangeParameters>>;
export type CatchUpParameters = Extract<SyncRangeParameters, { readonly sinceMs: number }>;
export type GetPaymentParameters = z.infer<typeof getPaymentParameters>;
export type GetPaymentsParameters = Immutable<z.input<typeof getPaymentsParameters>>;
export type SyncPaymentsParameters = Immutable<z.input<typeof syncPaymentsParameters>>;
export type LinkPaymentsParameters = Immutable<z.input<typeof linkPaymentsParameters>>;
export type ApplySetupParameters = Immutable<z.input<typeof applySetupParameters>>;
export type PreviewSyncParameters = Immutable<z.input<typeof previewSyncParameters>>;
