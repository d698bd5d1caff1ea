import type { Ratio } from '../money/ratio.ts';
import { addRatios, multiplyRatios, ratio, ZERO } from '../money/ratio.ts';
import type { Price, Subscription, SubscriptionItem } from '../payment/subscription.ts';
import type { MonthlyLine } from './discounts.ts';
import { afterDiscounts } from './discounts.ts';
import type { MonthlyAmount } from './monthly-amount.ts';
import { monthlyAmount } from './monthly-amount.ts';
import { amountPerPeriod } from './price-amount.ts';

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
  readonly mrr: MonthlyAmount;
  /** True where a part has no value beforehand, and is not in `mrr`: metered, or billed in a way not known here. */
  readonly isMetered: boolean;
}

interface ItemLine extends MonthlyLine {
  readonly taxIncluded: SubscriptionItem['taxIncluded'];
}

/** True while the item is in a trial offer, which Stripe counts like any other trial: as nothing. */
const isInTrial = ({ trialEndsAt }: SubscriptionItem, nowSeconds: number): boolean =>
  trialEndsAt !== null && trialEndsAt > nowSeconds;

function lineOf(
  item: SubscriptionItem,
  { currency }: Subscription,
  nowSeconds: number,
): ItemLine | undefined {
  const { price, taxIncluded } = item;
  const amount = amountPerPeriod(item);
  const perMonth = periodsPerMonth(price);
  if (amount === undefined || perMonth === undefined || price.currency !== currency) {
    return undefined;
  }
  const monthly = isInTrial(item, nowSeconds) ? ZERO : multiplyRatios(amount, perMonth);
  const line = { monthly, perMonth, productId: price.productId, taxIncluded };
  const [discounted] = afterDiscounts([line], item.discounts, currency);
  return discounted ?? line;
}

function withoutTax({ monthly, taxIncluded }: ItemLine): Ratio {
  if (taxIncluded === null || taxIncluded.gross <= 0) return monthly;
  return multiplyRatios(monthly, ratio(taxIncluded.net, taxIncluded.gross));
}

/** By Stripe's own status: a collection that is paused does not change it. */
export const countsForMrr = ({ status }: Subscription): boolean =>
  status === 'active' || status === 'past_due';

/**
 * A subscription's monthly recurring revenue as Stripe's Billing analytics shows it by default, exact
 * until it is rounded once, half away from zero. The definition, its sources and where others differ:
 * docs/mrr.md.
 */
export function monthlyRevenue(subscription: Subscription, nowSeconds: number): MonthlyRevenue {
  const { items, discounts, currency } = subscription;
  const lines = items.map((item) => lineOf(item, subscription, nowSeconds));
  const known = lines.filter((line) => line !== undefined);
  const isMetered = known.length < items.length;
  if (!countsForMrr(subscription)) return { mrr: monthlyAmount(ZERO, currency), isMetered };
  const sum = afterDiscounts(known, discounts, currency).map(withoutTax).reduce(addRatios, ZERO);
  return { mrr: monthlyAmount(sum, currency), isMetered };
}
