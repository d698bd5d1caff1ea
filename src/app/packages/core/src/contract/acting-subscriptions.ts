import * as z from 'zod/mini';
import { customerRef } from './rows.ts';
import type { Immutable } from './schema.ts';
import { flag, integer, integerOrNull, moneySchema, openEnum, text, textOrNull } from './schema.ts';

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

export const subscriptionChange = z.object({
  kind: openEnum<SubscriptionChangeKind>('refund', 'card-link'),
  subscription: actedSubscription,
});

export type ActedSubscription = Immutable<z.infer<typeof actedSubscription>>;
