import type { ApiParts } from '../api/endpoint.ts';
import { invalidRequest, refusedRequest } from '../api/errors.ts';
import { named } from '../api/missing.ts';
import type { Params, ParamSpec } from '../api/params.ts';
import type { Permission } from '../api/permissions.ts';
import type { SubscriptionRow } from '../entities/billing.ts';
import type { CouponRow, PromotionCodeRow } from '../entities/catalogue.ts';
import { isActiveCode, isRedeemable } from '../formatters/catalogue.ts';
import { theCoupon } from '../world/context.ts';
import type { DiscountAsked } from '../world/subscription-discounts.ts';

/** In an update of a subscription, and in a preview of its next invoice. */
export const DISCOUNTS = {
  discounts: {
    list: { coupon: 'string', discount: 'string', promotion_code: 'string' },
    isEmptyable: true,
  },
} as const satisfies ParamSpec;

/** What a key may not read it may not redeem: whether Stripe asks for it could not be confirmed. */
export function discountPermissions(params: Params): readonly Permission[] {
  const asked = params.hashes('discounts');
  return [
    ...(asked.some((each) => each.has('coupon')) ? (['coupon_read'] as const) : []),
    ...(asked.some((each) => each.has('promotion_code')) ? (['promotion_code_read'] as const) : []),
  ];
}

const MAX_DISCOUNTS = 20;

interface Redemption {
  readonly subscription: SubscriptionRow;
  readonly param: string;
  /** Seconds. */
  readonly now: number;
}

function checkCoupon(coupon: CouponRow, { subscription, param, now }: Redemption): void {
  if (!isRedeemable(coupon, now)) {
    throw refusedRequest(`Coupon expired: ${coupon.id}`, 'coupon_expired', param);
  }
  const { currency, currencyOptions } = coupon;
  const isKnown = currency === subscription.currency || subscription.currency in currencyOptions;
  if (currency === null || isKnown) return;
  throw refusedRequest(
    `The coupon '${coupon.id}' is for ${currency}, and the subscription is in ${subscription.currency}.`,
    undefined,
    param,
  );
}

const cannotBeRedeemed = (why: string, param: string) =>
  refusedRequest(`This promotion code cannot be redeemed because ${why}.`, undefined, param);

/** The sentence of prior transactions is Stripe's own; those of the others are like it. */
function checkCode(parts: ApiParts, promotion: PromotionCodeRow, redemption: Redemption): void {
  const { store } = parts.lookup;
  const { subscription, param, now } = redemption;
  if (!isActiveCode(promotion, store.coupons.get(promotion.coupon), now)) {
    throw cannotBeRedeemed('it is not active', param);
  }
  if (promotion.customer !== null && promotion.customer !== subscription.customer) {
    throw cannotBeRedeemed('it is for another customer', param);
  }
  const { isFirstTimeOnly, minimumAmount, minimumAmountCurrency } = promotion;
  const isFirst = !store.invoices
    .newestFirst()
    .some(({ customer }) => customer.id === subscription.customer);
  if (isFirstTimeOnly && !isFirst) {
    throw cannotBeRedeemed('the associated customer has prior transactions', param);
  }
  if (minimumAmount === null) return;
  const { lines = [] } = parts.world.previewInvoice(subscription.id) ?? {};
  const subtotal = lines.reduce((sum, { amount }) => sum + amount, 0);
  if (minimumAmountCurrency !== subscription.currency || subtotal < minimumAmount) {
    throw cannotBeRedeemed('the minimum amount is not reached', param);
  }
}

function discountIn(
  parts: ApiParts,
  params: Params,
  { subscription, now }: Omit<Redemption, 'param'>,
): DiscountAsked {
  const { lookup } = parts;
  const { store } = lookup;
  const fields = ['coupon', 'discount', 'promotion_code'] as const;
  const [field, ...others] = fields.filter((each) => params.has(each));
  if (field === undefined || others.length > 0) {
    throw invalidRequest(
      `Each discount takes one of these parameters: ${fields.join(', ')}.`,
      params.nameOf('coupon'),
    );
  }
  const id = params.string(field);
  const param = params.nameOf(field);
  if (field === 'coupon') {
    const coupon = named(lookup, store.coupons, 'coupon', id, param) ?? theCoupon(store, id ?? '');
    checkCoupon(coupon, { subscription, param, now });
    return { coupon: coupon.id };
  }
  if (field === 'promotion_code') {
    const promotion = named(lookup, store.promotionCodes, 'promotion_code', id, param);
    if (promotion === undefined) throw invalidRequest('Invalid promotion code.', param);
    checkCode(parts, promotion, { subscription, param, now });
    checkCoupon(theCoupon(store, promotion.coupon), { subscription, param, now });
    return { promotionCode: promotion.id };
  }
  const { discount: inherited } = store.customers.get(subscription.customer) ?? {};
  const own = [...subscription.discounts, inherited].find((each) => each === id);
  const discounts = {
    get: (each: string) => (each === own ? store.discounts.get(each) : undefined),
  };
  const discount = named(lookup, discounts, 'discount', id, param);
  if (discount === undefined) throw invalidRequest('Invalid discount.', param);
  return { discount: discount.id };
}

/** Undefined where those that it has stay; none at all for an empty text. */
export function discountsIn(
  parts: ApiParts,
  params: Params,
  subscription: SubscriptionRow,
  nowMs: number,
): readonly DiscountAsked[] | undefined {
  if (!params.has('discounts')) return undefined;
  if (params.isEmptied('discounts')) return [];
  const asked = params.hashes('discounts');
  if (asked.length > MAX_DISCOUNTS) {
    throw invalidRequest('You may apply at most 20 discounts.', 'discounts');
  }
  return asked.map((each) => discountIn(parts, each, { subscription, now: nowMs / 1000 }));
}
