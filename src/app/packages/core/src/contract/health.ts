import * as z from 'zod/mini';
import type { Reply } from './call.ts';
import type { ErrorCode } from './failure.ts';
import type { Immutable } from './schema.ts';
import { flag, integer, integerOrNull, objectType, openEnum, text, textOrNull } from './schema.ts';
import { checkResult } from './setup.ts';

/** How the records of a type are kept; counted by HubSpot's search, so seconds behind. */
const recordsKept = {
  /** Records with a sync. */
  synced: integer,
  /** Of which the last sync failed. */
  failed: integer,
  feesPending: integer,
  /** Of a record's last sync, in milliseconds since the epoch. */
  newestSyncMs: integerOrNull,
  oldestSyncMs: integerOrNull,
};

/** Of the newest 100 events that Stripe keeps. */
const eventsSeen = {
  newestMs: integerOrNull,
  /** Created after the newest sync of any record; 100 at most. */
  sinceSync: integer,
  oldestSinceSyncMs: integerOrNull,
};

const webhookEndpoint = {
  /** `other-secret`: its URL has the secret of another Stripe key. */
  status: openEnum<'none' | 'current' | 'other-secret'>(),
  isEnabled: flag,
  /** Needed event types that it is not registered for. */
  missingEvents: z.array(text),
  /** Types that it is registered for and nothing here needs; `*` for all. */
  extraEvents: z.array(text),
  /** In which it gets its events, where it is not that of the app: of them only the ids are used. */
  otherApiVersion: textOrNull,
};

/** A catch-up or the sync of a list, as its record tells. */
const loggedRun = z.object({
  /** A value of the run log's `door`, or what a person made of it. */
  door: text,
  isFinished: flag,
  startedMs: integer,
  endedMs: integerOrNull,
  lookedAt: integer,
  changed: integer,
  failures: z.array(z.object({ code: openEnum<ErrorCode>(), count: integer })),
});

const runsLogged = {
  /** False where the account has no run log. */
  isOn: flag,
  /** The newest catch-up. */
  last: z.nullable(loggedRun),
  /** Of the runs of the calendar month in UTC; `isAll`: false where there are more than were added up. */
  month: z.object({ reads: integer, runs: integer, isAll: flag }),
};

/** Payment records that a person deleted in HubSpot lately; `isAll`: false where there are more. */
const deletedPayments = { count: integer, isAll: flag };

const named = { id: text, label: text };

/** Of deals, in HubSpot's order. */
const dealPipelines = {
  pipelines: z.array(z.object({ ...named, stages: z.array(z.object(named)) })),
};

/** HubSpot's lists of deals, contacts and companies; `isAll`: false where the account has more. */
const recordLists = { lists: z.array(z.object({ ...named, objectType })), isAll: flag };

/** Whether the records are kept current. */
const healthReport = z.object({
  asOfMs: integer,
  records: z.array(z.object({ objectType, kept: checkResult(recordsKept) })),
  events: checkResult(eventsSeen),
  runLog: checkResult(runsLogged),
  /** Absent from functions of an earlier version. */
  deletedPayments: z.exactOptional(checkResult(deletedPayments)),
  /** What can be chosen for the sync of a list. */
  pipelines: checkResult(dealPipelines),
  lists: checkResult(recordLists),
  /** True where the webhook is a part of what was uploaded. */
  hasWebhook: flag,
  hasWorkflowAction: flag,
  /** As Stripe has it registered. */
  endpoint: checkResult(webhookEndpoint),
});

export const healthChecked = z.object({ report: healthReport });

/** As many of the newest events as are looked at. */
export const MAX_EVENTS_SEEN = 100;

const ofEach = (object: string, names: readonly string[]): readonly string[] =>
  names.map((name) => `${object}.${name}`);

/** Types of events that can change a figure: what the webhook is registered for at Stripe. */
export const WEBHOOK_EVENTS: readonly string[] = [
  ...ofEach('charge', ['succeeded', 'updated', 'captured', 'pending', 'failed', 'expired']),
  'charge.refunded',
  ...ofEach('refund', ['created', 'updated', 'failed']),
  ...ofEach('charge.dispute', ['created', 'updated', 'closed']),
  ...ofEach('charge.dispute', ['funds_withdrawn', 'funds_reinstated']),
  ...ofEach('payment_intent', ['processing', 'payment_failed', 'canceled']),
  ...ofEach('invoice', ['finalized', 'paid', 'payment_failed', 'overdue', 'voided']),
  'invoice.marked_uncollectible',
  'invoice_payment.paid',
  ...ofEach('customer.subscription', ['created', 'updated', 'deleted', 'paused', 'resumed']),
  ...ofEach('customer', ['created', 'updated', 'deleted']),
  ...ofEach('payout', ['paid', 'failed', 'canceled', 'updated', 'reconciliation_completed']),
  ...ofEach('checkout.session', ['completed', 'async_payment_succeeded', 'async_payment_failed']),
];

export type RecordsKept = Immutable<z.infer<z.ZodMiniObject<typeof recordsKept>>>;
export type EventsSeen = Immutable<z.infer<z.ZodMiniObject<typeof eventsSeen>>>;
export type WebhookEndpoint = Immutable<z.infer<z.ZodMiniObject<typeof webhookEndpoint>>>;
export type LoggedRun = Immutable<z.infer<typeof loggedRun>>;
export type RunsLogged = Immutable<z.infer<z.ZodMiniObject<typeof runsLogged>>>;
export type HealthReport = Immutable<z.infer<typeof healthReport>>;
export type CheckHealthReply = Reply<Immutable<z.infer<typeof healthChecked>>>;
