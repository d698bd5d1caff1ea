import { mergeByCurrency } from '../money/merge-by-currency.ts';
import type { Subscription } from '../payment/subscription.ts';
import type { SubscriptionStatus } from './subscription-status.ts';
import { statusOfSubscription } from './subscription-status.ts';
import { earlier } from '../time/instants.ts';
import { renewsOn } from './billing-dates.ts';
import type { MonthlyAmount } from './monthly-amount.ts';
import { addMonthly } from './monthly-amount.ts';
import { countsForMrr, monthlyRevenue } from './monthly-revenue.ts';

/** What subscriptions bring again and again. */
export interface RecurringSummary {
  /** Of several subscriptions, the status that needs action first, else the most active one. */
  readonly status: SubscriptionStatus;
  /** Monthly recurring revenue, an entry a currency in which something runs whose value is known. */
  readonly mrr: readonly MonthlyAmount[];
  /** True where a metered part is not in `mrr`. */
  readonly isMetered: boolean;
  /** Seconds since the epoch; null where nothing will be billed. */
  readonly nextBillingOn: number | null;
}

export const NOTHING_RECURRING: RecurringSummary = {
  status: 'none',
  mrr: [],
  isMetered: false,
  nextBillingOn: null,
};

const BY_URGENCY: readonly SubscriptionStatus[] = [
  'past_due',
  'unpaid',
  'incomplete',
  'active',
  'trialing',
  'paused',
  'unknown',
  'canceled',
  'scheduled',
];

/** Of the two summaries, of distinct subscriptions, the one of both. */
export function mergeRecurring(left: RecurringSummary, right: RecurringSummary): RecurringSummary {
  return {
    status: BY_URGENCY.find((each) => each === left.status || each === right.status) ?? 'none',
    mrr: mergeByCurrency(left.mrr, right.mrr, addMonthly),
    isMetered: left.isMetered || right.isMetered,
    nextBillingOn: earlier(left.nextBillingOn, right.nextBillingOn),
  };
}

function recurringOf(subscription: Subscription, nowSeconds: number): RecurringSummary {
  const status = statusOfSubscription(subscription);
  const isRunning = countsForMrr(subscription) || status === 'trialing';
  if (!isRunning) return { ...NOTHING_RECURRING, status };
  const { mrr, isMetered } = monthlyRevenue(subscription, nowSeconds);
  const isUnknown = isMetered && mrr.minor === 0;
  return {
    status,
    mrr: isUnknown ? [] : [mrr],
    isMetered,
    nextBillingOn: renewsOn(subscription),
  };
}

export function recurringSummary(
  subscriptions: readonly Subscription[],
  nowSeconds: number,
): RecurringSummary {
  return subscriptions
    .map((subscription) => recurringOf(subscription, nowSeconds))
    .reduce(mergeRecurring, NOTHING_RECURRING);
}
