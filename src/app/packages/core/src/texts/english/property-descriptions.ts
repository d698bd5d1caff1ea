import type { propertyLabels } from './property-labels.ts';

/** What the setup writes into HubSpot beside each label. No card loads it. */
export const propertyDescriptions: Readonly<Record<keyof typeof propertyLabels, string>> = {
  stripe_customer_id:
    'IDs of the linked Stripe customers (cus_...), separated by commas. You can edit this property.',
  stripe_payment_ids:
    'IDs assigned to this record manually: payments (pi_, ch_, py_), invoices (in_), subscriptions (sub_) and checkout sessions (cs_), separated by commas. You can edit this property.',
  stripe_excluded_payment_ids:
    'Payments that a user removed from this record on the card, whatever matches them: their IDs, separated by commas.',
  stripe_payment_status: 'Status of the payments on this record.',
  stripe_coverage:
    "Whether payments cover the deal amount, in the deal's currency, without what was refunded, disputed or lost. Invoices paid outside Stripe or from credit count. Overpaid where more than the amount was paid, tax aside. Empty where it can't be compared.",
  stripe_amount_outstanding:
    "Part of the deal amount that no payment covers: not paid yet, refunded, disputed or lost. In the deal's currency.",
  stripe_paid_in_full_date: 'Date of the payment that completed the deal amount.',
  stripe_fee_status: 'Final once Stripe has finalized every fee. Pending until then.',
  stripe_fees_pending_count: 'Number of payments whose fee Stripe has not finalized yet.',
  stripe_currency: 'Currency the customer paid in. Empty when there are several.',
  stripe_amount_paid: 'Amount captured from the customer, in the payment currency.',
  stripe_amount_refunded: 'Amount refunded to the customer, in the payment currency.',
  stripe_amount_disputed:
    'Amount in dispute or lost in a dispute, in the payment currency. Only what has not come back.',
  stripe_amount_due: 'Amount due on open invoices, in the payment currency.',
  stripe_amount_processing: "Amount on its way from the customer's bank, in the payment currency.",
  stripe_amount_authorized:
    'Amount reserved on the card and not captured, in the payment currency.',
  stripe_processing_expected_date:
    'Date when the amount that is processing is expected in the Stripe balance.',
  stripe_authorized_until_date:
    'Date by which the authorized amount must be captured. The earliest of several.',
  stripe_amount_paid_outside:
    "Amount of invoices paid outside Stripe or from the customer's credit, in the payment currency. Not part of the amount paid.",
  stripe_dispute_status: 'Status of the dispute to act on first. An inquiry moves no money.',
  stripe_dispute_due_date:
    'Date by which the next dispute or inquiry needs a response. The earliest that is still to come, or the earliest of those that have passed.',
  stripe_disputes_to_answer: 'Number of disputes that need a response, without inquiries.',
  stripe_refund_failed: 'Whether a refund failed, so that its money is back in the Stripe balance.',
  stripe_refund_failed_amount:
    'Amount of refunds that failed, in the payment currency. It is back in the Stripe balance.',
  stripe_settlement_currency:
    'Currency Stripe settles in. Empty when there are several, or while fees are pending.',
  stripe_gross_amount: 'Amount before fees, refunds and disputes, in the settlement currency.',
  stripe_fee_amount: 'All Stripe fees, including dispute fees, in the settlement currency.',
  stripe_net_amount: 'Gross minus refunds, disputes and fees, in the settlement currency.',
  stripe_fee_rate: 'All fees as a percentage of the gross amount.',
  stripe_tax_amount:
    'Tax that the invoices or checkout sessions state, in what was paid and not refunded or disputed. In the payment currency. Empty where the document of one payment states none.',
  stripe_net_after_tax:
    'Net received minus the tax, in the settlement currency. Empty while fees are pending, or where the tax is not known.',
  stripe_tax_basis:
    'Stated where the documents state the tax itself. In proportion where a part was refunded, disputed or paid separately, or was converted into the settlement currency: no document states that tax.',
  stripe_amounts_by_currency:
    'One line per currency. The only figures when a record has several currencies.',
  stripe_payment_count: 'Number of successful payments.',
  stripe_free_checkout_count:
    'Number of checkouts that were completed with nothing to pay. They have no payment.',
  stripe_first_payment_date: 'Date of the first successful payment.',
  stripe_last_payment_date: 'Date of the last successful payment.',
  stripe_products:
    'Names of what was sold, one per line, from the invoices and checkout sessions that were paid. The first 50, then … where there are more. Empty where a document has more lines than Stripe lists at once.',
  stripe_funds_available_date: 'Date when all funds are available for payout.',
  stripe_payout_date:
    'Date when the last part of the net was paid out to the bank; refunds and disputes are taken off a later payout. Empty while any part has not, or where Stripe does not itemize payouts. The catch-up saves it; "Sync now" too, of up to three payments.',
  stripe_payout_expected_date:
    'Date when Stripe expects the last of the money in the bank, from the payouts that it is in. Empty before that is known, and once it has arrived. The catch-up saves it; "Sync now" too, of up to three payments.',
  stripe_last_payout_date:
    'Date when the last payout with a part of the net reached the bank. More may be on its way, or be taken off a later payout.',
  stripe_net_paid_out:
    'The part of the net that payouts have brought to the bank, less what was taken off them. Empty where that is not known, or in several currencies.',
  stripe_failure_reason: 'Why the latest payment failed. Empty if it succeeded.',
  stripe_subscription_status: 'Status of the Stripe subscription.',
  stripe_mrr:
    "Monthly recurring revenue as Stripe's Billing analytics shows it by default: active and overdue subscriptions, without trials, metered usage, taxes and temporary discounts. In the payment currency.",
  stripe_mrr_movement:
    "The latest change of the record's monthly recurring revenue, over all its customers: new, expansion, contraction, churn (to zero) or reactivation (from zero, after earlier revenue). None where there was no revenue yet. Empty where Stripe's invoices don't tell.",
  stripe_mrr_movement_currency: 'Currency of the latest MRR movement.',
  stripe_mrr_movement_amount:
    'By how much the latest MRR movement changed the monthly revenue: negative for contraction and churn, so that amounts in one currency can be summed.',
  stripe_mrr_movement_date:
    'Date of the latest MRR movement. Empty while no invoice tells the date.',
  stripe_mrr_movement_reason:
    "Why a subscription ended with the latest MRR movement: Stripe's cancellation reason, the customer's feedback and the beginning of their comment.",
  stripe_next_billing_date: 'Date when the subscription renews.',
  stripe_first_bill_amount:
    'Amount of the first bill when the trial ends, without tax that is added to it. Empty with discounts or metered usage. In the payment currency.',
  stripe_next_due_date: 'Due date of the next open invoice.',
  stripe_next_attempt_date: 'Date when Stripe tries again to collect an overdue invoice.',
  stripe_match:
    'How the payments that count were matched to this record. Shows the weakest evidence used.',
  stripe_review_count:
    'Number of payments that may belong to this record and wait for a user to decide.',
  stripe_moved_payments:
    'Payments that a user moved to another deal, or from one, with the deal IDs. The latest 20.',
  stripe_mode: 'Whether these are live or test payments.',
  stripe_last_synced_at: 'Date when the figures were last read from Stripe.',
  stripe_sync_error: "Why the last sync didn't finish. Empty if it finished.",
};
