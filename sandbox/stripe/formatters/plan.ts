import type Stripe from 'stripe';
import { wholeAmount } from '../decimals.ts';
import type { PriceRow } from '../entities/price.ts';
import type { FormatView } from './view.ts';
import type { Wire } from './wire-type.ts';

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
