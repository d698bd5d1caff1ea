import type Stripe from 'stripe';
import type { InvoiceLineRow, InvoiceRow } from '../entities/billing.ts';
import {
  amountDue,
  amountRemaining,
  invoiceTaxes,
  lineTaxes,
  subtotalExcludingTax,
  subtotalOf,
  totalDiscountAmounts,
  totalOf,
} from './amounts.ts';
import { formatTax, sumOfTaxes, formatAutomaticTax } from './tax.ts';
import { addressIn, nestedList, type FormatView, type Wire } from './view.ts';

type FormattedLine = Wire<Stripe.InvoiceLineItem>;

function formatLineParent(line: InvoiceLineRow): FormattedLine['parent'] {
  if (line.subscriptionItem !== null) {
    return {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: line.invoiceItem,
        proration: line.isProration,
        proration_details: { credited_items: null },
        subscription: line.subscription,
        subscription_item: line.subscriptionItem,
      },
      type: 'subscription_item_details',
    };
  }
  if (line.invoiceItem === null) return null;
  return {
    invoice_item_details: {
      invoice_item: line.invoiceItem,
      proration: false,
      proration_details: { credited_items: null },
      subscription: null,
    },
    subscription_item_details: null,
    type: 'invoice_item_details',
  };
}

const formatPricing = (line: InvoiceLineRow): FormattedLine['pricing'] => ({
  ...(line.price === null || line.product === null
    ? {}
    : { price_details: { price: line.price, product: line.product } }),
  type: 'price_details',
  unit_amount_decimal: line.unitAmountDecimal,
});

/** `amount` and `subtotal` are before discounts. */
export const formatInvoiceLine = (
  line: InvoiceLineRow,
  invoice: InvoiceRow,
  view: FormatView,
): FormattedLine => ({
  id: line.id,
  object: 'line_item',
  amount: line.amount,
  currency: invoice.currency,
  description: line.description,
  discount_amounts: line.discountAmounts.map((each) => ({ ...each })),
  discountable: !line.isProration,
  discounts: [...line.discounts],
  invoice: invoice.id,
  livemode: view.livemode,
  metadata: line.metadata,
  parent: formatLineParent(line),
  period: { end: line.periodEnd, start: line.periodStart },
  pretax_credit_amounts: line.discountAmounts.map((each) => ({ ...each, type: 'discount' })),
  pricing: formatPricing(line),
  quantity: line.quantity,
  quantity_decimal: line.quantity === null ? null : String(line.quantity),
  subscription: line.subscription,
  subtotal: line.amount,
  taxes: lineTaxes(line, invoice).map(formatTax),
});

type Formatted = Wire<Stripe.Invoice>;

const UNUSED = {
  account_country: null,
  account_tax_ids: null,
  amount_overpaid: 0,
  amount_shipping: 0,
  application: null,
  automatically_finalizes_at: null,
  customer_account: null,
  customer_shipping: null,
  default_payment_method: null,
  default_source: null,
  from_invoice: null,
  last_finalization_error: null,
  latest_revision: null,
  on_behalf_of: null,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  statement_descriptor: null,
  test_clock: null,
} as const;

function formatCustomerFields({
  customer,
}: InvoiceRow): Pick<
  Formatted,
  | 'customer'
  | 'customer_address'
  | 'customer_email'
  | 'customer_name'
  | 'customer_phone'
  | 'customer_tax_exempt'
  | 'customer_tax_ids'
> {
  return {
    customer: customer.id,
    customer_address: customer.country === null ? null : addressIn(customer.country),
    customer_email: customer.email,
    customer_name: customer.name,
    customer_phone: customer.phone,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
  };
}

function formatAmounts(
  row: InvoiceRow,
): Pick<
  Formatted,
  | 'amount_due'
  | 'amount_paid'
  | 'amount_remaining'
  | 'ending_balance'
  | 'post_payment_credit_notes_amount'
  | 'pre_payment_credit_notes_amount'
  | 'starting_balance'
  | 'subtotal'
  | 'subtotal_excluding_tax'
  | 'total'
  | 'total_discount_amounts'
  | 'total_excluding_tax'
  | 'total_pretax_credit_amounts'
  | 'total_taxes'
