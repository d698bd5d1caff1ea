import type { Money } from '../money/money.ts';
import { addRatios, roundToMoney, ZERO } from '../money/ratio.ts';
import type { Subscription } from '../payment/subscription.ts';
import { amountPerPeriod } from './price-amount.ts';
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

/** The first bill after a trial. */
export interface FirstBill {
  /** Seconds since the epoch. */
  readonly on: number;
  /** Without what tax adds; null where it is not known beforehand. */
  readonly amount: Money | null;
}

/** What all items come to at once; null where one is metered, discounted, or not billed on that day. */
function amountOf({ items, discounts, currency }: Subscription, on: number): Money | null {
  const amounts = items.map((item) => {
    const isPlain = item.discounts.length === 0 && item.price.currency === currency;
    return isPlain && item.currentPeriodEnd === on ? amountPerPeriod(item) : undefined;
  });
  const known = amounts.filter((amount) => amount !== undefined);
  if (discounts.length > 0 || known.length < items.length) return null;
  return roundToMoney(known.reduce(addRatios, ZERO), currency);
}

/** The bill with which a trial ends; null where it ends without one. */
export function firstBillOf(subscription: Subscription): FirstBill | null {
  const on = renewsOn(subscription);
  if (on === null || subscription.trialEnd !== on) return null;
  return { on, amount: amountOf(subscription, on) };
}
