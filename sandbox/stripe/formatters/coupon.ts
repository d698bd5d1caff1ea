import type Stripe from 'stripe';
import type { CouponRow } from '../entities/coupon.ts';
import { secondsOf, type FormatView } from './view.ts';

export const isRedeemable = (coupon: CouponRow, now: number): boolean =>
  (coupon.redeemBy === null || now < coupon.redeemBy) &&
  (coupon.maxRedemptions === null || coupon.timesRedeemed < coupon.maxRedemptions);

export const formatCoupon = (row: CouponRow, view: FormatView): Stripe.Coupon => ({
  id: row.id,
  object: 'coupon',
  amount_off: row.amountOff,
  created: row.created,
  currency: row.currency,
  duration: row.duration,
  duration_in_months: row.durationInMonths,
  livemode: view.livemode,
  max_redemptions: row.maxRedemptions,
  metadata: row.metadata,
  name: row.name,
  percent_off: row.percentOff,
  redeem_by: row.redeemBy,
  times_redeemed: row.timesRedeemed,
  valid: isRedeemable(row, secondsOf(view.nowMs)),
});
