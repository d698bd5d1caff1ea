import type Stripe from 'stripe';
import type { BalanceTransactionRow } from '../entities/balance-transaction.ts';
import type { DisputeRow } from '../entities/dispute.ts';
import { formatBalanceTransaction } from './balance-transaction.ts';
import { formatEvidence } from './dispute-evidence.ts';
import { secondsOf, type FormatView } from './view.ts';

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
