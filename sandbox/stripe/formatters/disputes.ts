import type Stripe from 'stripe';
import type { BalanceTransactionRow } from '../entities/account.ts';
import type { DisputeRow } from '../entities/payments.ts';
import { formatBalanceTransaction } from './account.ts';
import { secondsOf, type FormatView } from './view.ts';

const formatEvidence = (row: DisputeRow): Stripe.Dispute.Evidence => ({
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: row.customerEmail,
  customer_name: row.customerName,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
});

export const isInquiry = (dispute: DisputeRow): boolean => dispute.status.startsWith('warning_');

export const formatDispute = (
  row: DisputeRow,
  balanceTransactions: readonly BalanceTransactionRow[],
  view: FormatView,
): Stripe.Dispute => ({
  id: row.id,
  object: 'dispute',
  amount: row.amount,
  balance_transactions: balanceTransactions.map((each) => formatBalanceTransaction(each, view)),
  charge: row.charge,
  created: row.created,
  currency: row.currency,
  enhanced_eligibility_types: [],
  evidence: formatEvidence(row),
  evidence_details: {
    due_by: row.dueBy,
    enhanced_eligibility: {},
    has_evidence: false,
    past_due: secondsOf(view.nowMs) > row.dueBy,
    submission_count: 0,
    submission_method: 'not_submitted',
  },
  intended_submission_method: null,
  is_charge_refundable: isInquiry(row),
  livemode: view.livemode,
  metadata: row.metadata,
  payment_intent: row.paymentIntent,
  payment_method_details: {
    card: {
      brand: row.brand,
      case_type: isInquiry(row) ? 'inquiry' : 'chargeback',
      network: row.brand,
      network_reason_code: '10.4',
    },
    type: 'card',
  },
  reason: row.reason,
  status: row.status,
});
