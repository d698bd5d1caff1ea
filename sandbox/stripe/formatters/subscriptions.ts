import type Stripe from 'stripe';
import type { SubscriptionItemRow, SubscriptionRow, TaxRate } from '../entities/billing.ts';
import type { PriceRow } from '../entities/catalogue.ts';
import { formatPlan, formatPrice } from './catalogue.ts';
import { taxRateId } from './tax.ts';
import { nestedList, type FormatView, type Wire } from './view.ts';

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
  current_trial:
    row.currentTrial === null
      ? null
      : {
          end_date: row.currentTrial.end,
          start_date: row.currentTrial.start,
          trial_offer: 'to_1SandboxTrialOffer',
        },
  discounts: [...row.discounts],
  metadata: row.metadata,
  plan: formatPlan(price, view),
  price: formatPrice(price, view),
  ...(row.quantity === null ? {} : { quantity: row.quantity }),
  subscription: row.subscription,
  tax_rates: [],
});

const formatTaxRate = (
  { percentage, isInclusive }: TaxRate,
  index: number,
  { livemode }: FormatView,
): Stripe.TaxRate => ({
  id: taxRateId(index),
  object: 'tax_rate',
  active: true,
  country: null,
  created: 1_700_000_000,
  description: null,
  display_name: 'VAT',
  effective_percentage: percentage,
  flat_amount: null,
  inclusive: isInclusive,
  jurisdiction: null,
  jurisdiction_level: null,
  livemode,
  metadata: {},
  percentage,
  rate_type: 'percentage',
  state: null,
  tax_type: 'vat',
});

type Formatted = Wire<Stripe.Subscription>;

const formatPause = ({ pauseCollection }: SubscriptionRow): Formatted['pause_collection'] =>
  pauseCollection === null
    ? null
    : { behavior: pauseCollection.behavior, resumes_at: pauseCollection.resumesAt };

function formatCancellation(
  row: SubscriptionRow,
): Pick<
  Formatted,
  'cancel_at' | 'cancel_at_period_end' | 'canceled_at' | 'cancellation_details' | 'ended_at'
> {
  return {
    cancel_at: row.cancelAt,
    cancel_at_period_end: row.isCanceledAtPeriodEnd,
    canceled_at: row.canceledAt,
    cancellation_details: {
      comment: row.cancellationComment,
      feedback: row.cancellationFeedback,
      feedback_option: null,
      reason: row.cancellationReason,
    },
    ended_at: row.endedAt,
  };
}

/** Only a paused subscription tells how it came to be so. */
const formatStatusDetails = ({ pausedAt }: SubscriptionRow): Pick<Formatted, 'status_details'> =>
  pausedAt === null
    ? {}
    : {
        status_details: {
          paused: {
            subscription: { type: 'pause_requested' },
            transitioned_at: pausedAt,
            type: 'subscription',
          },
        },
      };

const UNUSED = {
  application: null,
  application_fee_percent: null,
  billing_cycle_anchor_config: null,
  billing_thresholds: null,
  customer_account: null,
  default_payment_method: null,
  default_source: null,
  managed_payments: null,
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  test_clock: null,
  transfer_data: null,
} as const;

/** Since 2025-03-31.basil the periods stand on the items and nowhere else. */
export const formatSubscription = (
  row: SubscriptionRow,
  priceOf: (id: string) => PriceRow,
  view: FormatView,
): Formatted => ({
  ...UNUSED,
  ...formatCancellation(row),
  ...formatStatusDetails(row),
  id: row.id,
  object: 'subscription',
  billing_cycle_anchor: row.billingCycleAnchor,
  billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
  billing_schedules: [],
  collection_method: row.collectionMethod,
  created: row.created,
  currency: row.currency,
  customer: row.customer,
  days_until_due: row.daysUntilDue,
  automatic_tax: {
    disabled_reason: null,
    enabled: row.isTaxAutomatic,
    liability: row.isTaxAutomatic ? { type: 'self' } : null,
  },
  // Those of automatic tax are Stripe's own.
  default_tax_rates: row.isTaxAutomatic
    ? []
    : row.taxRates.map((rate, index) => formatTaxRate(rate, index, view)),
  description: row.description,
  discounts: [...row.discounts],
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: 'self' },
  },
  items: nestedList(row.items, `/v1/subscription_items?subscription=${row.id}`, (item) =>
    formatSubscriptionItem(item, priceOf(item.price), view),
  ),
  latest_invoice: row.latestInvoice,
  livemode: view.livemode,
  metadata: row.metadata,
  pause_collection: formatPause(row),
  payment_settings: {
    payment_method_options: null,
    payment_method_types: null,
    save_default_payment_method: 'off',
  },
  start_date: row.created,
  status: row.status,
  trial_end: row.trialEnd,
  trial_settings: {
    end_behavior: { billing_cycle_anchor: null, missing_payment_method: 'create_invoice' },
  },
  trial_start: row.trialStart,
});
