import type Stripe from 'stripe';
import type { InvoicePaymentRow } from '../entities/invoice-payment.ts';
import type { FormatView } from './view.ts';

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
