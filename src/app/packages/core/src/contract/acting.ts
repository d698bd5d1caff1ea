import * as z from 'zod/mini';
import type { KeptFee, Refundable } from '../acting/refund.ts';
import {
  line,
  plannedCycle,
  recurringLine,
  subscriptionChange,
  subscriptionChangePreview,
} from './acting-subscriptions.ts';
import { payee, paymentRequestSchema, requestBasis, requestOverview } from './acting-overview.ts';
import { standing } from './acting-standing.ts';
import type { Reply } from './call.ts';
import { customerRef } from './rows.ts';
import { rehearsed } from './acting-setup.ts';
import { couponChangeOutcome, couponChangePreview, subscriptionCoupons } from './coupon-changes.ts';
import { itemChangeOutcome, itemChangePreview } from './item-changes.ts';
import type { Immutable } from './schema.ts';
import { flag, integer, integerOrNull, moneySchema, openEnum, text, textOrNull } from './schema.ts';

/** Uids of the functions that act. They are a part of the project only where the write key is. */
export const ACTING_UIDS = {
  requestPayment: 'request-payment',
  manageBilling: 'manage-billing',
} as const;

/** What a person enters into `stripe_confirmation` on the record, in HubSpot's own editor. */
const confirmationAsked = z.object({
  text,
  /** Milliseconds since the epoch. */
  validUntilMs: integer,
});

const prepared = {
  step: z.literal('prepared'),
  /** Sent back with the confirmation: what is confirmed is what was shown. */
  digest: text,
  /** Null where no named person is needed. */
  confirmation: z.nullable(confirmationAsked),
};

const requestPrepared = z.object({
  ...prepared,
  method: openEnum<'link' | 'invoice' | 'subscription' | 'subscription-link'>(),
  /** Asked for once: of a subscription, on its first invoice. */
  lines: z.array(line),
  /** Of a subscription with one interval of what recurs. */
  total: moneySchema,
  /** Null for what is paid once. */
  cycle: z.nullable(plannedCycle),
  /** Not asked for. */
  recurring: z.array(recurringLine),
  dealAmount: z.nullable(moneySchema),
  /** Without an open request for the same. */
  standing,
  /** True where Stripe adds the tax that the account collects: how much, Stripe says on its page. */
  isPlusTax: flag,
  /** The tax that an invoice of today would have, by Stripe's preview; null where there is none, or it is not known. */
  tax: z.nullable(moneySchema),
  /** Null for a link: who opens it pays. */
  payee: z.nullable(payee),
  daysUntilDue: integerOrNull,
  memo: textOrNull,
  poNumber: textOrNull,
  /** `email`: Stripe sends the invoice, or each of a subscription, to the payee. */
  delivery: openEnum<'copy' | 'email'>(),
  /** An open request for the same: it is answered instead of a second one. */
  existing: z.nullable(paymentRequestSchema),
});

/** What became of the note on the record's timeline; where it could not be left, the action is done all the same. */
const timelineLine = openEnum<'left' | 'no-permission' | 'not-left'>();

const requestDone = z.object({
  step: z.literal('done'),
  request: paymentRequestSchema,
  /** True where it was there before this call. */
  isExisting: flag,
  delivery: openEnum<'not-asked' | 'sent'>(),
  /** What a subscription bills, as it was reviewed; null for what is paid once. */
  cycle: z.nullable(plannedCycle),
  /** Who confirmed; null where no confirmation was needed. */
  userId: textOrNull,
  /** The figures of the record are as before: the card syncs. */
  isSyncNeeded: flag,
  line: timelineLine,
});

export const paymentRequested = z.union([
  requestOverview,
  requestBasis,
  requestPrepared,
  requestDone,
]);

const refundable: z.ZodMiniType<Refundable> = z.object({
  captured: moneySchema,
  refunded: moneySchema,
  pending: moneySchema,
  disputed: moneySchema,
  rest: moneySchema,
});

const kept: z.ZodMiniType<KeptFee> = z.union([
  z.object({
    status: z.literal('known'),
    fee: moneySchema,
    net: moneySchema,
    netAfter: moneySchema,
  }),
  z.object({ status: z.literal('converted'), fee: moneySchema, net: moneySchema }),
  z.object({ status: z.literal('pending') }),
]);

/** Stripe's reasons for a refund. */
export const REFUND_REASONS = ['requested_by_customer', 'duplicate', 'fraudulent'] as const;

export type RefundReason = (typeof REFUND_REASONS)[number];

/** What can be done to a link or an invoice that was requested on the record. */
export type RequestChangeKind =
  'deactivate-link' | 'void-invoice' | 'send-invoice' | 'mark-paid' | 'mark-uncollectible';

const OF_ANOTHER_FORM = ['refund', 'card-link', 'change-item', 'change-coupon'];

const requestChange = z.object({
  kind: openEnum<RequestChangeKind>(...OF_ANOTHER_FORM),
  request: paymentRequestSchema,
});

/** What exactly will happen. */
const changePreview = z.union([
  z.object({
    kind: z.literal('refund'),
    paymentId: text,
    amount: moneySchema,
    /** Before the refund. */
    before: refundable,
    /** What can be refunded after it. */
    restAfter: moneySchema,
    kept,
    /** Refunds of the payment that failed: the customer has none of them. */
    failedBefore: z.array(z.object({ amount: moneySchema, reason: textOrNull })),
    reason: z.nullable(openEnum<RefundReason>()),
    customer: z.object({ name: textOrNull, email: textOrNull }),
  }),
  z.object({ kind: z.literal('card-link'), customer: customerRef }),
  itemChangePreview,
  couponChangePreview,
  requestChange,
  subscriptionChangePreview,
]);

const billingPrepared = z.object({ ...prepared, preview: changePreview });

/** What was made or changed. */
const changeOutcome = z.union([
  z.object({
    kind: z.literal('refund'),
    refundId: text,
    amount: moneySchema,
    /** `succeeded | pending | requires_action | failed | canceled`, an open set. */
    status: textOrNull,
    /** Why it failed, an open set; null for one that did not. */
    failureReason: textOrNull,
  }),
  /** A page on which the customer updates the card, for a few minutes. */
  z.object({ kind: z.literal('card-link'), customer: customerRef, url: text }),
  itemChangeOutcome,
  couponChangeOutcome,
  requestChange,
  subscriptionChange,
]);

const billingDone = z.object({
  step: z.literal('done'),
  outcome: changeOutcome,
  /** True where it was so before this call. */
  isExisting: flag,
  userId: textOrNull,
  isSyncNeeded: flag,
  line: timelineLine,
});

export const billingManaged = z.union([
  billingPrepared,
  billingDone,
  rehearsed,
  subscriptionCoupons,
]);

export type RequestPrepared = Immutable<z.infer<typeof requestPrepared>>;
export type RequestDone = Immutable<z.infer<typeof requestDone>>;
export type ChangePreview = Immutable<z.infer<typeof changePreview>>;
export type ChangeOutcome = Immutable<z.infer<typeof changeOutcome>>;
export type BillingPrepared = Immutable<z.infer<typeof billingPrepared>>;
export type BillingDone = Immutable<z.infer<typeof billingDone>>;
export type RequestPaymentReply = Reply<Immutable<z.infer<typeof paymentRequested>>>;
export type ManageBillingReply = Reply<Immutable<z.infer<typeof billingManaged>>>;
