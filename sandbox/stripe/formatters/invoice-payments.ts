import type Stripe from 'stripe';
import type { CreditNoteRow, InvoicePaymentRow } from '../entities/billing.ts';
import { nestedList, type FormatView, type Wire } from './view.ts';

export const formatInvoicePayment = (
  row: InvoicePaymentRow,
  view: FormatView,
): Stripe.InvoicePayment => ({
  id: row.id,
  object: 'invoice_payment',
  amount_paid: row.amountPaid,
  amount_requested: row.amountRequested,
  created: row.created,
  currency: row.currency,
  invoice: row.invoice,
  is_default: row.isDefault,
  livemode: view.livemode,
  payment: { payment_intent: row.paymentIntent, type: 'payment_intent' },
  status: row.status,
  status_transitions: { canceled_at: row.canceledAt, paid_at: row.paidAt },
});

function typeOf(row: CreditNoteRow): Stripe.CreditNote.Type {
  if (row.prePaymentAmount > 0 && row.postPaymentAmount > 0) return 'mixed';
  return row.postPaymentAmount > 0 ? 'post_payment' : 'pre_payment';
}

const formatLine = (row: CreditNoteRow, view: FormatView): Wire<Stripe.CreditNoteLineItem> => ({
  id: row.lineId,
  object: 'credit_note_line_item',
  amount: row.amount,
  description: row.lineDescription,
  discount_amount: 0,
  discount_amounts: [],
  livemode: view.livemode,
  metadata: {},
  pretax_credit_amounts: [],
  quantity: 1,
  tax_rates: [],
  taxes: [],
  type: 'custom_line_item',
  unit_amount: row.amount,
  unit_amount_decimal: String(row.amount),
});

export const formatCreditNote = (
  row: CreditNoteRow,
  view: FormatView,
): Wire<Stripe.CreditNote> => ({
  id: row.id,
  object: 'credit_note',
  amount: row.amount,
  amount_shipping: 0,
  created: row.created,
  currency: row.currency,
  customer: row.customer,
  customer_account: null,
  customer_balance_transaction: row.customerBalanceTransaction,
  discount_amount: 0,
  discount_amounts: [],
  effective_at: row.created,
  invoice: row.invoice,
  lines: nestedList([row], `/v1/credit_notes/${row.id}/lines`, (note) => formatLine(note, view)),
  livemode: view.livemode,
  memo: row.memo,
  metadata: row.metadata,
  number: row.number,
  out_of_band_amount: null,
  pdf: `https://pay.stripe.com/credit_notes/${row.pdfKey}/pdf?s=ap`,
  post_payment_amount: row.postPaymentAmount,
  pre_payment_amount: row.prePaymentAmount,
  pretax_credit_amounts: [],
  reason: row.reason,
  refunds: row.refunds.map((each) => ({
    amount_refunded: each.amount,
    payment_record_refund: null,
    refund: each.refund,
    type: 'refund',
  })),
  shipping_cost: null,
  status: 'issued',
  subtotal: row.amount,
  subtotal_excluding_tax: row.amount,
  total: row.amount,
  total_excluding_tax: row.amount,
  total_taxes: [],
  type: typeOf(row),
  voided_at: null,
});
