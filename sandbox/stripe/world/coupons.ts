import type { CouponRow, PromotionCodeRow } from '../entities/catalogue.ts';
import type { NewCoupon } from './billing-requests.ts';
import { createdAt, theCoupon, timeOf, WorldRefusal, type WorldContext } from './context.ts';
import { recordCoupon } from './events.ts';
import { checkTexts } from './text-limits.ts';

export interface NewPromotionCode {
  readonly code: string;
  readonly coupon: string;
  readonly customer?: string;
  readonly expiresAtMs?: number;
  readonly maxRedemptions?: number;
  readonly isFirstTimeOnly?: boolean;
  /** Minor units; needs its currency. */
  readonly minimumAmount?: number;
  readonly minimumAmountCurrency?: string;
  readonly atMs?: number;
}

function checkCoupon(coupon: NewCoupon): void {
  const { percentOff, amountOff, currency, duration, durationInMonths } = coupon;
  if ((percentOff === undefined) === (amountOff === undefined)) {
    throw new WorldRefusal('A coupon takes off either a percentage or an amount.');
  }
  if (percentOff !== undefined && (percentOff <= 0 || percentOff > 100)) {
    throw new WorldRefusal('A percentage is more than 0 and at most 100.');
  }
  if ((amountOff === undefined) !== (currency === undefined)) {
    throw new WorldRefusal('An amount off needs a currency, and a percentage has none.');
  }
  if ((duration === 'repeating') !== (durationInMonths !== undefined)) {
    throw new WorldRefusal('A repeating coupon needs its months, and no other has them.');
  }
}

const COUPON_ID_LENGTH = 8;

export function createCoupon(context: WorldContext, coupon: NewCoupon): CouponRow {
  const atMs = timeOf(context, coupon.atMs);
  checkCoupon(coupon);
  checkTexts('coupon', coupon);
  const row: CouponRow = {
    id: coupon.id ?? context.ids.text(COUPON_ID_LENGTH),
    created: createdAt(atMs),
    name: coupon.name ?? null,
    percentOff: coupon.percentOff ?? null,
    amountOff: coupon.amountOff ?? null,
    currency: coupon.currency ?? null,
    currencyOptions: coupon.currencyOptions ?? {},
    appliesTo: coupon.appliesTo ?? null,
    duration: coupon.duration ?? 'once',
    durationInMonths: coupon.durationInMonths ?? null,
    maxRedemptions: coupon.maxRedemptions ?? null,
    redeemBy: coupon.redeemByMs === undefined ? null : createdAt(coupon.redeemByMs),
    timesRedeemed: 0,
    metadata: coupon.metadata ?? {},
  };
  context.store.coupons.insert(row, atMs);
  recordCoupon(context, 'coupon.created', row, atMs);
  return row;
}

/** Customers and subscriptions that have it keep it; it can't be redeemed again, and its id is free. */
export function deleteCoupon(context: WorldContext, id: string): void {
  theCoupon(context.store, id);
  context.store.coupons.remove(id);
}

const CODE = /^[A-Za-z0-9-]{1,500}$/;

export function createPromotionCode(
  context: WorldContext,
  promotion: NewPromotionCode,
): PromotionCodeRow {
  const atMs = timeOf(context, promotion.atMs);
  const { code, minimumAmount, minimumAmountCurrency } = promotion;
  const coupon = theCoupon(context.store, promotion.coupon);
  if (!CODE.test(code)) throw new WorldRefusal('A code has letters, digits and dashes.');
  const isTaken = context.store.promotionCodes
    .newestFirst()
    .some((row) => row.isActive && row.code.toLowerCase() === code.toLowerCase());
  if (isTaken) throw new WorldRefusal('An active promotion code with this code exists.');
  if ((minimumAmount === undefined) !== (minimumAmountCurrency === undefined)) {
    throw new WorldRefusal('A minimum amount needs a currency.');
  }
  return context.store.promotionCodes.insert(
    {
      id: context.ids.next('promo_1'),
      created: createdAt(atMs),
      code,
      coupon: coupon.id,
      isActive: true,
      customer: promotion.customer ?? null,
      expiresAt: promotion.expiresAtMs === undefined ? null : createdAt(promotion.expiresAtMs),
      maxRedemptions: promotion.maxRedemptions ?? null,
      timesRedeemed: 0,
      isFirstTimeOnly: promotion.isFirstTimeOnly ?? false,
      minimumAmount: minimumAmount ?? null,
      minimumAmountCurrency: minimumAmountCurrency ?? null,
      metadata: {},
    },
    atMs,
  );
}

export const deactivatePromotionCode = (context: WorldContext, id: string): PromotionCodeRow =>
  context.store.promotionCodes.update(id, { isActive: false }, timeOf(context, undefined));
