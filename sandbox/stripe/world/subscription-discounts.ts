import type { SubscriptionRow } from '../entities/billing.ts';
import {
  theCoupon,
  thePromotionCode,
  theSubscription,
  timeOf,
  type WorldContext,
} from './context.ts';
import { discountRow, redeem } from './discounts.ts';
import { recordSubscription } from './events.ts';

/** A new discount of a coupon, or by a promotion code, or one that the subscription or its customer has. */
export type DiscountAsked =
  { readonly coupon: string } | { readonly promotionCode: string } | { readonly discount: string };

function couponOf(
  context: WorldContext,
  asked: Exclude<DiscountAsked, { readonly discount: string }>,
): { readonly coupon: string; readonly promotionCode: string | null } {
  if ('coupon' in asked) return { coupon: asked.coupon, promotionCode: null };
  const { id, coupon } = thePromotionCode(context.store, asked.promotionCode);
  return { coupon, promotionCode: id };
}

/** These instead of those that it has; a discount that stays is not redeemed again. */
export function changeDiscounts(
  context: WorldContext,
  id: string,
  asked: readonly DiscountAsked[],
): SubscriptionRow {
  const atMs = timeOf(context, undefined);
  const before = theSubscription(context.store, id);
  const { currency, customer } = before;
  const discounts = asked.map((each) => {
    if ('discount' in each) return each.discount;
    const { coupon, promotionCode } = couponOf(context, each);
    if (promotionCode !== null) {
      const { timesRedeemed } = thePromotionCode(context.store, promotionCode);
      const redeemed = { timesRedeemed: timesRedeemed + 1 };
      context.store.promotionCodes.update(promotionCode, redeemed, atMs);
    }
    const target = { customer, subscription: id, promotionCode };
    return redeem(context, coupon, currency, target, atMs).id;
  });
  const row = context.store.subscriptions.update(id, { discounts }, atMs);
  recordSubscription(context, 'customer.subscription.updated', row, atMs, {
    discounts: [...before.discounts],
  });
  return row;
}

/** What is made of the subscription as it would be with these: nothing is redeemed or kept. */
export function withDiscounts<T>(
  context: WorldContext,
  subscription: SubscriptionRow,
  asked: readonly DiscountAsked[],
  make: (subscription: SubscriptionRow) => T,
): T {
  const atMs = timeOf(context, undefined);
  const { currency, customer, id } = subscription;
  const { discounts } = context.store;
  const made: string[] = [];
  const ids = asked.map((each) => {
    if ('discount' in each) return each.discount;
    const { coupon, promotionCode } = couponOf(context, each);
    const target = { customer, subscription: id, promotionCode };
    const row = discountRow(context, theCoupon(context.store, coupon), currency, target, atMs);
    made.push(discounts.insert(row, atMs).id);
    return row.id;
  });
  try {
    return make({ ...subscription, discounts: ids });
  } finally {
    for (const each of made) discounts.remove(each);
  }
}
