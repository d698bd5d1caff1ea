import type { MatchValue } from '../../matching/evidence.ts';
import type { MovementKind } from '../../mrr/movements.ts';
import type { CoverageValue } from '../../status/deal-coverage.ts';
import type { PaymentStatus } from '../../status/record-status.ts';
import type { UnsettledKind } from '../../ledger/unsettled-amounts.ts';

/** Of the properties that people edit: texts quote them. */
export const quotedLabels = { customers: 'Stripe customer', payments: 'Assigned Stripe payments' };

/** The property group in HubSpot. */
export const propertyGroup: string = 'Stripe payments';

export const subscriptionStatus = {
  none: 'No subscription',
  trialing: 'Trialing',
  active: 'Active',
  past_due: 'Overdue',
  unpaid: 'Unpaid',
  paused: 'Paused',
  canceled: 'Canceled',
  incomplete: 'Incomplete',
};

export const options = {
  paymentStatus: {
    none: 'No payment',
    processing: 'Processing',
    authorized: 'Authorized',
    partially_paid: 'Partly paid',
    paid: 'Paid',
    partially_refunded: 'Partially refunded',
    refunded: 'Refunded',
    disputed: 'Disputed',
    dispute_lost: 'Dispute lost',
    failed: 'Failed',
    past_due: 'Overdue',
  } satisfies Record<PaymentStatus, string>,
  coverage: {
    unpaid: 'Not covered',
    partly_paid: 'Partly covered',
    paid: 'Covered in full',
    overpaid: 'Overpaid',
  } satisfies Record<CoverageValue, string>,
  disputeStatus: {
    none: 'No dispute',
    inquiry: 'Inquiry',
    needs_response: 'Needs response',
    under_review: 'Under review',
    won: 'Won',
    lost: 'Lost',
  },
  taxBasis: { stated: 'Stated', proportional: 'In proportion' },
  refundFailed: { true: 'Yes', false: 'No' },
  feeStatus: { none: 'No fees', pending: 'Pending', final: 'Final' },
  subscriptionStatus,
  mrrMovement: {
    none: 'None',
    new: 'New',
    expansion: 'Expansion',
    contraction: 'Contraction',
    churn: 'Churn',
    reactivation: 'Reactivation',
  } satisfies Record<MovementKind, string>,
  match: {
    linked: 'Linked customer',
    assigned: 'Assigned manually',
    metadata: 'Payment metadata',
    customer: 'Customer metadata',
    email: 'Email',
    domain: 'Email domain',
    ambiguous: 'Needs review',
    none: 'No match',
  } satisfies Record<MatchValue, string>,
  mode: { live: 'Live', test: 'Test' },
};

/** Texts of `stripe_amounts_by_currency`. */
export const amountsByCurrency = {
  paid: 'paid',
  refunded: 'refunded',
  refundFailed: 'failed refunds',
  disputed: 'disputed',
  due: 'due',
  processing: 'processing',
  authorized: 'authorized',
  outside: 'outside Stripe',
  mrr: 'monthly',
  gross: 'gross',
  fees: 'fees',
  net: 'net',
  unsettled: {
    'refund-pending': 'being refunded',
    'refund-returning': 'failed refund returning',
    'dispute-returning': 'won dispute returning',
    'settled-outside': 'settled outside Stripe',
    'passed-on': 'transferred to connected accounts',
  } satisfies Record<UnsettledKind, string>,
  feesPending: 'Fees pending: net may still change.',
};
