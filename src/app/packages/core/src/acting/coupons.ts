import type { Money } from '../money/money.ts';

/** Of a coupon or promotion code, in the only form that is put into a call. */
export const COUPON_ID = /^[\w-]{1,200}$/;

/** What Stripe's coupon is, as far as it decides whether it can be applied. */
export interface Coupon {
  readonly id: string;
  readonly name: string | null;
  readonly percentOff: number | null;
  /** In minor units by currency; empty where it takes off a percentage. */
  readonly amountsOff: Readonly<Record<string, number>>;
  readonly duration: 'once' | 'repeating' | 'forever';
  readonly months: number | null;
  /** Seconds since the epoch. */
  readonly redeemBy: number | null;
  readonly maxRedemptions: number | null;
  readonly timesRedeemed: number;
  /** False where Stripe takes it no more, for whatever reason. */
  readonly isValid: boolean;
  /** Null for all. */
  readonly productIds: readonly string[] | null;
}

/** A code that customers type, with limits of its own. */
export interface PromotionCode {
  readonly id: string;
  readonly code: string;
  readonly coupon: Coupon;
  readonly isActive: boolean;
  /** Seconds since the epoch. */
  readonly expiresAt: number | null;
  readonly maxRedemptions: number | null;
  readonly timesRedeemed: number;
  /** The only customer who may use it; null for all. */
  readonly customerId: string | null;
  readonly isFirstTimeOnly: boolean;
  readonly minimum: Money | null;
}

/** What a coupon would be applied to. */
export interface Discountable {
  readonly currency: string;
  readonly productIds: readonly string[];
  readonly customerId: string;
}

export type CouponRefusal =
  | 'coupon-expired'
  | 'coupon-used-up'
  | 'coupon-not-redeemable'
  | 'coupon-other-currency'
  | 'coupon-other-products'
  | 'coupon-other-customer'
  | 'coupon-first-time'
  | 'coupon-minimum';

interface Redeemable {
  readonly redeemBy: number | null;
  readonly maxRedemptions: number | null;
  readonly timesRedeemed: number;
  readonly isValid: boolean;
}

function redemptionRefusal(
  { redeemBy, maxRedemptions, timesRedeemed, isValid }: Redeemable,
  nowSeconds: number,
): CouponRefusal | undefined {
  if (redeemBy !== null && redeemBy <= nowSeconds) return 'coupon-expired';
  if (maxRedemptions !== null && timesRedeemed >= maxRedemptions) return 'coupon-used-up';
  return isValid ? undefined : 'coupon-not-redeemable';
}

/** Why a coupon can't be applied now; undefined where it can. */
export function couponRefusal(
  coupon: Coupon,
  { currency, productIds }: Discountable,
  nowSeconds: number,
): CouponRefusal | undefined {
  const refusal = redemptionRefusal(coupon, nowSeconds);
  if (refusal !== undefined) return refusal;
  if (coupon.percentOff === null && !Object.hasOwn(coupon.amountsOff, currency)) {
    return 'coupon-other-currency';
  }
  const isForThese = coupon.productIds?.some((id) => productIds.includes(id)) ?? true;
  return isForThese ? undefined : 'coupon-other-products';
}

/** @param subtotal of the next invoice, before discounts and tax. */
export function promotionCodeRefusal(
  promotion: PromotionCode,
  of: Discountable,
  subtotal: Money,
  nowSeconds: number,
): CouponRefusal | undefined {
  const { coupon, expiresAt: redeemBy, isActive: isValid, customerId, minimum } = promotion;
  const refusal =
    redemptionRefusal({ ...promotion, redeemBy, isValid: true }, nowSeconds) ??
    couponRefusal(coupon, of, nowSeconds) ??
    redemptionRefusal({ ...promotion, redeemBy, isValid }, nowSeconds);
  if (refusal !== undefined) return refusal;
  if (customerId !== null && customerId !== of.customerId) return 'coupon-other-customer';
  // Who has a subscription has been invoiced before.
  if (promotion.isFirstTimeOnly) return 'coupon-first-time';
  if (minimum === null) return undefined;
  if (minimum.currency !== subtotal.currency) return 'coupon-other-currency';
  return subtotal.minor < minimum.minor ? 'coupon-minimum' : undefined;
}
