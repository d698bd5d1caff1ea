import type { Currency, Discount } from '@stripe-payments/core';
import type Stripe from 'stripe';

/** A discount of unknown size: revenue made of it would be wrong. */
class UnknownCouponError extends Error {
  override readonly name = 'UnknownCouponError';
  constructor(discountId: string) {
    super(`The coupon of ${discountId} was not read.`);
  }
}

/**
 * The discount's own terms, which stay when its coupon is deleted: the coupon is expanded with it and
 * never looked up, since the id may be that of another coupon by now.
 */
function termsOf({ id, source }: Stripe.Discount): Stripe.Coupon {
  const { coupon } = source;
  if (coupon === null || typeof coupon === 'string') throw new UnknownCouponError(id);
  return coupon;
}

/** What is taken off in this currency: the coupon's own amount, or the one of its option. */
function amountOffIn(coupon: Stripe.Coupon, currency: Currency): number | null {
  if (coupon.amount_off === null || coupon.currency === currency) return coupon.amount_off;
  return coupon.currency_options?.[currency]?.amount_off ?? null;
}

/** @param currency of the subscription. */
export function mapDiscount(discount: Stripe.Discount, currency: Currency): Discount {
  const coupon = termsOf(discount);
  return {
    id: discount.id,
    percentOff: coupon.percent_off,
    amountOffMinor: amountOffIn(coupon, currency),
    currency: coupon.amount_off === null ? null : currency,
    duration: coupon.duration,
    endsAt: discount.end,
    productIds: coupon.applies_to?.products ?? null,
  };
}

export function mapDiscounts(
  discounts: readonly (string | Stripe.Discount)[],
  currency: Currency,
): readonly Discount[] {
  return discounts.map((discount) => {
    if (typeof discount === 'string') throw new UnknownCouponError(discount);
    return mapDiscount(discount, currency);
  });
}

/** Terms that a coupon shows only where they are asked for. */
const TERMS = ['applies_to', 'currency_options'];

/** Below an object that has discounts, in a list or by itself; four levels is all that Stripe allows. */
export const discountExpansions = (path: string): string[] =>
  TERMS.map((field) => `${path}.source.coupon.${field}`);

/** The discount that a customer has, with its terms; null where there is none. */
export async function discountOfCustomer(
  { customers }: Stripe,
  id: string,
): Promise<Stripe.Discount | null> {
  const customer = await customers.retrieve(id, { expand: discountExpansions('discount') });
  return customer.deleted === true ? null : (customer.discount ?? null);
}
