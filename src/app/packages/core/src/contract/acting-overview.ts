import * as z from 'zod/mini';
import type { ActionKind } from '../acting/kinds.ts';
import type { RefusedLine } from '../acting/line-items.ts';
import { standing } from './acting-standing.ts';
import { line, listedSubscription, recurringLine } from './acting-subscriptions.ts';
import { failureSchema } from './failure.ts';
import { customerRef } from './rows.ts';
import type { Immutable } from './schema.ts';
import { flag, integerOrNull, moneySchema, openEnum, text, textOrNull } from './schema.ts';

const refusedLine: z.ZodMiniType<RefusedLine> = z.object({
  label: text,
  why: openEnum<RefusedLine['why']>(),
  isRecurring: flag,
});

/** What was asked for on this record: a payment link, an invoice or a subscription that carries its id. */
export const paymentRequestSchema = z.object({
  kind: openEnum<'link' | 'invoice' | 'subscription'>(),
  id: text,
  /** True for a link that begins a subscription. */
  isRecurring: flag,
  /** An invoice's; null for a link and a draft. */
  number: textOrNull,
  amount: moneySchema,
  /** What of it is still to be paid. */
  open: moneySchema,
  status: openEnum<'draft' | 'open' | 'paid' | 'canceled' | 'uncollectible'>(),
  /** Stripe's page to pay on; null for a draft. */
  url: textOrNull,
  customer: z.nullable(customerRef),
  /** Seconds since the epoch; null for a link, of which Stripe does not say. */
  created: integerOrNull,
  dueDate: integerOrNull,
  /** Which bills it; null for what was requested once. `label`: what its first line is for. */
  subscription: z.nullable(z.object({ id: text, label: textOrNull })),
  /** True for an invoice that Stripe charges by itself: none of those is emailed to be paid. */
  isCharged: flag,
});

/** Who could be asked. A contact without a customer becomes one when an invoice is created. */
export const payee = z.object({
  /** Null for a contact that is no customer yet. */
  customerId: textOrNull,
  /** The contact whose address it is; null for a customer that the record links. */
  contactId: textOrNull,
  name: textOrNull,
  email: textOrNull,
});

/** What a request can be made of, read as a whole. Nothing is written. */
export const requestBasis = z.object({
  step: z.literal('basis'),
  /** What is turned on. */
  kinds: z.array(openEnum<ActionKind>()),
  /** Of the deal, or of the HubSpot account; null where neither is known. */
  currency: textOrNull,
  dealAmount: z.nullable(moneySchema),
  standing,
  lines: z.array(line),
  total: z.nullable(moneySchema),
  /** Asked for by a subscription only. */
  recurring: z.array(recurringLine),
  refused: z.array(refusedLine),
  /** Why there are no lines: amounts are typed. */
  linesProblem: z.nullable(failureSchema),
  payees: z.array(payee),
  payeesProblem: z.nullable(failureSchema),
});

/** What the card shows: outstanding as of the last sync, and what asks for it as it is now. Nothing is written. */
export const requestOverview = z.object({
  step: z.literal('overview'),
  /** What is turned on. */
  kinds: z.array(openEnum<ActionKind>()),
  dealAmount: z.nullable(moneySchema),
  standing,
  /** When the record was synced last, in milliseconds since the epoch; null where it was not. */
  syncedAtMs: integerOrNull,
  /** False where the last sync found nothing that could be refunded. */
  hasRefundable: flag,
  requests: z.array(paymentRequestSchema),
  requestsProblem: z.nullable(failureSchema),
  /** False where there may be older ones that were not read. */
  areRequestsComplete: flag,
  subscriptions: z.array(listedSubscription),
  subscriptionsProblem: z.nullable(failureSchema),
  /** Linked customers whose payment failed, or is overdue. */
  failing: z.array(customerRef),
});

export type PaymentRequest = Immutable<z.infer<typeof paymentRequestSchema>>;
export type Payee = Immutable<z.infer<typeof payee>>;
export type RequestBasis = Immutable<z.infer<typeof requestBasis>>;
export type RequestOverview = Immutable<z.infer<typeof requestOverview>>;
