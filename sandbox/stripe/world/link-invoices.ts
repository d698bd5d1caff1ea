import { createdAt, theCustomer, thePaymentLink, timeOf, type WorldContext } from './context.ts';
import { recordInvoice, recordInvoicePayment } from './events.ts';
import { storeInvoicePayment } from './invoice-intents.ts';
import { manualLine } from './invoice-lines.ts';
import { closePaid, numbered, storeDraft } from './invoices.ts';
import type { Payment } from './payment-request.ts';

/** The paid invoice that a link makes of each payment, where it was asked for: once the money is there. */
export function invoiceLinkPayment(
  context: WorldContext,
  { charge, paymentIntent }: Payment,
  atMsAsked?: number,
): void {
  const session = context.store.checkoutSessions
    .newestFirst()
    .find((row) => row.paymentIntent === paymentIntent.id);
  const link =
    session === undefined || session.paymentLink === null
      ? undefined
      : thePaymentLink(context.store, session.paymentLink);
  if (session === undefined || link === undefined || link.invoiceData === null) return;
  if (charge.status !== 'succeeded' || session.customer === null) return;
  const atMs = timeOf(context, atMsAsked);
  const { currency, invoiceData } = link;
  const draft = storeDraft(
    context,
    {
      id: context.ids.next('in_1'),
      customer: theCustomer(context.store, session.customer),
      currency,
      lines: session.items.map((item) => manualLine(context, item, currency, atMs)),
      discounts: [],
      taxRates: [],
      billingReason: 'manual',
      collectionMethod: 'charge_automatically',
      subscription: null,
      dueDate: null,
      periodStart: createdAt(atMs),
      periodEnd: createdAt(atMs),
      number: null,
      description: invoiceData.description,
      metadata: invoiceData.metadata,
    },
    atMs,
  );
  const open = context.store.invoices.update(
    draft.id,
    { status: 'open', ...numbered(context, draft, atMs), finalizedAt: createdAt(atMs) },
    atMs,
  );
  recordInvoice(context, 'invoice.finalized', open, atMs);
  const { amount } = charge;
  const payment = { paymentIntent: paymentIntent.id, amountRequested: amount, isDefault: true };
  const { id } = storeInvoicePayment(context, open, payment, atMs);
  const paid = { status: 'paid', amountPaid: amount, paidAt: createdAt(atMs) } as const;
  context.store.invoices.update(draft.id, { amountPaid: amount }, atMs);
  recordInvoicePayment(
    context,
    'invoice_payment.paid',
    context.store.invoicePayments.update(id, paid, atMs),
    atMs,
  );
  closePaid(context, draft.id, atMs);
}
