import type { Coupon, PromotionCode } from '@stripe-payments/core';
import { CONFIRMATION_KEY, COUPON_ID, money, USER_KEY } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { SyncError } from '../sync-error.ts';
import type {
  CouponReads,
  CouponWrites,
  DiscountToMake,
  StoredDiscount,
} from '../use-cases/acting/coupon-ports.ts';
import { done } from './acting-failures.ts';
import { storedSubscription, subscriptionWithCustomer } from './acting-objects.ts';
import { knownCurrency, wholeNumber } from './checked-values.ts';
import { discountExpansions, mapDiscount } from './discounts.ts';
import { understood } from './errors.ts';
import { previewOf } from './item-changes.ts';
import { PAGE_SIZE } from './lists.ts';

const DURATIONS = ['once', 'repeating', 'forever'] as const;

/** @throws {SyncError} for a duration of which it is not known what it takes off. */
function durationOf({ duration }: Stripe.Coupon): Coupon['duration'] {
  const known = DURATIONS.find((each) => each === duration);
  if (known === undefined) throw new SyncError('stripe-unreadable');
  return known;
}

function amountsOff(coupon: Stripe.Coupon): Readonly<Record<string, number>> {
  const { id, amount_off: amount, currency, currency_options: options = {} } = coupon;
  if (amount === null || currency === null) return {};
  const own = [currency, { amount_off: amount }] as const;
  return Object.fromEntries(
    [...Object.entries(options), own].map(([code, option]) => [
      code,
      wholeNumber(id, 'amount_off', option.amount_off),
    ]),
  );
}

function storedCoupon(coupon: Stripe.Coupon): Coupon {
  return {
    id: coupon.id,
    name: coupon.name,
    percentOff: coupon.percent_off,
    amountsOff: amountsOff(coupon),
    duration: durationOf(coupon),
    months: coupon.duration_in_months,
    redeemBy: coupon.redeem_by,
    maxRedemptions: coupon.max_redemptions,
    timesRedeemed: coupon.times_redeemed,
    isValid: coupon.valid,
    productIds: coupon.applies_to?.products ?? null,
  };
}

/** @param promotion with its coupon expanded. */
function storedPromotionCode(promotion: Stripe.PromotionCode): PromotionCode {
  const { id, customer, restrictions } = promotion;
  const { coupon } = promotion.promotion;
  if (coupon === null || typeof coupon === 'string') throw new SyncError('stripe-unreadable');
  const { minimum_amount: minimum, minimum_amount_currency: currency } = restrictions;
  return {
    id,
    code: promotion.code,
    coupon: storedCoupon(coupon),
    isActive: promotion.active,
    expiresAt: promotion.expires_at,
    maxRedemptions: promotion.max_redemptions,
    timesRedeemed: promotion.times_redeemed,
    customerId: typeof customer === 'string' ? customer : (customer?.id ?? null),
    isFirstTimeOnly: restrictions.first_time_transaction,
    minimum:
      minimum === null || currency === null
        ? null
        : money(wholeNumber(id, 'minimum_amount', minimum), knownCurrency(id, currency)),
  };
}

/** @param discount with its coupon expanded. */
function storedDiscount(discount: Stripe.Discount, currency: string): StoredDiscount {
  const { coupon } = discount.source;
  if (coupon === null || typeof coupon === 'string') throw new SyncError('stripe-unreadable');
  const known = knownCurrency(discount.id, currency);
  const { amountOffMinor } = mapDiscount(discount, known);
  const { promotion_code: promotion } = discount;
  return {
    discountId: discount.id,
    promotionCodeId: typeof promotion === 'string' ? promotion : (promotion?.id ?? null),
    id: coupon.id,
    name: coupon.name,
    percentOff: coupon.percent_off,
    amountOff: amountOffMinor === null ? null : money(amountOffMinor, known),
    duration: durationOf(coupon),
    months: coupon.duration_in_months,
    endsAt: discount.end,
  };
}

const TERMS = ['applies_to', 'currency_options'];
const below = (path: string): string[] => TERMS.map((field) => `${path}${field}`);

/**
 * @param stripe with the key for reading.
 * @param writing with the key for writing: it reads what it applies, and Stripe asks it of a preview.
 */
export const createCouponReads = (stripe: Stripe, writing: Stripe): CouponReads => ({
  discountedSubscription: async (id) => {
    const expand = [
      ...['customer', 'customer.discount.source.coupon'],
      ...discountExpansions('discounts'),
    ];
    const reading = stripe.subscriptions.retrieve(id, { expand });
    const found = await understood({ notFound: 'unknown-subscription' }, reading);
    const { customer, currency } = found;
    const own =
      typeof customer === 'string' || customer.deleted === true
        ? null
        : (customer.discount ?? null);
    return {
      subscription: subscriptionWithCustomer(found),
      currency,
      discounts: found.discounts.map((discount) => {
        if (typeof discount === 'string') throw new SyncError('stripe-unreadable');
        return storedDiscount(discount, currency);
      }),
      ofCustomer: own === null ? null : storedDiscount(own, currency),
    };
  },
  coupons: async () => {
    const asked = { limit: PAGE_SIZE, expand: below('data.') };
    const { data, has_more: hasMore } = await done('stripe-refused', writing.coupons.list(asked));
    const named = data.filter(({ id }) => COUPON_ID.test(id));
    return {
      coupons: named.map(storedCoupon),
      isComplete: !hasMore && named.length === data.length,
    };
  },
  coupon: async (id) => {
    try {
      const reading = writing.coupons.retrieve(id, { expand: below('') });
      return storedCoupon(await done('coupon-unknown', reading));
    } catch (error) {
      if (error instanceof SyncError && error.code === 'coupon-unknown') return null;
      throw error;
    }
  },
  promotionCodes: async (code) => {
    const expand = below('data.promotion.coupon.');
    const reading = writing.promotionCodes.list({ code, limit: PAGE_SIZE, expand });
    return (await done('stripe-refused', reading)).data.map(storedPromotionCode);
  },
  previewNext: async (id, discount) => {
    const discounts = discount === undefined ? {} : { discounts: discountsOf(discount) };
    const preview = writing.invoices.createPreview({ subscription: id, ...discounts });
    return previewOf(id, await done('unknown-subscription', preview));
  },
});

/** An empty text takes away those that there are. */
function discountsOf(
  discount: DiscountToMake | null,
): NonNullable<Stripe.InvoiceCreatePreviewParams['discounts']> {
  if (discount === null) return '';
  if ('couponId' in discount) return [{ coupon: discount.couponId }];
  if ('promotionCodeId' in discount) return [{ promotion_code: discount.promotionCodeId }];
  return [{ discount: discount.discountId }];
}

/** What was shown: this one instead of those that the subscription has. */
export const changeCoupon =
  ({ subscriptions }: Stripe): CouponWrites['changeCoupon'] =>
  async ({ id, customer }, discount, { key, userId, text }) => {
    const asked = {
      discounts: discountsOf(discount),
      metadata: { [USER_KEY]: userId, [CONFIRMATION_KEY]: text },
    };
    const changing = subscriptions.update(id, asked, { idempotencyKey: key });
    return storedSubscription(await done('unknown-subscription', changing), customer);
  };
