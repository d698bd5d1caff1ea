import type {
  AppliedCoupon,
  Coupon,
  CouponTerms,
  Discountable,
  SubscriptionCoupons,
} from '@stripe-payments/core';
import { couponRefusal, money } from '@stripe-payments/core';
import { SyncError } from '../../sync-error.ts';
import type { ViewedRecord } from '../viewed-record.ts';
import { readActedRecord } from './acted-record.ts';
import type { ActingPorts } from './acting-ports.ts';
import type { DiscountedSubscription, StoredDiscount } from './coupon-ports.ts';
import { isSubscriptionOf, type SubscriptionState } from './subscription-changes.ts';

export interface DiscountedState extends SubscriptionState, DiscountedSubscription {}

/** @throws {SyncError} `unknown-subscription`, `subscription-not-of-record` */
export async function readDiscounted(
  ports: ActingPorts,
  viewed: ViewedRecord,
  id: string,
): Promise<DiscountedState> {
  const [read, discounted] = await Promise.all([
    readActedRecord(ports, viewed),
    ports.reads.discountedSubscription(id),
  ]);
  if (!isSubscriptionOf(discounted.subscription, read)) {
    throw new SyncError('subscription-not-of-record');
  }
  return { read, ...discounted };
}

/** What a coupon would be applied to. */
export const discountable = ({ subscription, currency }: DiscountedSubscription): Discountable => ({
  currency,
  productIds: subscription.items.map(({ productId }) => productId),
  customerId: subscription.customer.id,
});

/** What the card is shown of a coupon, in the currency of the subscription. */
export function termsOf(
  { id, name, percentOff, amountsOff, duration, months }: Coupon,
  currency: string,
  code: string | null,
): CouponTerms {
  const minor = amountsOff[currency];
  const amountOff = minor === undefined ? null : money(minor, currency);
  return { id, name, code, percentOff, amountOff, duration, months };
}

/** The code itself is not read with a discount. */
export const shownDiscount = ({
  id,
  name,
  percentOff,
  amountOff,
  duration,
  months,
  endsAt,
}: StoredDiscount): AppliedCoupon => ({
  ...{ id, name, code: null, percentOff, amountOff, duration, months, endsAt },
});

/** Which coupons a subscription has, and which it can have. @throws {SyncError} */
export async function couponsOf(
  ports: ActingPorts,
  viewed: ViewedRecord,
  id: string,
): Promise<SubscriptionCoupons> {
  const [state, { coupons, isComplete }] = await Promise.all([
    readDiscounted(ports, viewed, id),
    ports.reads.coupons(),
  ]);
  const { currency, discounts, ofCustomer } = state;
  const of = discountable(state);
  const nowSeconds = ports.clock.nowMs() / 1_000;
  const [applied, ...others] = discounts;
  const isApplied = (coupon: Coupon): boolean =>
    others.length === 0 && applied?.id === coupon.id && applied.promotionCodeId === null;
  return {
    step: 'coupons',
    applied: discounts.map(shownDiscount),
    ofCustomer: ofCustomer === null ? null : shownDiscount(ofCustomer),
    choices: coupons
      .filter((coupon) => couponRefusal(coupon, of, nowSeconds) === undefined)
      .filter((coupon) => !isApplied(coupon))
      .map((coupon) => termsOf(coupon, currency, null)),
    isComplete,
  };
}
