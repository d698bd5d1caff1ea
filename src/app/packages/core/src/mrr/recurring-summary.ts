import { mergeByCurrency } from '../money/merge-by-currency.ts';
import type { Money } from '../money/money.ts';
import { add } from '../money/money.ts';
import type { Subscription } from '../payment/subscription.ts';
import type { SubscriptionStatus } from './subscription-status.ts';
import { statusOfSubscription } from './subscription-status.ts';
import { earlier } from '../time/instants.ts';
import type { FirstBill } from './billing-dates.ts';
import { firstBillOf, renewsOn } from './billing-dates.ts';
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
  /** The first one of all trials; null where none runs. */
  readonly firstBill: FirstBill | null;
}

export const NOTHING_RECURRING: RecurringSummary = {
  status: 'none',
  mrr: [],
  isMetered: false,
  nextBillingOn: null,
  firstBill: null,
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

function sumOf(left: Money | null, right: Money | null): Money | null {
  if (left === null || right === null || left.currency !== right.currency) return null;
  return add(left, right);
}

/** The earlier one; what is billed in the same second is one sum. */
function mergeFirstBills(left: FirstBill | null, right: FirstBill | null): FirstBill | null {
  if (left === null || right === null) return left ?? right;
  if (left.on !== right.on) return left.on < right.on ? left : right;
  return { on: left.on, amount: sumOf(left.amount, right.amount) };
}

/** Of the two summaries, of distinct subscriptions, the one of both. */
export function mergeRecurring(left: RecurringSummary, right: RecurringSummary): RecurringSummary {
  return {
    status: BY_URGENCY.find((each) => each === left.status || each === right.status) ?? 'none',
    mrr: mergeByCurrency(left.mrr, right.mrr, addMonthly),
    isMetered: left.isMetered || right.isMetered,
    nextBillingOn: earlier(left.nextBillingOn, right.nextBillingOn),
    firstBill: mergeFirstBills(left.firstBill, right.firstBill),
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
    firstBill: status === 'trialing' ? firstBillOf(subscription) : null,
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
