import { z } from 'zod';

/**
 * Exactly what the adapters read of Stripe's objects, in the pinned version: a test compares it with what
 * src/app/packages/sync/src/stripe/map-*.ts touch.
 */
const metadata = z.record(z.string(), z.string());
const id = z.string();
const minor = z.int();
const seconds = z.int();
const expandedId = z.union([z.string(), z.object({ id })]).nullable();

const balanceTransaction = z.object({
  id,
  created: seconds,
  reporting_category: z.string(),
  amount: minor,
  fee: minor,
  net: minor,
  currency: z.string(),
  fee_details: z.array(z.object({ type: z.string(), amount: minor })),
  exchange_rate: z.number().nullable(),
  available_on: seconds,
});

export const refund = z.object({
  id,
  created: seconds,
  reason: z.string().nullable(),
  failure_reason: z.string().nullish(),
  amount: minor,
  currency: z.string(),
  status: z.string().nullable(),
  balance_transaction: balanceTransaction.nullable(),
  failure_balance_transaction: balanceTransaction.nullish(),
});

export const charge = z.object({
  id,
  payment_intent: z
    .object({ id, status: z.string(), capture_method: z.string(), metadata })
    .nullable(),
  customer: expandedId,
  billing_details: z.object({ name: z.string().nullable(), email: z.string().nullable() }),
  receipt_url: z.string().nullable(),
  created: seconds,
  livemode: z.boolean(),
  status: z.string(),
  captured: z.boolean(),
  disputed: z.boolean(),
  amount: minor,
  amount_captured: minor,
  amount_refunded: minor,
  currency: z.string(),
  presentment_details: z
    .object({ presentment_amount: minor, presentment_currency: z.string() })
    .optional(),
  transfer_data: z.object({ amount: minor.nullable() }).nullable(),
  application_fee_amount: minor.nullable(),
  description: z.string().nullable(),
  payment_method_details: z
    .object({
      type: z.string(),
      card: z
        .object({
          brand: z.string().nullable(),
          last4: z.string().nullable(),
          capture_before: seconds.optional(),
        })
        .optional(),
      us_bank_account: z
        .object({ bank_name: z.string().nullable(), last4: z.string().nullable() })
        .optional(),
      sepa_debit: z.object({ last4: z.string().nullable() }).optional(),
    })
    .nullable(),
  failure_code: z.string().nullable(),
  failure_message: z.string().nullable(),
  outcome: z.object({ reason: z.string().nullable() }).nullable(),
  metadata,
  balance_transaction: balanceTransaction.nullable(),
  failure_balance_transaction: balanceTransaction.nullable(),
  refunds: z.object({ has_more: z.boolean(), data: z.array(refund) }),
});

export const dispute = z.object({
  id,
  created: seconds,
  amount: minor,
  currency: z.string(),
  status: z.string(),
  reason: z.string(),
  evidence_details: z.object({ due_by: seconds.nullable() }),
  balance_transactions: z.array(balanceTransaction),
});

export const customer = z.object({
  id,
  name: z.string().nullish(),
  email: z.string().nullable(),
  created: seconds,
  livemode: z.boolean(),
  metadata,
});

export const checkout = z.object({
  id,
  customer: expandedId,
  customer_details: z
    .object({ email: z.string().nullable(), name: z.string().nullable() })
    .nullable(),
  customer_email: z.string().nullable(),
  created: seconds,
  livemode: z.boolean(),
  status: z.string().nullable(),
  payment_status: z.string(),
  amount_total: minor.nullable(),
  total_details: z.object({ amount_tax: minor }).nullable(),
  currency: z.string().nullable(),
  payment_intent: expandedId,
  invoice: expandedId,
  subscription: expandedId,
  metadata: metadata.nullable(),
});

export const invoicePayment = z.object({
  payment: z.object({ payment_intent: expandedId.optional(), charge: expandedId.optional() }),
  amount_paid: minor.nullable(),
  status: z.string(),
});

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
      }),
    ),
  }),
  metadata: metadata.nullable(),
});

/** The SDK turns decimals into objects of its own; here they are read as text. */
const decimal = z.any().refine((value) => value === null || String(value) !== '', 'no decimal');

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
  metadata,
});

/** A restricted key may get fewer than these three. */
export const account = z.object({
  id,
  charges_enabled: z.boolean(),
  payouts_enabled: z.boolean(),
  details_submitted: z.boolean(),
});

/** What is missing or of another type, as `fee_details[0].amount: expected int`; undefined where all fits. */
export function mismatchOf(fields: z.ZodType, object: unknown): string | undefined {
  const { error } = fields.safeParse(object);
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
