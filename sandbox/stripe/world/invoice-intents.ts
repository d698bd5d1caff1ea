import type { BillingReason, InvoicePaymentRow, InvoiceRow } from '../entities/billing.ts';
import { amountRemaining } from '../formatters/amounts.ts';
import { openIntent } from './attempt.ts';
import { createdAt, type WorldContext } from './context.ts';
import { recordPaymentIntent } from './events.ts';

/** What Stripe writes as the description of the payment and its charge, as its exports show it. */
const DESCRIPTIONS: Readonly<Record<BillingReason, string>> = {
  manual: 'Payment for Invoice',
  subscription_create: 'Subscription creation',
  subscription_cycle: 'Subscription update',
  subscription_update: 'Subscription update',
};

export const paymentDescription = (invoice: InvoiceRow): string =>
  DESCRIPTIONS[invoice.billingReason];

export function storeInvoicePayment(
  context: WorldContext,
  invoice: InvoiceRow,
  payment: Pick<InvoicePaymentRow, 'paymentIntent' | 'amountRequested' | 'isDefault'>,
  atMs: number,
): InvoicePaymentRow {
  return context.store.invoicePayments.insert(
    {
      ...payment,
      id: context.ids.next('inpay_1'),
      created: createdAt(atMs),
      invoice: invoice.id,
      currency: invoice.currency,
      amountPaid: null,
      status: 'open',
      canceledAt: null,
      paidAt: null,
    },
    atMs,
  );
}

/** The payment that Stripe itself makes for what is due. The invoice's metadata stays with it. */
export function openInvoicePayment(
  context: WorldContext,
  invoice: InvoiceRow,
  atMs: number,
): InvoicePaymentRow {
  const amount = amountRemaining(invoice);
  const { id } = openIntent(
    context,
    {
      amount,
      currency: invoice.currency,
      customer: invoice.customer.id,
      description: paymentDescription(invoice),
    },
    'automatic_async',
    'card',
    atMs,
  );
  return storeInvoicePayment(
    context,
    invoice,
    { paymentIntent: id, amountRequested: amount, isDefault: true },
    atMs,
  );
}

export const openDefaultPayment = (
  context: WorldContext,
  invoiceId: string,
): InvoicePaymentRow | undefined =>
  context.store.invoicePayments
    .inGroup(invoiceId)
    .find((payment) => payment.isDefault && payment.status === 'open');

/** Brings Stripe's own payment to what is left. */
export function followRemaining(context: WorldContext, invoice: InvoiceRow, atMs: number): void {
  const own = openDefaultPayment(context, invoice.id);
  if (own === undefined) return;
  const amount = amountRemaining(invoice);
  context.store.paymentIntents.update(own.paymentIntent, { amount }, atMs);
  context.store.invoicePayments.update(own.id, { amountRequested: amount }, atMs);
}

/** It can no longer be paid. */
export function cancelInvoicePayment(
  context: WorldContext,
  invoiceId: string,
  reason: 'void_invoice' | 'automatic',
  atMs: number,
): void {
  const own = openDefaultPayment(context, invoiceId);
  if (own === undefined) return;
  const canceledAt = createdAt(atMs);
  context.store.invoicePayments.update(own.id, { status: 'canceled', canceledAt }, atMs);
  const intent = context.store.paymentIntents.update(
    own.paymentIntent,
    { status: 'canceled', canceledAt, cancellationReason: reason },
    atMs,
  );
  recordPaymentIntent(context, 'payment_intent.canceled', intent, atMs);
}
