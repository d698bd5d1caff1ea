interface PropertyText {
  readonly label: string;
  readonly description: string;
}

/** Label and description of every property of the contract; its keys are the contract's names. */
export const properties = {
  stripe_customer_id: {
    label: 'Stripe customer',
    description:
      'Ids of the linked Stripe customers (cus_...), separated by commas. You may edit this one.',
  },
  stripe_payment_ids: {
    label: 'Assigned Stripe payments',
    description:
      'Ids of what is assigned to this record by hand: payments (pi_, ch_, py_), invoices (in_), subscriptions (sub_), checkout sessions (cs_), separated by commas. You may edit this one.',
  },
  stripe_payment_status: {
    label: 'Payment status',
    description: 'What became of the payments of this record.',
  },
  stripe_fee_status: {
    label: 'Fee status',
    description: 'Final when Stripe has written every fee; pending while one is still to come.',
  },
  stripe_currency: {
    label: 'Payment currency',
    description: 'What the customer paid in. Empty when there are several.',
  },
  stripe_amount_paid: {
    label: 'Amount paid',
    description: 'Captured from the customer, in the payment currency.',
  },
  stripe_amount_refunded: {
    label: 'Amount refunded',
    description: 'Given back to the customer, in the payment currency.',
  },
  stripe_amount_disputed: {
    label: 'Amount disputed',
    description: 'In dispute or lost in one, in the payment currency.',
  },
  stripe_amount_due: {
    label: 'Amount due',
    description: 'Still open on invoices, in the payment currency.',
  },
  stripe_settlement_currency: {
    label: 'Settlement currency',
    description:
      'What Stripe pays out in. Empty when there are several, or while fees are pending.',
  },
  stripe_gross_amount: {
    label: 'Gross amount',
    description: 'Before fees, refunds and disputes, in the settlement currency.',
  },
  stripe_fee_amount: {
    label: 'Fees',
    description: 'All that Stripe kept, dispute fees included, in the settlement currency.',
  },
  stripe_net_amount: {
    label: 'Net received',
    description: 'Gross less refunds, disputes and fees, in the settlement currency.',
  },
  stripe_fee_rate: {
    label: 'Fee rate (%)',
    description: 'All fees in percent of the gross amount.',
  },
  stripe_amounts_by_currency: {
    label: 'Amounts by currency',
    description: 'One line a currency. The only figures when currencies are mixed.',
  },
  stripe_payment_count: {
    label: 'Number of payments',
    description: 'Payments that succeeded.',
  },
  stripe_first_payment_date: {
    label: 'First payment',
    description: 'When the first payment succeeded.',
  },
  stripe_last_payment_date: {
    label: 'Last payment',
    description: 'When the last payment succeeded.',
  },
  stripe_funds_available_date: {
    label: 'Funds available on',
    description: 'When the last of the money can be paid out.',
  },
  stripe_failure_reason: {
    label: 'Failure reason',
    description: 'Why the latest attempt failed, if it did.',
  },
  stripe_subscription_status: {
    label: 'Subscription status',
    description: 'State of the Stripe subscription.',
  },
  stripe_mrr: {
    label: 'Monthly recurring revenue',
    description: 'What active subscriptions bring a month, in the payment currency.',
  },
  stripe_next_billing_date: {
    label: 'Next billing date',
    description: 'When the subscription renews.',
  },
  stripe_next_due_date: {
    label: 'Next due date',
    description: 'When the next open invoice is due.',
  },
  stripe_match: {
    label: 'Found by',
    description: 'How the payments were found: the weakest evidence that was used.',
  },
  stripe_mode: {
    label: 'Stripe mode',
    description: 'Whether these are live payments or test ones.',
  },
  stripe_last_synced_at: {
    label: 'Last synced',
    description: 'When the figures were last read from Stripe.',
  },
  stripe_sync_error: {
    label: 'Sync problem',
    description: 'Why the last sync did not finish. Empty when it did.',
  },
} satisfies Record<string, PropertyText>;

/** The group that the properties stand in. */
export const propertyGroup = 'Stripe payments';

export const options = {
  paymentStatus: {
    none: 'No payment',
    processing: 'Processing',
    authorized: 'Authorized',
    paid: 'Paid',
    partially_refunded: 'Partially refunded',
    refunded: 'Refunded',
    disputed: 'Disputed',
    failed: 'Failed',
    past_due: 'Past due',
  },
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
    assigned: 'Assigned by hand',
    metadata: 'Named in the payment',
    customer: 'Named on the customer',
    email: 'Email address',
    domain: 'Email domain',
    ambiguous: 'Ambiguous',
    none: 'Not found',
  },
  mode: { live: 'Live', test: 'Test' },
};

/** Words of `stripe_amounts_by_currency`. */
export const amountsByCurrency = {
  paid: 'paid',
  refunded: 'refunded',
  disputed: 'disputed',
  due: 'due',
  mrr: 'monthly',
  gross: 'gross',
  fees: 'fees',
  net: 'net',
  feesPending: 'Fees are pending: these figures are not final.',
};
