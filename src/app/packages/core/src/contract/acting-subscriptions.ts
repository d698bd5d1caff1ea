import * as z from 'zod/mini';
import type { RequestLine } from '../acting/line-items.ts';
import type { BillingInterval, RecurringRequestLine } from '../acting/recurring.ts';
import { customerRef } from './rows.ts';
import type { Immutable } from './schema.ts';
import { flag, integer, integerOrNull, moneySchema, openEnum, text, textOrNull } from './schema.ts';

/** A line as it is asked for at Stripe. */
const lineFields = {
  label: text,
  quantity: integer,
  unit: moneySchema,
  total: moneySchema,
  discount: moneySchema,
};

export const line: z.ZodMiniType<RequestLine> = z.object(lineFields);

const interval: z.ZodMiniType<BillingInterval> = z.object({
  unit: openEnum<BillingInterval['unit']>(),
  count: integer,
});

export const recurringLine: z.ZodMiniType<RecurringRequestLine> = z.object({
  ...lineFields,
  interval,
  hasTerm: flag,
  startDay: textOrNull,
});

/** What a subscription that would be made bills again and again. */
export const plannedCycle = z.object({
  interval,
  lines: z.array(recurringLine),
  /** For each interval, without tax. */
  each: moneySchema,
  /** On the first invoice: one-time lines, and what recurs unless it starts later. */
  dueAtFirst: moneySchema,
  /** When what recurs is billed first, in seconds since the epoch; null for at once, and after a link's trial. */
  startsAt: integerOrNull,
  trialDays: integerOrNull,
});

/** What can be done to a subscription of the record. */
export type SubscriptionChangeKind =
  | 'cancel-now'
  | 'cancel-at-period-end'
  | 'keep-subscription'
  | 'pause-collection'
  | 'resume-collection';

/** A subscription of a customer of the record, or one that names the record. */
export const actedSubscription = z.object({
  id: text,
  /** Stripe's own, an open set. */
  status: text,
  /** The prices of its items for one period, without discounts and tax; null where they depend on usage. */
  price: z.nullable(moneySchema),
  /** Stripe's interval; null where its items have several. */
  interval: textOrNull,
  intervalCount: integer,
  /** Seconds since the epoch. */
  periodEnd: integerOrNull,
  /** When it is set to end; null where it is not. */
  endsAt: integerOrNull,
  isCollectionPaused: flag,
  customer: customerRef,
});

/** An item as a list has it. */
const listedItem = z.object({
  id: text,
  /** Of its product; null where the key may not read it. */
  name: textOrNull,
  /** Null where it is billed by usage: it is not changed here. */
  quantity: integerOrNull,
  unit: z.nullable(moneySchema),
});

/** With what only a list says of it. */
export const listedSubscription = z.extend(actedSubscription, {
  /** Of its products; empty where the key may not read them. */
  names: z.array(text),
  items: z.array(listedItem),
  /** What the next invoice asks for, by Stripe's own preview; null where there is none, or it is not known. */
  next: z.nullable(moneySchema),
});

export const subscriptionChange = z.object({
  kind: openEnum<SubscriptionChangeKind>('refund', 'card-link', 'change-item', 'change-coupon'),
  subscription: actedSubscription,
});

/** What a change leaves to be paid. */
const stayingInvoice = z.object({ id: text, number: textOrNull, open: moneySchema });

export const subscriptionChangePreview = z.extend(subscriptionChange, {
  /** Open invoices of the subscription, which go on as they are. */
  openInvoices: z.array(stayingInvoice),
});

export type StayingInvoice = Immutable<z.infer<typeof stayingInvoice>>;
export type ListedSubscription = Immutable<z.infer<typeof listedSubscription>>;
export type ListedItem = Immutable<z.infer<typeof listedItem>>;
export type ActedSubscription = Immutable<z.infer<typeof actedSubscription>>;
export type PlannedCycle = Immutable<z.infer<typeof plannedCycle>>;
