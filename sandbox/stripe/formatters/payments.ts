import type Stripe from 'stripe';
import type {
  BankAccountMethod,
  CardMethod,
  ChargeRow,
  Outcome,
  RefundRow,
} from '../entities/payments.ts';
import { addressIn, type FormatView } from './view.ts';

function formatCard(card: CardMethod, charge: ChargeRow): Stripe.Charge.PaymentMethodDetails.Card {
  return {
    amount_authorized: charge.status === 'failed' ? null : charge.amount,
    authorization_code: null,
    brand: card.brand,
    ...(charge.captureBefore === null ? {} : { capture_before: charge.captureBefore }),
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: card.country,
    electronic_commerce_indicator: null,
    exp_month: 8,
    exp_year: 2030,
    extended_authorization: { status: 'disabled' },
    fingerprint: card.fingerprint,
    funding: 'credit',
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    multicapture: { status: charge.isMulticapture ? 'available' : 'unavailable' },
    network: card.brand,
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: charge.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}

const formatBankAccount = (
  bank: BankAccountMethod,
): Stripe.Charge.PaymentMethodDetails.UsBankAccount => ({
  account_holder_type: 'company',
  account_type: 'checking',
  bank_name: bank.bankName,
  fingerprint: bank.fingerprint,
  last4: bank.last4,
  payment_reference: null,
  routing_number: '110000000',
});

const formatPaymentMethodDetails = (charge: ChargeRow): Stripe.Charge.PaymentMethodDetails =>
  charge.method.type === 'card'
    ? { type: 'card', card: formatCard(charge.method, charge) }
    : { type: 'us_bank_account', us_bank_account: formatBankAccount(charge.method) };

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
  charge.amountRefunded > 0 &&
  charge.amountRefunded >= charge.amountCaptured + charge.refundedUncaptured;

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
    ...(row.presentment === null
      ? {}
      : {
          presentment_details: {
            presentment_amount: row.presentment.amount,
            presentment_currency: row.presentment.currency,
          },
        }),
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
    transfer_data: row.transfer,
    transfer_group: row.transferGroup,
  };
}

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
