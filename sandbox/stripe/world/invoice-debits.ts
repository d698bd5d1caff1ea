import type { InvoicePaymentRow, InvoiceRow } from '../entities/billing.ts';
import { amountRemaining } from '../formatters/amounts.ts';
import { startBankDebit } from './bank-debits.ts';
import type { PaidInvoice } from './billing-requests.ts';
import { createdAt, theInvoice, timeOf, WorldRefusal, type WorldContext } from './context.ts';
import { recordInvoice, recordInvoicePayment } from './events.ts';
import {
  cancelInvoicePayment,
  openDefaultPayment,
  openInvoicePayment,
  paymentDescription,
} from './invoice-intents.ts';
import { nextAttempt, thePayable } from './invoice-payments.ts';
import { closePaid } from './invoices.ts';
import type { Payment } from './payment-request.ts';
import { followPaidInvoice, followUnpaidInvoice } from './subscription-status.ts';

/** The attempt counts from its start: for days the invoice is open, tried once, and nothing has failed. */
export function startInvoiceDebit(
  context: WorldContext,
  id: string,
  atMsAsked?: number,
): PaidInvoice {
  const atMs = timeOf(context, atMsAsked);
  const before = thePayable(context, id);
  const invoicePayment =
    openDefaultPayment(context, id) ?? openInvoicePayment(context, before, atMs);
  const payment = startBankDebit(context, {
    amount: amountRemaining(before),
    currency: before.currency,
    customer: before.customer.id,
    description: paymentDescription(before),
    paymentIntent: invoicePayment.paymentIntent,
    atMs,
  });
  const change = { attemptCount: before.attemptCount + 1, nextPaymentAttempt: null };
  const invoice = context.store.invoices.update(id, change, atMs);
  recordInvoice(context, 'invoice.updated', invoice, atMs, { attempt_count: before.attemptCount });
  return { invoice, invoicePayment, payment };
}

function openPaymentOf(context: WorldContext, intent: string): InvoicePaymentRow | undefined {
  return context.store.invoicePayments
    .newestFirst()
    .find(({ paymentIntent, status }) => paymentIntent === intent && status === 'open');
}

/** What became of the debit is what became of its invoice. */
export function followInvoiceDebit(
  context: WorldContext,
  { charge, paymentIntent }: Payment,
  atMsAsked?: number,
): void {
  const atMs = timeOf(context, atMsAsked);
  const own = openPaymentOf(context, paymentIntent.id);
  if (own === undefined) return;
  const invoice = theInvoice(context.store, own.invoice);
  if (charge.status === 'failed') {
    const change = { nextPaymentAttempt: nextAttempt(invoice, invoice.attemptCount, atMs) };
    const failed = context.store.invoices.update(invoice.id, change, atMs);
    recordInvoice(context, 'invoice.payment_failed', failed, atMs);
    followUnpaidInvoice(context, failed, false, atMs);
    return;
  }
  const paid = { status: 'paid', amountPaid: charge.amount, paidAt: createdAt(atMs) } as const;
  const row = context.store.invoicePayments.update(own.id, paid, atMs);
  recordInvoicePayment(context, 'invoice_payment.paid', row, atMs);
  closeWith(context, invoice, charge.amount, atMs);
}

function closeWith(
  context: WorldContext,
  { id, amountPaid }: InvoiceRow,
  amount: number,
  atMs: number,
): InvoiceRow {
  context.store.invoices.update(id, { amountPaid: amountPaid + amount }, atMs);
  const invoice = closePaid(context, id, atMs);
  followPaidInvoice(context, invoice, atMs);
  return invoice;
}

/**
 * Marked as paid by a person: no payment has the money, and since 2025-03-31.basil `amount_paid` has it.
 * https://docs.stripe.com/changelog/basil/2025-03-31/add-support-for-multiple-partial-payments-on-invoices
 */
export function payInvoiceOutside(
  context: WorldContext,
  id: string,
  atMsAsked?: number,
): InvoiceRow {
  const atMs = timeOf(context, atMsAsked);
  const before = thePayable(context, id);
  if (amountRemaining(before) <= 0)
    throw new WorldRefusal('Nothing of the invoice is left to pay.');
  cancelInvoicePayment(context, id, 'automatic', atMs);
  return closeWith(context, before, amountRemaining(before), atMs);
}
