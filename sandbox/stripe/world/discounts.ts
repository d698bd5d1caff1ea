import type { CouponRow } from '../entities/coupon.ts';
import type { DiscountRow } from '../entities/discount.ts';
import { isRedeemable } from '../formatters/coupon.ts';
import type { NewCoupon } from './billing-requests.ts';
import { recordCoupon } from './billing-events.ts';
import { createdAt, timeOf, type WorldContext } from './context.ts';
import type { AppliedDiscount } from './discount-amounts.ts';
import { theCoupon } from './lookup.ts';
import { monthsLater } from './periods.ts';
import { checkTexts } from './text-limits.ts';
import { WorldRefusal } from './world-refusal.ts';

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

/** Refuses a coupon that cannot be used for something in this currency now. */
export function theUsableCoupon(
  context: WorldContext,
  id: string,
  currency: string,
  atMs: number,
): CouponRow {
  const coupon = theCoupon(context.store, id);
  if (!isRedeemable(coupon, createdAt(atMs))) {
    throw new WorldRefusal(`The coupon ${id} can no longer be redeemed.`);
  }
  if (coupon.currency !== null && coupon.currency !== currency) {
    throw new WorldRefusal(`The coupon ${id} takes off ${coupon.currency}, not ${currency}.`);
  }
  return coupon;
}

type Target = Pick<DiscountRow, 'customer'> &
  Partial<Pick<DiscountRow, 'subscription' | 'subscriptionItem' | 'invoice' | 'checkoutSession'>>;

/** Turns a coupon into the discount of one thing. */
export function redeem(
  context: WorldContext,
  couponId: string,
  currency: string,
  target: Target,
  atMs: number,
): DiscountRow {
  const coupon = theUsableCoupon(context, couponId, currency, atMs);
  context.store.coupons.update(couponId, { timesRedeemed: coupon.timesRedeemed + 1 }, atMs);
  const start = createdAt(atMs);
  const { durationInMonths } = coupon;
  return context.store.discounts.insert(
    {
      id: context.ids.next('di_1'),
      created: start,
      coupon: couponId,
      subscription: null,
      subscriptionItem: null,
      invoice: null,
      checkoutSession: null,
      end: durationInMonths === null ? null : monthsLater(start, durationInMonths),
      ...target,
    },
    atMs,
  );
}

const found = (context: WorldContext, ids: readonly string[]): readonly DiscountRow[] =>
  ids.flatMap((id) => context.store.discounts.get(id) ?? []);

export const appliedDiscounts = (
  context: WorldContext,
  ids: readonly string[],
): readonly AppliedDiscount[] =>
  found(context, ids).map((row) => ({
    id: row.id,
    coupon: theCoupon(context.store, row.coupon),
  }));

/** Those that a period beginning then still has. */
export const inForceAt = (
  context: WorldContext,
  ids: readonly string[],
  seconds: number,
): readonly string[] =>
  found(context, ids)
    .filter((row) => row.end === null || row.end > seconds)
    .map((row) => row.id);

/** Without those that are used up by one invoice. */
export const withoutOnce = (context: WorldContext, ids: readonly string[]): readonly string[] =>
  found(context, ids)
    .filter((row) => theCoupon(context.store, row.coupon).duration !== 'once')
    .map((row) => row.id);
