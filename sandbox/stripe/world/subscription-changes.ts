import type { Metadata } from '../entities/row.ts';
import type { SubscriptionRow } from '../entities/billing.ts';
import type { Cancellation, CollectionPause } from './billing-requests.ts';
import { recordSubscription } from './events.ts';
import { createdAt, theSubscription, timeOf, WorldRefusal, type WorldContext } from './context.ts';

export const hasEnded = ({ status }: SubscriptionRow): boolean =>
  status === 'canceled' || status === 'incomplete_expired';

function theRunning(context: WorldContext, id: string): SubscriptionRow {
  const subscription = theSubscription(context.store, id);
  if (!hasEnded(subscription)) return subscription;
  throw new WorldRefusal(`The subscription ${id} is ${subscription.status}.`);
}

/** https://docs.stripe.com/api/subscriptions/pause. */
export function pauseSubscription(
  context: WorldContext,
  id: string,
  atMsAsked?: number,
): SubscriptionRow {
  const atMs = timeOf(context, atMsAsked);
  const { status } = theSubscription(context.store, id);
  if (status !== 'active' && status !== 'trialing') {
    throw new WorldRefusal(`The subscription ${id} is ${status} and cannot be paused.`);
  }
  const change = { status: 'paused', pausedAt: createdAt(atMs) } as const;
  const row = context.store.subscriptions.update(id, change, atMs);
  recordSubscription(context, 'customer.subscription.paused', row, atMs, { status });
  return row;
}

/** It goes on in the period in which it was paused. */
export function resumeSubscription(
  context: WorldContext,
  id: string,
  atMsAsked?: number,
): SubscriptionRow {
  const atMs = timeOf(context, atMsAsked);
  const { status } = theSubscription(context.store, id);
  if (status !== 'paused') throw new WorldRefusal(`The subscription ${id} is not paused.`);
  const row = context.store.subscriptions.update(id, { status: 'active', pausedAt: null }, atMs);
  recordSubscription(context, 'customer.subscription.resumed', row, atMs, { status });
  return row;
}

export function pauseCollection(
  context: WorldContext,
  id: string,
  pause: CollectionPause = {},
): SubscriptionRow {
  const atMs = timeOf(context, pause.atMs);
  const before = theRunning(context, id);
  const { resumesAtMs } = pause;
  const change = {
    pauseCollection: {
      behavior: pause.behavior ?? 'void',
      resumesAt: resumesAtMs === undefined ? null : createdAt(resumesAtMs),
    },
  };
  const row = context.store.subscriptions.update(id, change, atMs);
  recordSubscription(context, 'customer.subscription.updated', row, atMs, {
    pause_collection: before.pauseCollection,
  });
  return row;
}

export function resumeCollection(context: WorldContext, id: string): SubscriptionRow {
  const atMs = timeOf(context, undefined);
  const { pauseCollection: before } = theRunning(context, id);
  const row = context.store.subscriptions.update(id, { pauseCollection: null }, atMs);
  recordSubscription(context, 'customer.subscription.updated', row, atMs, {
    pause_collection: before,
  });
  return row;
}

/** It no longer ends with its period. */
export function keepSubscription(context: WorldContext, id: string): SubscriptionRow {
  const atMs = timeOf(context, undefined);
  const before = theRunning(context, id);
  const kept = {
    isCanceledAtPeriodEnd: false,
    cancelAt: null,
    canceledAt: null,
    cancellationReason: null,
  } as const;
  const row = context.store.subscriptions.update(id, kept, atMs);
  recordSubscription(context, 'customer.subscription.updated', row, atMs, {
    cancel_at_period_end: before.isCanceledAtPeriodEnd,
    cancel_at: before.cancelAt,
    canceled_at: before.canceledAt,
  });
  return row;
}

type Details = Pick<
  SubscriptionRow,
  'cancellationReason' | 'cancellationFeedback' | 'cancellationComment'
>;

const detailsOf = ({ reason, feedback, comment }: Cancellation): Details => ({
  cancellationReason: reason ?? 'cancellation_requested',
  cancellationFeedback: feedback ?? null,
  cancellationComment: comment ?? null,
});

export function endSubscription(
  context: WorldContext,
  subscription: SubscriptionRow,
  atMs: number,
  details: Partial<Details> = {},
): SubscriptionRow {
  const row = context.store.subscriptions.update(
    subscription.id,
    {
      status: 'canceled',
      canceledAt: subscription.canceledAt ?? createdAt(atMs),
      endedAt: createdAt(atMs),
      cancellationReason: subscription.cancellationReason ?? 'cancellation_requested',
      ...details,
    },
    atMs,
  );
  recordSubscription(context, 'customer.subscription.deleted', row, atMs);
  return row;
}

const lastPeriodEnd = ({ items }: SubscriptionRow): number =>
  Math.max(...items.map((item) => item.currentPeriodEnd));

export function cancelSubscription(
  context: WorldContext,
  id: string,
  cancellation: Cancellation = {},
): SubscriptionRow {
  const atMs = timeOf(context, cancellation.atMs);
  const before = theRunning(context, id);
  const details = detailsOf(cancellation);
  if (cancellation.when !== 'at-period-end') {
    return endSubscription(context, before, atMs, details);
  }
  const row = context.store.subscriptions.update(
    id,
    {
      isCanceledAtPeriodEnd: true,
      cancelAt: lastPeriodEnd(before),
      canceledAt: createdAt(atMs),
      ...details,
    },
    atMs,
  );
  recordSubscription(context, 'customer.subscription.updated', row, atMs, {
    cancel_at_period_end: before.isCanceledAtPeriodEnd,
    cancel_at: before.cancelAt,
    canceled_at: before.canceledAt,
  });
  return row;
}

export function changeSubscription(
  context: WorldContext,
  id: string,
  change: { readonly metadata: Metadata },
): SubscriptionRow {
  const atMs = timeOf(context, undefined);
  const { metadata } = theSubscription(context.store, id);
  const row = context.store.subscriptions.update(id, change, atMs);
  recordSubscription(context, 'customer.subscription.updated', row, atMs, { metadata });
  return row;
}
