import type { UnsettledKind } from '../../ledger/unsettled-amounts.ts';

interface PropertyText {
  readonly label: string;
  readonly description: string;
}

/** Label and description of every property of the contract; its keys are the contract's names. */
export const properties = {
  stripe_customer_id: {
    label: 'Stripe customer',
    description:
      'IDs of the linked Stripe customers (cus_...), separated by commas. You can edit this property.',
  },
  stripe_payment_ids: {
    label: 'Assigned Stripe payments',
    description:
      'IDs assigned to this record manually: payments (pi_, ch_, py_), invoices (in_), subscriptions (sub_) and checkout sessions (cs_), separated by commas. You can edit this property.',
  },
  stripe_payment_status: {
    label: 'Payment status',
    description: 'Status of the payments on this record.',
  },
  stripe_coverage: {
    label: 'Coverage',
    description:
      "Whether the deal amount is paid, in the deal's currency, without what was refunded, disputed or lost. Invoices paid outside Stripe or from credit count. Empty where it can't be compared.",
  },
  stripe_amount_outstanding: {
    label: 'Amount outstanding',
    description: "What is missing of the deal amount, in the deal's currency.",
  },
  stripe_paid_in_full_date: {
    label: 'Paid in full on',
    description: 'Date of the payment that completed the deal amount.',
  },
  stripe_fee_status: {
    label: 'Fee status',
    description: 'Final once Stripe has finalized every fee. Pending until then.',
  },
  stripe_currency: {
    label: 'Payment currency',
    description: 'Currency the customer paid in. Empty when there are several.',
  },
  stripe_amount_paid: {
    label: 'Amount paid',
    description: 'Amount captured from the customer, in the payment currency.',
  },
  stripe_amount_refunded: {
    label: 'Amount refunded',
    description: 'Amount refunded to the customer, in the payment currency.',
  },
  stripe_amount_disputed: {
    label: 'Amount disputed',
    description:
      'Amount in dispute or lost in a dispute, in the payment currency. Only what has not come back.',
  },
  stripe_amount_due: {
    label: 'Amount due',
    description: 'Amount due on open invoices, in the payment currency.',
  },
  stripe_amount_processing: {
    label: 'Amount processing',
    description: "Amount on its way from the customer's bank, in the payment currency.",
  },
  stripe_amount_authorized: {
    label: 'Amount authorized',
    description: 'Amount reserved on the card and not captured, in the payment currency.',
  },
  stripe_amount_paid_outside: {
    label: 'Amount paid outside Stripe',
    description:
      "Amount of invoices paid outside Stripe or from the customer's credit, in the payment currency. Not part of the amount paid.",
  },
  stripe_dispute_status: {
    label: 'Dispute status',
    description: 'Status of the dispute to act on first. An inquiry moves no money.',
  },
  stripe_dispute_due_date: {
    label: 'Dispute response due',
    description: 'Date by which the next dispute or inquiry needs a response.',
  },
  stripe_refund_failed: {
    label: 'Refund failed',
    description: 'Whether a refund failed, so that its money is back in the Stripe balance.',
  },
  stripe_settlement_currency: {
    label: 'Settlement currency',
    description:
      'Currency Stripe settles in. Empty when there are several, or while fees are pending.',
  },
  stripe_gross_amount: {
    label: 'Gross amount',
    description: 'Amount before fees, refunds and disputes, in the settlement currency.',
  },
  stripe_fee_amount: {
    label: 'Fees',
    description: 'All Stripe fees, including dispute fees, in the settlement currency.',
  },
  stripe_net_amount: {
    label: 'Net received',
    description: 'Gross minus refunds, disputes and fees, in the settlement currency.',
  },
  stripe_fee_rate: {
    label: 'Fee rate (%)',
    description: 'All fees as a percentage of the gross amount.',
  },
  stripe_amounts_by_currency: {
    label: 'Amounts by currency',
    description: 'One line per currency. The only figures when a record has several currencies.',
  },
  stripe_payment_count: {
    label: 'Number of payments',
    description: 'Number of successful payments.',
  },
  stripe_first_payment_date: {
    label: 'First payment',
    description: 'Date of the first successful payment.',
  },
  stripe_last_payment_date: {
    label: 'Last payment',
    description: 'Date of the last successful payment.',
  },
  stripe_funds_available_date: {
    label: 'Funds available on',
    description: 'Date when all funds are available for payout.',
  },
  stripe_failure_reason: {
    label: 'Failure reason',
    description: 'Why the latest payment failed. Empty if it succeeded.',
  },
  stripe_subscription_status: {
    label: 'Subscription status',
    description: 'Status of the Stripe subscription.',
  },
  stripe_mrr: {
    label: 'MRR',
    description:
      "Monthly recurring revenue as Stripe's Billing analytics shows it by default: active and past due subscriptions, without trials, metered usage, taxes and temporary discounts. In the payment currency.",
  },
  stripe_next_billing_date: {
    label: 'Next billing date',
    description: 'Date when the subscription renews.',
  },
  stripe_next_due_date: {
    label: 'Next due date',
    description: 'Due date of the next open invoice.',
  },
  stripe_match: {
    label: 'Matched by',
    description:
      'How the payments that count were matched to this record. Shows the weakest evidence used.',
  },
  stripe_review_count: {
    label: 'Payments to review',
    description: 'Number of payments that may belong to this record and wait for a user to decide.',
  },
  stripe_mode: {
    label: 'Stripe mode',
    description: 'Whether these are live or test payments.',
  },
  stripe_last_synced_at: {
    label: 'Last synced',
    description: 'Date when the figures were last read from Stripe.',
  },
  stripe_sync_error: {
    label: 'Sync error',
    description: "Why the last sync didn't finish. Empty if it finished.",
  },
} satisfies Record<string, PropertyText>;

/** The property group in HubSpot. */
export const propertyGroup: string = 'Stripe payments';

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
  },
  coverage: {
    unpaid: 'Unpaid',
    partly_paid: 'Partly paid',
    paid: 'Paid in full',
    overpaid: 'Overpaid',
  },
  disputeStatus: {
    none: 'No dispute',
    inquiry: 'Inquiry',
    needs_response: 'Needs response',
    under_review: 'Under review',
    won: 'Won',
    lost: 'Lost',
  },
  refundFailed: { true: 'Yes', false: 'No' },
  feeStatus: { none: 'No fees', pending: 'Pending', final: 'Final' },
  subscriptionStatus: {
    none: 'No subscription',
    trialing: 'Trialing',
    active: 'Active',
    past_due: 'Past due',
    unpaid: 'Unpaid',
    paused: 'Paused',
    canceled: 'Canceled',
    incomplete: 'Incomplete',
  },
  match: {
    linked: 'Linked customer',
    assigned: 'Assigned manually',
    metadata: 'Payment metadata',
    customer: 'Customer metadata',
    email: 'Email',
    domain: 'Email domain',
    ambiguous: 'Needs review',
    none: 'No match',
  },
  mode: { live: 'Live', test: 'Test' },
};

/** Texts of `stripe_amounts_by_currency`. */
export const amountsByCurrency = {
  paid: 'paid',
  refunded: 'refunded',
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
