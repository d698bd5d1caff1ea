import type Stripe from 'stripe';
import type { CustomerRow } from '../entities/payments.ts';
import { addressIn, type FormatView } from './view.ts';

export const formatDeletedCustomer = (row: CustomerRow): Stripe.DeletedCustomer => ({
  id: row.id,
  object: 'customer',
  deleted: true,
});

export const invoicePrefix = (row: CustomerRow): string => row.id.slice(-8).toUpperCase();

/** @param discountOf finds the customer's own discount, which is part of the answer and not an id. */
export const formatCustomer = (
  row: CustomerRow,
  view: FormatView,
  discountOf: (id: string) => Stripe.Discount | null = () => null,
): Stripe.Customer => ({
  id: row.id,
  object: 'customer',
  address: row.country === null ? null : addressIn(row.country),
  balance: row.balance,
  created: row.created,
  currency: row.currency,
  default_source: null,
  delinquent: row.isDelinquent,
  description: row.description,
  discount: row.discount === null ? null : discountOf(row.discount),
  email: row.email,
  invoice_prefix: invoicePrefix(row),
  invoice_settings: {
    custom_fields: null,
    default_payment_method: null,
    footer: null,
    rendering_options: null,
  },
  livemode: view.livemode,
  metadata: row.metadata,
  name: row.name,
  next_invoice_sequence: row.nextInvoiceSequence,
  phone: row.phone,
  preferred_locales: [],
  shipping: null,
  tax_exempt: 'none',
  test_clock: null,
});
