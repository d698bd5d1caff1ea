import type Stripe from 'stripe';
import type { CheckoutItemRow, CheckoutSessionRow } from '../entities/billing.ts';
import type { PriceRow } from '../entities/catalogue.ts';
import { amountDiscount, amountSubtotal, amountTax, amountTotal, itemTaxes } from './amounts.ts';
import { exclusiveTaxes, sumOfTaxes } from './tax.ts';
import { formatPrice } from './catalogue.ts';
import { addressIn, type FormatView, type Wire } from './view.ts';

type Formatted = Wire<Stripe.Checkout.Session>;

const UNUSED = {
  adaptive_pricing: null,
  after_expiration: null,
  allow_promotion_codes: null,
  allowed_payment_method_types: null,
  billing_address_collection: null,
  client_secret: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  customer_account: null,
  integration_identifier: null,
  locale: null,
  managed_payments: null,
  origin_context: null,
  payment_method_configuration_details: null,
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  shipping_address_collection: null,
  shipping_cost: null,
  submit_type: null,
  wallet_options: null,
} as const;

const formatDetails = ({ payer }: CheckoutSessionRow): Formatted['customer_details'] =>
  payer === null
    ? null
    : {
        address: addressIn(payer.country),
        business_name: null,
        email: payer.email,
        individual_name: null,
        name: payer.name,
        phone: null,
        tax_exempt: 'none',
        tax_ids: [],
      };

/** Setup mode has no money: its amounts are null. */
function formatMoney(
  row: CheckoutSessionRow,
): Pick<Formatted, 'amount_subtotal' | 'amount_total' | 'currency' | 'total_details'> {
  if (row.mode === 'setup') {
    return { amount_subtotal: null, amount_total: null, currency: null, total_details: null };
  }
  return {
    amount_subtotal: amountSubtotal(row),
    amount_total: amountTotal(row),
    currency: row.currency,
    total_details: {
      amount_discount: amountDiscount(row),
      amount_shipping: 0,
      amount_tax: amountTax(row),
    },
  };
}

const formatAutomaticTax = ({
  isTaxAutomatic,
  status,
}: CheckoutSessionRow): Formatted['automatic_tax'] =>
  isTaxAutomatic
    ? {
        ...{ enabled: true, liability: { type: 'self' }, provider: 'stripe' },
        // The page asks for the address.
        status: status === 'complete' ? 'complete' : 'requires_location_inputs',
      }
    : { enabled: false, liability: null, provider: null, status: null };

const formatInvoiceCreation = ({ mode }: CheckoutSessionRow): Formatted['invoice_creation'] =>
  mode === 'payment'
    ? {
        enabled: false,
        invoice_data: {
          account_tax_ids: null,
          custom_fields: null,
          description: null,
          footer: null,
          issuer: null,
          metadata: {},
          rendering_options: null,
        },
      }
    : null;

/** `line_items` is absent, as on the real service, until it is expanded. */
export const formatCheckoutSession = (row: CheckoutSessionRow, view: FormatView): Formatted => ({
  ...UNUSED,
  ...formatMoney(row),
  id: row.id,
  object: 'checkout.session',
  automatic_tax: formatAutomaticTax(row),
  cancel_url: 'https://northwind.example/cancel',
  client_reference_id: row.clientReferenceId,
  collected_information: { business_name: null, individual_name: null, shipping_details: null },
  created: row.created,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer: row.customer,
  customer_creation: row.mode === 'payment' ? 'if_required' : null,
  customer_details: formatDetails(row),
  customer_email: row.customerEmail,
  discounts: row.coupon === null ? [] : [{ coupon: row.coupon, promotion_code: null }],
  expires_at: row.expiresAt,
  invoice: row.invoice,
  invoice_creation: formatInvoiceCreation(row),
  livemode: view.livemode,
  metadata: row.metadata,
  mode: row.mode,
  payment_intent: row.paymentIntent,
  payment_link: row.paymentLink,
  payment_method_collection: row.mode === 'subscription' ? 'always' : 'if_required',
  payment_method_options: {},
  payment_method_types: ['card'],
  payment_status: row.paymentStatus,
  phone_number_collection: { enabled: false },
  setup_intent: row.setupIntent,
  shipping_options: [],
  status: row.status,
  subscription: row.subscription,
  success_url: 'https://northwind.example/success',
  ui_mode: 'hosted_page',
  url: row.status === 'open' ? `https://checkout.stripe.com/c/pay/${row.id}` : null,
});

export const formatCheckoutItem = (
  row: CheckoutItemRow,
  session: Pick<CheckoutSessionRow, 'taxRates'>,
  price: PriceRow,
  view: FormatView,
): Wire<Stripe.LineItem> => ({
  id: row.id,
  object: 'item',
  adjustable_quantity: null,
  amount_discount: row.amountDiscount,
  amount_subtotal: row.amountSubtotal,
  amount_tax: sumOfTaxes(itemTaxes(row, session)),
  amount_total: row.amountSubtotal - row.amountDiscount + exclusiveTaxes(itemTaxes(row, session)),
  currency: price.currency,
  description: row.description,
  metadata: {},
  price: formatPrice(price, view),
  quantity: row.quantity,
});
