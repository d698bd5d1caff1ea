import type Stripe from 'stripe';
import type { PaymentError, PaymentIntentRow } from '../entities/payments.ts';
import type { FormatView } from './view.ts';

const formatError = (error: PaymentError): Stripe.PaymentIntent.LastPaymentError => ({
  ...(error.charge === null ? {} : { charge: error.charge }),
  code: error.code,
  ...(error.declineCode === null ? {} : { decline_code: error.declineCode }),
  doc_url: `https://stripe.com/docs/error-codes/${error.code.replaceAll('_', '-')}`,
  message: error.message,
  type: error.code === 'card_declined' ? 'card_error' : 'invalid_request_error',
});

function formatMethodOptions(row: PaymentIntentRow): Stripe.PaymentIntent.PaymentMethodOptions {
  if (row.methodType === 'boleto') return { boleto: { expires_after_days: 3 } };
  if (row.methodType === 'customer_balance')
    return { customer_balance: { funding_type: 'bank_transfer' } };
  if (row.methodType === 'us_bank_account') {
    return { us_bank_account: { verification_method: 'automatic' } };
  }
  return {
    card: {
      installments: null,
      mandate_options: null,
      network: null,
      request_three_d_secure: 'automatic',
    },
  };
}

function formatNextAction({
  nextAction,
  currency,
}: PaymentIntentRow): Stripe.PaymentIntent.NextAction | null {
  switch (nextAction?.type) {
    case undefined:
      return null;
    case 'authentication':
      return { type: 'use_stripe_sdk', use_stripe_sdk: {} };
    case 'boleto':
      return {
        type: 'boleto_display_details',
        boleto_display_details: {
          expires_at: null,
          hosted_voucher_url: null,
          number: null,
          pdf: null,
        },
      };
    case 'bank-transfer':
      return {
        type: 'display_bank_transfer_instructions',
        display_bank_transfer_instructions: {
          amount_remaining: nextAction.remaining,
          currency,
          hosted_instructions_url: null,
          reference: null,
          type: 'us_bank_transfer',
        },
      };
  }
}

export const formatPaymentIntent = (
  row: PaymentIntentRow,
  view: FormatView,
): Stripe.PaymentIntent => ({
  id: row.id,
  object: 'payment_intent',
  allowed_payment_method_types: null,
  amount: row.amount,
  amount_capturable: row.amountCapturable,
  amount_details: { tip: {} },
  amount_received: row.amountReceived,
  application: null,
  application_fee_amount: null,
  automatic_payment_methods: { allow_redirects: 'always', enabled: true },
  canceled_at: row.canceledAt,
  cancellation_reason: row.cancellationReason,
  capture_method: row.captureMethod,
  client_secret: row.clientSecret,
  confirmation_method: 'automatic',
  created: row.created,
  currency: row.currency,
  customer: row.customer,
  customer_account: null,
  description: row.description,
  excluded_payment_method_types: null,
  last_payment_error: row.lastPaymentError === null ? null : formatError(row.lastPaymentError),
  latest_charge: row.latestCharge,
  livemode: view.livemode,
  managed_payments: null,
  metadata: row.metadata,
  next_action: formatNextAction(row),
  on_behalf_of: null,
  payment_method: row.paymentMethod,
  payment_method_configuration_details: null,
  payment_method_options: formatMethodOptions(row),
  payment_method_types: [row.methodType],
  payment_record: null,
  processing: null,
  receipt_email: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: row.status,
  transfer_data: null,
  transfer_group: null,
});
