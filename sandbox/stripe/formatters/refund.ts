import type Stripe from 'stripe';
import type { RefundRow } from '../entities/refund.ts';

function formatDestination(row: RefundRow): Stripe.Refund.DestinationDetails {
  if (row.methodType === 'us_bank_account') {
    return {
      type: 'us_bank_transfer',
      us_bank_transfer: { reference: null, reference_status: 'pending' },
    };
  }
  const type = row.origin === 'uncaptured' ? 'reversal' : 'refund';
  return { type: 'card', card: { reference_status: 'pending', type } };
}

/** A refund has no `livemode`, and its failure fields are absent until it fails. */
export const formatRefund = (row: RefundRow): Stripe.Refund => ({
  id: row.id,
  object: 'refund',
  amount: row.amount,
  balance_transaction: row.balanceTransaction,
  charge: row.charge,
  created: row.created,
  currency: row.currency,
  customer: row.customer,
  customer_account: null,
  destination_details: formatDestination(row),
  ...(row.failureBalanceTransaction === null
    ? {}
    : { failure_balance_transaction: row.failureBalanceTransaction }),
  ...(row.failureReason === null ? {} : { failure_reason: row.failureReason }),
  metadata: row.metadata,
  payment_intent: row.paymentIntent,
  payment_method: row.paymentMethod,
  ...(row.status === 'pending' ? { pending_reason: 'processing' } : {}),
  reason: row.reason,
  receipt_number: null,
  source_transfer_reversal: null,
  status: row.status,
  transfer_reversal: null,
});
