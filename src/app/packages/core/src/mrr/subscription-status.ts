import type { Subscription } from '../payment/subscription.ts';

/** The values of `stripe_subscription_status`. */
export const SUBSCRIPTION_STATUSES = [
  'none',
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'paused',
  'canceled',
  'incomplete',
] as const;

/** `scheduled`: one that is to start. `unknown`: a status that Stripe added later. */
export type SubscriptionStatus = (typeof SUBSCRIPTION_STATUSES)[number] | 'scheduled' | 'unknown';

export function statusOfSubscription({
  status,
  isCollectionPaused,
}: Subscription): SubscriptionStatus {
  switch (status) {
    case 'active':
    case 'trialing':
    case 'past_due':
    case 'unpaid':
      return isCollectionPaused ? 'paused' : status;
    case 'paused':
    case 'canceled':
    case 'incomplete':
      return status;
    case 'not_started':
      return 'scheduled';
    case 'incomplete_expired':
      return 'canceled';
    default:
      return 'unknown';
  }
}

/** A status that Stripe added later is no value of the enumeration, and would fail the whole write: ''. */
export function storedSubscriptionStatus(status: SubscriptionStatus): string {
  if (status === 'unknown') return '';
  return status === 'scheduled' ? 'none' : status;
}
