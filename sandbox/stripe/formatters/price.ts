import type Stripe from 'stripe';
import { wholeAmount } from '../decimals.ts';
import type { PriceRow, Tier } from '../entities/price.ts';
import type { FormatView } from './view.ts';
import type { Wire } from './wire-type.ts';

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
  tax_behavior: 'unspecified',
  tiers_mode: row.tiersMode,
  transform_quantity:
    row.transformQuantity === null
      ? null
      : { divide_by: row.transformQuantity.divideBy, round: row.transformQuantity.round },
  type: row.recurring === null ? 'one_time' : 'recurring',
  unit_amount: wholeAmount(row.unitAmountDecimal),
  unit_amount_decimal: row.unitAmountDecimal,
});
