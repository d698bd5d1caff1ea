import type Stripe from 'stripe';
import { wholeAmount } from '../values/currencies.ts';
import type {
  CouponRow,
  DiscountRow,
  PriceRow,
  ProductRow,
  PromotionCodeRow,
  Tier,
} from '../entities/catalogue.ts';
import { secondsOf, type FormatView, type Wire } from './view.ts';

export const formatProduct = (row: ProductRow, view: FormatView): Stripe.Product => ({
  id: row.id,
  object: 'product',
  active: row.isActive,
  created: row.created,
  default_price: row.defaultPrice,
  description: row.description,
  images: [],
  livemode: view.livemode,
  marketing_features: [],
  metadata: row.metadata,
  name: row.name,
  package_dimensions: null,
  shippable: null,
  statement_descriptor: null,
  tax_code: null,
  tax_details: null,
  type: 'service',
  unit_label: row.unitLabel,
  updated: row.updated,
  url: row.url,
});

const formatRecurring = (row: PriceRow): Stripe.Price.Recurring | null =>
  row.recurring === null
    ? null
    : {
        interval: row.recurring.interval,
        interval_count: row.recurring.intervalCount,
        meter: row.recurring.meter,
        trial_period_days: row.recurring.trialPeriodDays,
        usage_type: row.recurring.usageType,
      };

export const formatTier = (tier: Tier): Wire<Stripe.Price.Tier> => ({
  flat_amount: wholeAmount(tier.flatAmountDecimal),
  flat_amount_decimal: tier.flatAmountDecimal,
  unit_amount: wholeAmount(tier.unitAmountDecimal),
  unit_amount_decimal: tier.unitAmountDecimal,
  up_to: tier.upTo,
});

/** `tiers` is absent, as on the real service, until it is expanded. */
export const formatPrice = (row: PriceRow, view: FormatView): Wire<Stripe.Price> => ({
  id: row.id,
  object: 'price',
  active: row.isActive,
  billing_scheme: row.tiersMode === null ? 'per_unit' : 'tiered',
  created: row.created,
  currency: row.currency,
  custom_unit_amount: null,
  livemode: view.livemode,
  lookup_key: row.lookupKey,
  metadata: row.metadata,
  nickname: row.nickname,
  product: row.product,
  recurring: formatRecurring(row),
  tax_behavior: row.taxBehavior,
  tiers_mode: row.tiersMode,
  transform_quantity:
    row.transformQuantity === null
      ? null
      : { divide_by: row.transformQuantity.divideBy, round: row.transformQuantity.round },
  type: row.recurring === null ? 'one_time' : 'recurring',
  unit_amount: wholeAmount(row.unitAmountDecimal),
  unit_amount_decimal: row.unitAmountDecimal,
});

/** What stands in `currency_options` once it is expanded: the price's own currency is among them. */
export function formatPriceOptions(
  row: PriceRow,
): Record<string, Wire<Stripe.Price.CurrencyOptions>> {
  const amounts = { [row.currency]: row.unitAmountDecimal, ...row.currencyOptions };
  return Object.fromEntries(
    Object.entries(amounts).map(([currency, decimal]) => [
      currency,
      {
        custom_unit_amount: null,
        tax_behavior: row.taxBehavior,
        unit_amount: wholeAmount(decimal),
        unit_amount_decimal: decimal,
      },
    ]),
  );
}

/** The older form of a recurring price, which subscription items still carry beside it. */
export const formatPlan = (row: PriceRow, view: FormatView): Wire<Stripe.Plan> => ({
  id: row.id,
  object: 'plan',
  active: row.isActive,
  amount: wholeAmount(row.unitAmountDecimal),
  amount_decimal: row.unitAmountDecimal,
  billing_scheme: row.tiersMode === null ? 'per_unit' : 'tiered',
  created: row.created,
  currency: row.currency,
  interval: row.recurring?.interval ?? 'month',
  interval_count: row.recurring?.intervalCount ?? 1,
  livemode: view.livemode,
  metadata: row.metadata,
  meter: row.recurring?.meter ?? null,
  nickname: row.nickname,
  product: row.product,
  tiers_mode: row.tiersMode,
  transform_usage:
    row.transformQuantity === null
      ? null
      : { divide_by: row.transformQuantity.divideBy, round: row.transformQuantity.round },
  trial_period_days: row.recurring?.trialPeriodDays ?? null,
  usage_type: row.recurring?.usageType ?? 'licensed',
});

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

/** "A promotion code is only active if the coupon is also valid." */
export const isActiveCode = (
  row: PromotionCodeRow,
  coupon: CouponRow | undefined,
  now: number,
): boolean =>
  row.isActive &&
  coupon !== undefined &&
  isRedeemable(coupon, now) &&
  (row.expiresAt === null || now < row.expiresAt) &&
  (row.maxRedemptions === null || row.timesRedeemed < row.maxRedemptions);

export const formatPromotionCode = (
  row: PromotionCodeRow,
  coupon: CouponRow | undefined,
  view: FormatView,
): Stripe.PromotionCode => ({
  id: row.id,
  object: 'promotion_code',
  active: isActiveCode(row, coupon, secondsOf(view.nowMs)),
  code: row.code,
  created: row.created,
  customer: row.customer,
  customer_account: null,
  expires_at: row.expiresAt,
  livemode: view.livemode,
  max_redemptions: row.maxRedemptions,
  metadata: row.metadata,
  promotion: { coupon: row.coupon, type: 'coupon' },
  restrictions: {
    first_time_transaction: row.isFirstTimeOnly,
    minimum_amount: row.minimumAmount,
    minimum_amount_currency: row.minimumAmountCurrency,
  },
  times_redeemed: row.timesRedeemed,
});

/** What a coupon shows only where it is expanded. */
export const formatHiddenTerms = ({
  appliesTo,
  amountOff,
  currency,
  currencyOptions,
}: CouponRow) => ({
  ...(appliesTo === null ? {} : { applies_to: { products: [...appliesTo] } }),
  ...(amountOff === null || currency === null
    ? {}
    : {
        currency_options: Object.fromEntries(
          Object.entries({ [currency]: amountOff, ...currencyOptions }).map(([code, amount]) => [
            code,
            { amount_off: amount },
          ]),
        ),
      }),
});

/** A discount has no `livemode`, and its coupon stands below `source`. */
export const formatDiscount = (row: DiscountRow): Stripe.Discount => ({
  id: row.id,
  object: 'discount',
  checkout_session: row.checkoutSession,
  customer: row.customer,
  customer_account: null,
  end: row.end,
  invoice: row.invoice,
  invoice_item: null,
  promotion_code: row.promotionCode,
  source: { coupon: row.coupon, type: 'coupon' },
  start: row.created,
  subscription: row.subscription,
  subscription_item: row.subscriptionItem,
});
