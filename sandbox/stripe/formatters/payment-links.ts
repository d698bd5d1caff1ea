import type Stripe from 'stripe';
import type { PaymentLinkRow } from '../entities/payment-links.ts';
import type { FormatView, Wire } from './view.ts';

type Formatted = Wire<Stripe.PaymentLink>;

const UNUSED = {
  allow_promotion_codes: false,
  application: null,
  application_fee_amount: null,
  application_fee_percent: null,
  billing_address_collection: 'auto',
  consent_collection: null,
  managed_payments: null,
  on_behalf_of: null,
  optional_items: null,
  payment_method_options: null,
  phone_number_collection: { enabled: false },
  shipping_address_collection: null,
  submit_type: 'auto',
  tax_id_collection: { enabled: false, required: 'never' },
  transfer_data: null,
} as const;

function formatAfterCompletion({ afterCompletion }: PaymentLinkRow): Formatted['after_completion'] {
  return afterCompletion.type === 'redirect'
    ? { redirect: { url: afterCompletion.url }, type: 'redirect' }
    : {
        hosted_confirmation: { custom_message: afterCompletion.message },
        type: 'hosted_confirmation',
      };
}

/** Only a link that is paid once can make invoices of its own. */
function formatInvoiceCreation({
  mode,
  invoiceData,
}: PaymentLinkRow): Formatted['invoice_creation'] {
  if (mode === 'subscription') return null;
  return {
    enabled: invoiceData !== null,
    invoice_data: {
      account_tax_ids: null,
      custom_fields: null,
      description: invoiceData?.description ?? null,
      footer: invoiceData?.footer ?? null,
      issuer: null,
      metadata: invoiceData?.metadata ?? {},
      rendering_options: null,
    },
  };
}

const formatPaymentIntentData = ({
  paymentIntentData: data,
}: PaymentLinkRow): Formatted['payment_intent_data'] =>
  data === null
    ? null
    : {
        capture_method: null,
        description: data.description,
        metadata: data.metadata,
        setup_future_usage: null,
        statement_descriptor: null,
        statement_descriptor_suffix: data.statementDescriptorSuffix,
        transfer_group: null,
      };

const formatSubscriptionData = ({
  mode,
  subscriptionData: data,
}: PaymentLinkRow): Formatted['subscription_data'] =>
  mode === 'payment'
    ? null
    : {
        description: data?.description ?? null,
        invoice_settings: {
          account_tax_ids: null,
          custom_fields: null,
          description: null,
          footer: null,
          issuer: { type: 'self' },
        },
        metadata: data?.metadata ?? {},
        trial_period_days: data?.trialPeriodDays ?? null,
        trial_settings: {
          end_behavior: { missing_payment_method: 'create_invoice' },
        },
      };

/** `line_items` is absent, as on the real service, until it is expanded. */
export const formatPaymentLink = (row: PaymentLinkRow, view: FormatView): Formatted => ({
  ...UNUSED,
  automatic_tax: {
    enabled: row.isTaxAutomatic === true,
    liability: row.isTaxAutomatic === true ? { type: 'self' } : null,
  },
  id: row.id,
  object: 'payment_link',
  active: row.isActive,
  after_completion: formatAfterCompletion(row),
  currency: row.currency,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer_creation: row.createsCustomer ? 'always' : 'if_required',
  inactive_message: row.inactiveMessage,
  invoice_creation: formatInvoiceCreation(row),
  livemode: view.livemode,
  metadata: row.metadata,
  payment_intent_data: formatPaymentIntentData(row),
  payment_method_collection: 'always',
  payment_method_types: row.paymentMethodTypes === null ? null : [...row.paymentMethodTypes],
  restrictions:
    row.limit === null
      ? null
      : { completed_sessions: { count: row.completedCount, limit: row.limit } },
  shipping_options: [],
  subscription_data: formatSubscriptionData(row),
  url: `https://buy.stripe.com/${view.livemode ? '' : 'test_'}${row.urlKey}`,
});
