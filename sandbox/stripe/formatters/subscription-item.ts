import type Stripe from 'stripe';
import type { PriceRow } from '../entities/price.ts';
import type { SubscriptionItemRow } from '../entities/subscription.ts';
import { formatPlan } from './plan.ts';
import { formatPrice } from './price.ts';
import type { FormatView } from './view.ts';
import type { Wire } from './wire-type.ts';

export const formatSubscriptionItem = (
  row: SubscriptionItemRow,
  price: PriceRow,
  view: FormatView,
): Wire<Stripe.SubscriptionItem> => ({
  id: row.id,
  object: 'subscription_item',
  billing_thresholds: null,
  created: row.created,
  current_period_end: row.currentPeriodEnd,
  current_period_start: row.currentPeriodStart,
  current_trial: null,
  discounts: [...row.discounts],
  metadata: row.metadata,
  plan: formatPlan(price, view),
  price: formatPrice(price, view),
  ...(row.quantity === null ? {} : { quantity: row.quantity }),
  subscription: row.subscription,
  tax_rates: [],
});
