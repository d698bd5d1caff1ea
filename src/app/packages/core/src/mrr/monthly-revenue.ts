import type { Money } from '../money/money.ts';
import type { Ratio } from '../money/ratio.ts';
import { addRatios, atLeastZero, multiplyRatios, roundToMoney, ZERO } from '../money/ratio.ts';
import type { Subscription, SubscriptionItem } from '../payment/subscription.ts';
import { statusOfSubscription } from './subscription-status.ts';
import { afterDiscounts } from './discounts.ts';
import { amountPerPeriod } from './price-amount.ts';
import { ratio } from '../money/ratio.ts';
import type { Price } from '../payment/subscription.ts';

/** Periods of a year, in twelfths: how often each interval comes in a month. */
const PER_YEAR = new Map([
  ['day', 365],
  ['week', 52],
  ['month', 12],
  ['year', 1],
]);

/** How often a price is billed in an average month; undefined for an interval that Stripe added later. */
function periodsPerMonth({ interval, intervalCount }: Price): Ratio | undefined {
  const perYear = PER_YEAR.get(interval);
  const isCount = Number.isSafeInteger(intervalCount) && intervalCount > 0;
  return perYear === undefined || !isCount ? undefined : ratio(perYear, 12 * intervalCount);
}

export interface MonthlyRevenue {
  readonly mrr: Money;
  /** True where a part has no value beforehand, and is not in `mrr`: metered, or billed in a way not known here. */
  readonly isMetered: boolean;
}

interface MonthlyItem {
  readonly monthly: Ratio;
  readonly perMonth: Ratio;
}

function monthlyItem(
  item: SubscriptionItem,
  { currency }: Subscription,
  nowSeconds: number,
): MonthlyItem | undefined {
  const amount = amountPerPeriod(item);
  const perMonth = periodsPerMonth(item.price);
  if (amount === undefined || perMonth === undefined || item.price.currency !== currency) {
    return undefined;
  }
  const billed = { currency, perMonth, nowSeconds };
  const monthly = afterDiscounts(multiplyRatios(amount, perMonth), item.discounts, billed);
  return { monthly, perMonth };
}

const isMoreOften = (left: Ratio, right: Ratio): boolean =>
  left.numerator * right.denominator > right.numerator * left.denominator;

/**
 * A subscription's monthly recurring revenue, exact until it is rounded once, half away from zero.
 *
 * Stripe's own rule (docs.stripe.com/billing/subscriptions/analytics/glossary and
 * support.stripe.com/questions/billing-analytics, both read 2026-11): active and past due subscriptions,
 * brought to a month; no trials, no unpaid ones, no taxes, nothing metered; a coupon `forever` counts.
 * Whether other coupons count is a setting there. Here a repeating one counts while it runs and `once`
 * never does, so that the figure is what the next bills bring. One canceled at the period's end counts
 * until it ends (Stripe's other setting); one whose collection is paused brings nothing.
 * Stripe does not say how it brings weeks and days to a month: 52 and 365 a year.
 *
 * An amount off the whole subscription comes off each invoice, so as often as its most frequent item.
 */
export function monthlyRevenue(subscription: Subscription, nowSeconds: number): MonthlyRevenue {
  const { items, discounts, currency } = subscription;
  const valued = items.map((item) => monthlyItem(item, subscription, nowSeconds));
  const known = valued.filter((item) => item !== undefined);
  const status = statusOfSubscription(subscription);
  const isMetered = known.length < items.length;
  if (status !== 'active' && status !== 'past_due') {
    return { mrr: roundToMoney(ZERO, currency), isMetered };
  }
  const sum = known.reduce((total, { monthly }) => addRatios(total, monthly), ZERO);
  const perMonth = known.reduce(
    (most, item) => (isMoreOften(item.perMonth, most) ? item.perMonth : most),
    ZERO,
  );
  const left = afterDiscounts(sum, discounts, { currency, perMonth, nowSeconds });
  return { mrr: roundToMoney(atLeastZero(left), currency), isMetered };
}