> {
  const discounts = totalDiscountAmounts(row);
  return {
    amount_due: amountDue(row),
    amount_paid: row.amountPaid,
    amount_remaining: amountRemaining(row),
    ending_balance: row.endingBalance,
    post_payment_credit_notes_amount: row.postPaymentCredit,
    pre_payment_credit_notes_amount: row.prePaymentCredit,
    starting_balance: row.startingBalance,
    subtotal: subtotalOf(row),
    subtotal_excluding_tax: subtotalExcludingTax(row),
    total: totalOf(row),
    total_discount_amounts: discounts.map((each) => ({ ...each })),
    total_excluding_tax: totalOf(row) - sumOfTaxes(invoiceTaxes(row)),
    total_pretax_credit_amounts: discounts.map((each) => ({ ...each, type: 'discount' })),
    total_taxes: invoiceTaxes(row).map(formatTax),
  };
}

/** Both addresses exist from the moment the invoice is final. */
function formatAddresses(
  row: InvoiceRow,
  { livemode }: FormatView,
): Pick<Formatted, 'hosted_invoice_url' | 'invoice_pdf'> {
  if (row.finalizedAt === null) return { hosted_invoice_url: null, invoice_pdf: null };
  const key = `${livemode ? 'live' : 'test'}_${row.hostedKey}`;
  return {
    hosted_invoice_url: `https://invoice.stripe.com/i/${key}?s=ap`,
    invoice_pdf: `https://pay.stripe.com/invoice/${key}/pdf?s=ap`,
  };
}

const formatParent = (row: InvoiceRow): Formatted['parent'] =>
  row.subscription === null
    ? null
    : {
        quote_details: null,
        subscription_details: {
          metadata: row.subscriptionMetadata,
          subscription: row.subscription,
        },
        type: 'subscription_details',
      };

/** `payments` is absent, as on the real service, until it is expanded. */
export const formatInvoice = (row: InvoiceRow, view: FormatView): Formatted => ({
  ...UNUSED,
  ...formatAmounts(row),
  ...formatCustomerFields(row),
  ...formatAddresses(row, view),
  id: row.id,
  object: 'invoice',
  account_name: 'Northwind Supply',
  attempt_count: row.attemptCount,
  attempted: row.attemptCount > 0 || row.paidAt !== null,
  auto_advance: row.status === 'draft' || row.nextPaymentAttempt !== null,
  automatic_tax: formatAutomaticTax(row),
  billing_reason: row.billingReason,
  collection_method: row.collectionMethod,
  created: row.created,
  currency: row.currency,
  custom_fields:
    row.customFields.length === 0 ? null : row.customFields.map((each) => ({ ...each })),
  default_tax_rates: [],
  description: row.description,
  footer: row.footer,
  discounts: [...row.discounts],
  due_date: row.dueDate,
  effective_at: row.finalizedAt,
  issuer: { type: 'self' },
  lines: nestedList(row.lines, `/v1/invoices/${row.id}/lines`, (line) =>
    formatInvoiceLine(line, row, view),
  ),
  livemode: view.livemode,
  metadata: row.metadata,
  next_payment_attempt: row.nextPaymentAttempt,
  number: row.number,
  parent: formatParent(row),
  payment_settings: {
    default_mandate: null,
    payment_method_options: null,
    payment_method_types: null,
  },
  period_end: row.periodEnd,
  period_start: row.periodStart,
  status: row.status,
  status_transitions: {
    finalized_at: row.finalizedAt,
    marked_uncollectible_at: row.markedUncollectibleAt,
    paid_at: row.paidAt,
    voided_at: row.voidedAt,
  },
  webhooks_delivered_at: row.created,
});
