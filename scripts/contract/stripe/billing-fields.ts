import { z } from 'zod';
import { expandedId, id, metadata, minor, seconds } from './field-kinds.ts';

/** As `fields.ts`, of what bills. */
export const invoicePayment = z.object({
  payment: z.object({ payment_intent: expandedId.optional(), charge: expandedId.optional() }),
  amount_paid: minor.nullable(),
  status: z.string(),
});

/** The SDK turns decimals into objects of its own; here they are read as text. */
const decimal = z.any().refine((value) => value === null || String(value) !== '', 'no decimal');

export const invoice = z.object({
  id,
  number: z.string().nullable(),
  customer: expandedId,
  parent: z
    .object({
      subscription_details: z
        .object({ subscription: expandedId, metadata: metadata.nullable() })
        .nullable(),
    })
    .nullable(),
  created: seconds,
  livemode: z.boolean(),
  status: z.string().nullable(),
  currency: z.string(),
  total: minor,
  total_taxes: z.array(z.object({ amount: minor })).nullable(),
  amount_paid: minor,
  amount_remaining: minor,
  pre_payment_credit_notes_amount: minor,
  post_payment_credit_notes_amount: minor,
  starting_balance: minor,
  ending_balance: minor.nullable(),
  due_date: seconds.nullable(),
  status_transitions: z.object({ paid_at: seconds.nullable() }),
  next_payment_attempt: seconds.nullable(),
  attempt_count: z.int(),
  hosted_invoice_url: z.string().nullish(),
  invoice_pdf: z.string().nullish(),
  lines: z.object({
    has_more: z.boolean(),
    data: z.array(
      z.object({
        description: z.string().nullable(),
        amount: minor,
        quantity: z.number().nullable(),
        period: z.object({ start: seconds, end: seconds }),
        parent: z
          .object({
            type: z.string(),
            subscription_item_details: z
              .object({
                subscription: id.nullable(),
                subscription_item: id,
                proration: z.boolean(),
                proration_details: z.object({ credited_items: z.unknown() }).nullable(),
              })
              .nullable(),
          })
          .nullable(),
        pricing: z
          .object({
            price_details: z.object({ price: expandedId, product: z.string() }).optional(),
            unit_amount_decimal: decimal,
          })
          .nullable(),
      }),
    ),
  }),
  metadata: metadata.nullable(),
});

export const coupon = z.object({
  percent_off: z.number().nullable(),
  amount_off: minor.nullable(),
  currency: z.string().nullable(),
  duration: z.string(),
  /** Only where it is for some products. */
  applies_to: z.unknown().optional(),
});

const discount = z.object({
  id,
  source: z.object({ coupon: z.union([z.string(), coupon]).nullable() }),
  end: seconds.nullable(),
});

const price = z.object({
  id,
  currency: z.string(),
  nickname: z.string().nullable(),
  product: expandedId,
  billing_scheme: z.string(),
  unit_amount_decimal: decimal,
  tax_behavior: z.string().nullable(),
  tiers_mode: z.string().nullable(),
  transform_quantity: z.object({ divide_by: z.int(), round: z.string() }).nullable(),
  recurring: z
    .object({ interval: z.string(), interval_count: z.int(), usage_type: z.string() })
    .nullable(),
});

export const subscriptionItem = z.object({
  id,
  quantity: z.int().optional(),
  price,
  current_period_start: seconds,
  current_period_end: seconds,
  current_trial: z.unknown().nullable(),
  tax_rates: z.unknown().optional(),
  discounts: z.array(discount),
});

export const subscription = z.object({
  id,
  customer: expandedId,
  created: seconds,
  livemode: z.boolean(),
  status: z.string(),
  currency: z.string(),
  discounts: z.array(discount),
  default_tax_rates: z.unknown().optional(),
  latest_invoice: z.unknown().nullable(),
  trial_end: seconds.nullable(),
  pause_collection: z.object({}).nullable(),
  cancel_at_period_end: z.boolean(),
  cancel_at: seconds.nullable(),
  ended_at: seconds.nullable(),
  /** Only of one that is paused. */
  status_details: z.unknown().optional(),
  cancellation_details: z
    .object({
      reason: z.string().nullable(),
      feedback: z.string().nullable(),
      comment: z.string().nullable(),
    })
    .nullable(),
  metadata,
});
