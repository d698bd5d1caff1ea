import { z } from 'zod';
import { expandedId, id, metadata, minor, seconds } from './field-kinds.ts';

export * from './billing-fields.ts';

/**
 * Exactly what the adapters read of Stripe's objects, in the pinned version: a test compares it with what
 * src/app/packages/sync/src/stripe/map-*.ts touch.
 */

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
          country: z.string().nullable(),
        })
        .optional(),
      us_bank_account: z
        .object({ bank_name: z.string().nullable(), last4: z.string().nullable() })
        .optional(),
      card_present: z.object({ country: z.string().nullable() }).optional(),
      sepa_debit: z
        .object({ last4: z.string().nullable(), country: z.string().nullable() })
        .optional(),
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
  automatic_tax: z.object({ status: z.string().nullable() }),
  currency: z.string().nullable(),
  line_items: z.object({
    has_more: z.boolean(),
    data: z.array(z.object({ description: z.string().nullable() })),
  }),
  payment_intent: expandedId,
  invoice: expandedId,
  subscription: expandedId,
  metadata: metadata.nullable(),
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
