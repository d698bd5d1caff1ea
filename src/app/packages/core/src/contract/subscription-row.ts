import type { Reason } from '../matching/match.ts';
import type { Relations } from '../matching/relations.ts';
import type { Subscription, SubscriptionItem } from '../payment/subscription.ts';
import { endsOn, renewsOn } from '../mrr/billing-dates.ts';
import { isRecurringDiscount } from '../mrr/discounts.ts';
import { monthlyRevenue } from '../mrr/monthly-revenue.ts';
import { statusOfSubscription } from '../status/subscription-status.ts';
import { customerRef } from './refs.ts';
import type { SubscriptionItemRow, SubscriptionRow } from './rows.ts';

function itemRow({ price, quantity }: SubscriptionItem): SubscriptionItemRow {
  const { name, usageType, unitAmountDecimal, currency, interval, intervalCount } = price;
  return {
    name,
    quantity,
    isMetered: usageType === 'metered',
    unitAmountDecimal,
    currency,
    interval,
    intervalCount,
  };
}

function hasDiscount({ discounts, items }: Subscription, nowSeconds: number): boolean {
  return [...discounts, ...items.flatMap((item) => item.discounts)].some((discount) =>
    isRecurringDiscount(discount, nowSeconds),
  );
}

export function subscriptionRow(
  subscription: Subscription,
  reason: Reason,
  relations: Relations,
  nowSeconds: number,
): SubscriptionRow {
  const { id, created, items, trialEnd, isCollectionPaused, customerId } = subscription;
  return {
    id,
    status: statusOfSubscription(subscription),
    created,
    ...monthlyRevenue(subscription, nowSeconds),
    items: items.map(itemRow),
    hasDiscount: hasDiscount(subscription, nowSeconds),
    renewsOn: renewsOn(subscription),
    endsOn: endsOn(subscription),
    trialEndsOn: trialEnd,
    isCollectionPaused,
    customer: customerRef(customerId, relations),
    reason,
  };
}
