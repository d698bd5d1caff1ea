type LabelAndDescription = readonly [label: string, description: string];

/** Of the records that single payments have in HubSpot. Only what makes them loads these. */
export const paymentRecords = {
  object: { singular: 'Stripe payment', plural: 'Stripe payments' },
  description: 'One record for each Stripe charge, kept current by the Stripe payments app.',
  properties: {
    stripe_payment_name: ['Payment', 'Who paid, and how much.'],
    stripe_charge_id: ['Charge ID', "Stripe's ID of the charge. One record each."],
    stripe_payment_intent_id: ['PaymentIntent ID', "Stripe's ID of the PaymentIntent."],
    stripe_customer_id: ['Stripe customer', "Stripe's ID of the customer. Empty for guests."],
    stripe_payer_name: ['Payer name', 'Name of the customer, or as typed at checkout.'],
    stripe_payer_email: ['Payer email', 'Email of the customer, or as typed at checkout.'],
    stripe_description: ['Description', 'Description of the payment in Stripe.'],
    stripe_invoice_number: ['Invoice number', 'Number of the invoice it paid.'],
    stripe_products: [
      'Products',
      'Names of what was sold, one per line, from the invoice or the checkout session.',
    ],
    stripe_payment_method: ['Payment method', "Stripe's name of the method, such as card."],
    stripe_card_brand: ['Card brand', 'Brand of the card.'],
    stripe_last_four: ['Last four digits', 'Of the card or bank account.'],
    stripe_country: ['Country', 'Country of the card or bank account, two letters.'],
    stripe_mode: ['Stripe mode', 'Whether this is a live or a test payment.'],
    stripe_url: ['Link to Stripe', "The payment's page in Stripe."],
    stripe_payment_status: ['Payment status', 'What became of the payment.'],
    stripe_created_date: ['Created', 'Date when the payment was tried.'],
    stripe_captured_date: [
      'Captured',
      'Date when the money was taken. Empty for bank debits: Stripe has no time of it.',
    ],
    stripe_funds_available_date: ['Funds available on', 'Date when it is available for payout.'],
    stripe_decline_code: ['Decline code', "Stripe's or the bank's code of why it failed."],
    stripe_failure_reason: ['Failure reason', 'Why the payment failed. Empty if it succeeded.'],
    stripe_dispute_status: ['Dispute status', 'Status of the dispute to act on first.'],
    stripe_dispute_due_date: ['Dispute response due', 'Date by which a response is needed.'],
    stripe_last_refund_date: ['Last refund', 'Date of the last refund.'],
    stripe_refund_failed: [
      'Refund failed',
      'Whether a refund failed, so that its money is back in the Stripe balance.',
    ],
    stripe_currency: ['Payment currency', 'Currency the customer paid in.'],
    stripe_amount_paid: ['Amount paid', 'Amount captured, in the payment currency.'],
    stripe_amount_refunded: ['Amount refunded', 'Amount refunded, in the payment currency.'],
    stripe_amount_disputed: [
      'Amount disputed',
      'Amount in dispute or lost, in the payment currency. Only what has not come back.',
    ],
    stripe_amount_processing: ['Amount processing', "On its way from the customer's bank."],
    stripe_amount_authorized: ['Amount authorized', 'Reserved on the card and not captured.'],
    stripe_tax_amount: [
      'Tax',
      'Tax that the invoice or checkout session states, in what was paid and not refunded or disputed. In the payment currency. Empty where no document states it.',
    ],
    stripe_paid_after_tax: [
      'Paid after tax',
      'Paid minus refunded, disputed and tax, in the payment currency.',
    ],
    stripe_fee_status: ['Fee status', 'Final once Stripe has finalized every fee.'],
    stripe_settlement_currency: ['Settlement currency', 'Empty while fees are pending.'],
    stripe_gross_amount: ['Gross amount', 'Before fees, refunds and disputes.'],
    stripe_settled_refunds: ['Refunded (settled)', 'Refunded, in the settlement currency.'],
    stripe_settled_disputes: ['Disputed (settled)', 'Disputed, in the settlement currency.'],
    stripe_fee_amount: ['Fees', 'All fees, including dispute fees.'],
    stripe_processing_fee: ['Processing fee', "Stripe's fee."],
    stripe_fee_tax: ['Tax on fees', 'Tax on the fees, not on the sale.'],
    stripe_application_fee: ['Application fee', 'Fee of a platform.'],
    stripe_passthrough_fee: ['Passthrough fee', 'Fee of the payment method, passed through.'],
    stripe_dispute_fee: ['Dispute fee', 'Fees of disputes.'],
    stripe_other_fee: ['Other fees', 'Withheld tax, and fees without a kind.'],
    stripe_net_amount: ['Net received', 'Gross minus refunds, disputes and fees.'],
    stripe_settled_tax: [
      'Tax (settled, in proportion)',
      'The tax at the rate at which the payment was settled. Calculated: no document states it.',
    ],
    stripe_net_after_tax: [
      'Net after tax (in proportion)',
      'Net received minus the tax in proportion, in the settlement currency.',
    ],
    stripe_fee_rate: ['Fee rate (%)', 'All fees as a percentage of the gross amount.'],
    stripe_exchange_rate: [
      'Exchange rate',
      'Settlement currency for one unit of the payment currency.',
    ],
    stripe_amounts_by_currency: ['Amounts by currency', 'One line per currency.'],
    stripe_payout_id: ['Payout ID', "Stripe's ID of the payout that it is in."],
    stripe_payout_status: ['Payout status', 'Status of that payout.'],
    stripe_payout_date: ['Payout date', 'Date when the money arrives or arrived in the bank.'],
    stripe_payout_trace_id: ['Payout trace ID', "The bank's reference of the payout."],
    stripe_match: [
      'Matched by',
      "How the payment was matched to its deal, else to its contact, else to its company. 'Needs review' while a person has to decide, 'No match' where it belongs to no record.",
    ],
    stripe_deal_match: ['Matched to the deal by', 'How the payment was matched to its deal.'],
    stripe_contact_match: [
      'Matched to the contact by',
      'How the payment was matched to its contact.',
    ],
    stripe_company_match: [
      'Matched to the company by',
      'How the payment was matched to its company.',
    ],
    stripe_read_at: ['Read from Stripe', 'When these values were read from Stripe.'],
  } satisfies Record<string, LabelAndDescription>,
  options: {
    status: {
      processing: 'Processing',
      waiting: 'Waiting for customer',
      authorized: 'Authorized',
      released: 'Released',
      paid: 'Paid',
      partially_refunded: 'Partially refunded',
      refunded: 'Refunded',
      disputed: 'Disputed',
      dispute_lost: 'Dispute lost',
      failed: 'Failed',
    },
    payoutStatus: {
      failed: 'Failed',
      canceled: 'Canceled',
      pending: 'Pending',
      in_transit: 'In transit',
      paid: 'Paid',
      not_itemized: 'Not itemized by Stripe',
    },
  },
};

/** In `stripe_sync_error`, where the figures were saved and payment records weren't. */
export const paymentSync = {
  notAllSaved: (reason: string) =>
    `The figures are saved. Not all Stripe payment records are: ${reason}`,
  tooSlow: 'HubSpot responded too slowly. The next catch-up saves the rest.',
};
