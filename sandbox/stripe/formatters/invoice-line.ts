import type Stripe from 'stripe';
import type { InvoiceLineRow, InvoiceRow } from '../entities/invoice.ts';
import type { FormatView } from './view.ts';
import type { Wire } from './wire-type.ts';

type Formatted = Wire<Stripe.InvoiceLineItem>;

function formatParent(line: InvoiceLineRow): Formatted['parent'] {
  if (line.subscriptionItem !== null) {
    return {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
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

const formatPricing = (line: InvoiceLineRow): Formatted['pricing'] => ({
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
): Formatted => ({
  id: line.id,
  object: 'line_item',
  amount: line.amount,
  currency: invoice.currency,
  description: line.description,
  discount_amounts: line.discountAmounts.map((each) => ({ ...each })),
  discountable: true,
  discounts: [...line.discounts],
  invoice: invoice.id,
  livemode: view.livemode,
  metadata: line.metadata,
  parent: formatParent(line),
  period: { end: line.periodEnd, start: line.periodStart },
  pretax_credit_amounts: line.discountAmounts.map((each) => ({ ...each, type: 'discount' })),
  pricing: formatPricing(line),
  quantity: line.quantity,
  quantity_decimal: line.quantity === null ? null : String(line.quantity),
  subscription: line.subscription,
  subtotal: line.amount,
  taxes: [],
});
