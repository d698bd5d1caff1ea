import type { InvoicePaymentRow, InvoiceRow } from '../entities/billing.ts';
import { amountRemaining } from '../formatters/amounts.ts';
import type { InvoiceDecline, InvoicePaymentRequest, PaidInvoice } from './billing-requests.ts';
import { recordInvoice, recordInvoicePayment } from './events.ts';
import { payByCard, payDeclined } from './card-payments.ts';
import { createdAt, theInvoice, timeOf, WorldRefusal, type WorldContext } from './context.ts';
import {
  followRemaining,
  openDefaultPayment,
  openInvoicePayment,
  paymentDescription,
  storeInvoicePayment,
} from './invoice-intents.ts';
import { closePaid } from './invoices.ts';
import type { CardPayment, Payment } from './payment-request.ts';
import { followPaidInvoice, followUnpaidInvoice } from './subscription-status.ts';

export function thePayable(context: WorldContext, id: string): InvoiceRow {
  const invoice = theInvoice(context.store, id);
  if (invoice.status === 'open' || invoice.status === 'uncollectible') return invoice;
  throw new WorldRefusal(`The invoice ${id} is ${invoice.status} and cannot be paid.`);
}

const cardPayment = (
  invoice: InvoiceRow,
  amount: number,
  { card }: Pick<InvoicePaymentRequest, 'card'>,
  atMs: number,
): CardPayment => ({
  amount,
  currency: invoice.currency,
  customer: invoice.customer.id,
  description: paymentDescription(invoice),
  ...(card === undefined ? {} : { card }),
  atMs,
});

interface Taken {
  readonly payment: Payment;
  readonly invoicePayment: InvoicePaymentRow;
}

/** All that is left goes through Stripe's own payment, a part through one of its own. */
function take(
  context: WorldContext,
  invoice: InvoiceRow,
  amount: number,
  request: InvoicePaymentRequest,
  atMs: number,
): Taken {
  const asked = cardPayment(invoice, amount, request, atMs);
  if (amount < amountRemaining(invoice)) {
    const payment = payByCard(context, asked);
    const paymentIntent = payment.paymentIntent.id;
    const part = { paymentIntent, amountRequested: amount, isDefault: false };
    return { payment, invoicePayment: storeInvoicePayment(context, invoice, part, atMs) };
  }
  const own = openDefaultPayment(context, invoice.id) ?? openInvoicePayment(context, invoice, atMs);
  const payment = payByCard(context, { ...asked, paymentIntent: own.paymentIntent });
  return { payment, invoicePayment: own };
}

export function payInvoice(
  context: WorldContext,
  id: string,
  request: InvoicePaymentRequest = {},
): PaidInvoice {
  const atMs = timeOf(context, request.atMs);
  const before = thePayable(context, id);
  const amount = request.amount ?? amountRemaining(before);
  if (amount <= 0 || amount > amountRemaining(before)) {
    throw new WorldRefusal('No more can be paid than is left of the invoice.');
  }
  const { payment, invoicePayment } = take(context, before, amount, request, atMs);
  const paid = context.store.invoicePayments.update(
    invoicePayment.id,
    { status: 'paid', amountPaid: amount, paidAt: createdAt(atMs) },
    atMs,
  );
  const change = { amountPaid: before.amountPaid + amount, attemptCount: before.attemptCount + 1 };
  const changed = context.store.invoices.update(id, change, atMs);
  recordInvoicePayment(context, 'invoice_payment.paid', paid, atMs);
  if (amountRemaining(changed) > 0) {
    followRemaining(context, changed, atMs);
    recordInvoice(context, 'invoice.updated', changed, atMs, { amount_paid: before.amountPaid });
    return { invoice: changed, invoicePayment: paid, payment };
  }
  const invoice = closePaid(context, id, atMs);
  followPaidInvoice(context, invoice, atMs);
  return { invoice, invoicePayment: paid, payment };
}

const DAY_SECONDS = 24 * 60 * 60;
/** The waits between the attempts of a plain retry schedule. */
const RETRY_DAYS = [3, 5, 7] as const;

export function nextAttempt(
  invoice: InvoiceRow,
  attemptCount: number,
  atMs: number,
): number | null {
  if (invoice.collectionMethod === 'send_invoice') return null;
  const days = RETRY_DAYS[attemptCount - 1];
  return days === undefined ? null : createdAt(atMs) + days * DAY_SECONDS;
}

export function failInvoicePayment(
  context: WorldContext,
  id: string,
  decline: InvoiceDecline = {},
): PaidInvoice {
  const atMs = timeOf(context, decline.atMs);
  const before = thePayable(context, id);
  const invoicePayment =
    openDefaultPayment(context, id) ?? openInvoicePayment(context, before, atMs);
  const payment = payDeclined(context, {
    ...cardPayment(before, amountRemaining(before), decline, atMs),
    paymentIntent: invoicePayment.paymentIntent,
    ...(decline.reason === undefined ? {} : { reason: decline.reason }),
  });
  const attemptCount = before.attemptCount + 1;
  const isFinal = decline.isFinal ?? false;
  const nextPaymentAttempt = isFinal ? null : nextAttempt(before, attemptCount, atMs);
  const change = { attemptCount, nextPaymentAttempt };
  const invoice = context.store.invoices.update(id, change, atMs);
  recordInvoice(context, 'invoice.payment_failed', invoice, atMs);
  context.store.customers.update(invoice.customer.id, { isDelinquent: true }, atMs);
  followUnpaidInvoice(context, invoice, isFinal, atMs);
  return { invoice, invoicePayment, payment };
}
