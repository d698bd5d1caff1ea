import type { Subscription } from '../payment/subscription.ts';
import { statusOfSubscription } from './subscription-status.ts';

const periodEnds = ({ items }: Subscription): readonly number[] =>
  items.map(({ currentPeriodEnd }) => currentPeriodEnd);

/** When a subscription is billed next, in seconds since the epoch; null where it will not be. */
export function renewsOn(subscription: Subscription): number | null {
  const { cancelAtPeriodEnd, cancelAt } = subscription;
  const status = statusOfSubscription(subscription);
  const isRunning = status === 'active' || status === 'trialing' || status === 'past_due';
  const ends = periodEnds(subscription);
  if (!isRunning || cancelAtPeriodEnd || ends.length === 0) return null;
  const next = ends.reduce((earliest, end) => Math.min(earliest, end));
  return cancelAt !== null && cancelAt <= next ? null : next;
}

/** When it ended or will end, in seconds since the epoch; null where no end is set. */
export function endsOn(subscription: Subscription): number | null {
  const { endedAt, cancelAt, cancelAtPeriodEnd } = subscription;
  if (endedAt !== null) return endedAt;
  if (cancelAt !== null) return cancelAt;
  const ends = periodEnds(subscription);
  if (!cancelAtPeriodEnd || ends.length === 0) return null;
  return ends.reduce((latest, end) => Math.max(latest, end));
}
