import type Stripe from 'stripe';
import type { InvoiceItemRow } from '../entities/invoice-items.ts';
import type { FormatView, Wire } from './view.ts';

type Formatted = Wire<Stripe.InvoiceItem>;

const formatPricing = ({ price, product, unitAmountDecimal }: InvoiceItemRow) => ({
  ...(price === null || product === null ? {} : { price_details: { price, product } }),
  type: 'price_details' as const,
  unit_amount_decimal: unitAmountDecimal,
});

export const formatInvoiceItem = (row: InvoiceItemRow, { livemode }: FormatView): Formatted => ({
  id: row.id,
  object: 'invoiceitem',
  amount: row.amount,
  currency: row.currency,
  customer: row.customer,
  customer_account: null,
  date: row.created,
  description: row.description,
  discountable: true,
  discounts: [],
  invoice: row.invoice,
  livemode,
  metadata: row.metadata,
  net_amount: row.amount,
  parent: null,
  period: { end: row.created, start: row.created },
  pricing: formatPricing(row),
  proration: false,
  quantity: row.quantity,
  quantity_decimal: String(row.quantity),
  tax_rates: [],
  test_clock: null,
});
