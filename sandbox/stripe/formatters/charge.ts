import type Stripe from 'stripe';
import type { ChargeRow, Outcome } from '../entities/charge.ts';
import { addressIn } from './address.ts';
import { formatPaymentMethodDetails } from './payment-method-details.ts';
import type { FormatView } from './view.ts';

const formatOutcome = (outcome: Outcome): Stripe.Charge.Outcome => ({
  advice_code: outcome.adviceCode,
  network_advice_code: null,
  network_decline_code: outcome.networkDeclineCode,
  network_status: outcome.networkStatus,
  reason: outcome.reason,
  risk_level: 'normal',
  risk_score: 18,
  seller_message: outcome.sellerMessage,
  type: outcome.type,
});

export const isFullyRefunded = (charge: ChargeRow): boolean =>
  charge.amountRefunded >= charge.amount;

/** `refunds` is absent, as on the real service, until it is expanded. */
export function formatCharge(row: ChargeRow, view: FormatView): Stripe.Charge {
  const isCard = row.method.type === 'card';
  return {
    id: row.id,
    object: 'charge',
    amount: row.amount,
    amount_captured: row.amountCaptured,
    amount_refunded: row.amountRefunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: row.balanceTransaction,
    billing_details: {
      address: addressIn(row.method.type === 'card' ? row.method.country : 'US'),
      email: row.billingEmail,
      name: row.billingName,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: isCard ? 'NORTHWIND SUPPLY' : null,
    captured: row.isCaptured,
    created: row.created,
    currency: row.currency,
    customer: row.customer,
    description: row.description,
    disputed: row.isDisputed,
    failure_balance_transaction: row.failureBalanceTransaction,
    failure_code: row.failureCode,
    failure_message: row.failureMessage,
    fraud_details: {},
    livemode: view.livemode,
    metadata: row.metadata,
    on_behalf_of: null,
    outcome: formatOutcome(row.outcome),
    paid: row.status === 'succeeded',
    payment_intent: row.paymentIntent,
    payment_method: row.paymentMethod,
    payment_method_details: formatPaymentMethodDetails(row),
    receipt_email: null,
    receipt_number: null,
    receipt_url:
      row.status === 'succeeded' ? `https://pay.stripe.com/receipts/payment/${row.id}` : null,
    refunded: isFullyRefunded(row),
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: row.statementDescriptorSuffix,
    status: row.status,
    transfer_data: null,
    transfer_group: row.transferGroup,
  };
}
