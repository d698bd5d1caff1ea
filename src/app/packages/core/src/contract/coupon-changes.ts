import * as z from 'zod/mini';
import { actedSubscription } from './acting-subscriptions.ts';
import { invoicePreview } from './item-changes.ts';
import type { Immutable } from './schema.ts';
import { flag, integerOrNull, moneySchema, openEnum, text, textOrNull } from './schema.ts';

const terms = {
  id: text,
  name: textOrNull,
  /** The promotion code by which it is redeemed; null without one. */
  code: textOrNull,
  /** Either this or an amount. */
  percentOff: z.nullable(z.number()),
  /** In the currency of the subscription. */
  amountOff: z.nullable(moneySchema),
  duration: openEnum<'once' | 'repeating' | 'forever'>(),
  /** Of one that repeats. */
  months: integerOrNull,
};

/** What a coupon takes off the invoices of a subscription. */
const couponTerms = z.object(terms);

const appliedCoupon = z.object({
  ...terms,
  /** Of one that repeats, in seconds since the epoch. */
  endsAt: integerOrNull,
});

/** What the form of a coupon is filled with. Nothing is written. */
export const subscriptionCoupons = z.object({
  step: z.literal('coupons'),
  applied: z.array(appliedCoupon),
  /** The customer's own coupon, which lowers the invoices while the subscription has none. */
  ofCustomer: z.nullable(appliedCoupon),
  /** Those that the subscription can have now. */
  choices: z.array(couponTerms),
  /** False where the account has more coupons than were read. */
  isComplete: flag,
});

/** What another coupon, or none, will do. */
export const couponChangePreview = z.object({
  kind: z.literal('change-coupon'),
  subscription: actedSubscription,
  before: z.array(appliedCoupon),
  /** Null where the subscription has none afterwards. */
  after: z.nullable(couponTerms),
  ofCustomer: z.nullable(appliedCoupon),
  /** The next invoice without the change. */
  present: invoicePreview,
  next: invoicePreview,
  /** When the next one is made, in seconds since the epoch. */
  nextOn: integerOrNull,
});

export const couponChangeOutcome = z.object({
  kind: z.literal('change-coupon'),
  subscription: actedSubscription,
  after: z.nullable(couponTerms),
});

export type CouponTerms = Immutable<z.infer<typeof couponTerms>>;
export type AppliedCoupon = Immutable<z.infer<typeof appliedCoupon>>;
export type SubscriptionCoupons = Immutable<z.infer<typeof subscriptionCoupons>>;
export type CouponChangePreview = Immutable<z.infer<typeof couponChangePreview>>;
