import type { InvoiceRow } from '../entities/invoice.ts';
import type { Metadata } from '../entities/row.ts';
import { recordInvoice } from './billing-events.ts';
import { createdAt, timeOf, type WorldContext } from './context.ts';
import { cancelInvoicePayment } from './invoice-intents.ts';
import { theInvoice } from './lookup.ts';
import { WorldRefusal } from './world-refusal.ts';

/** https://docs.stripe.com/invoicing/overview#void: only an invoice that took no money. */
export function voidInvoice(context: WorldContext, id: string, atMsAsked?: number): InvoiceRow {
  const atMs = timeOf(context, atMsAsked);
  const before = theInvoice(context.store, id);
  if (before.status !== 'open' && before.status !== 'uncollectible') {
    throw new WorldRefusal(`The invoice ${id} is ${before.status} and cannot be voided.`);
  }
  if (before.amountPaid > 0) {
    throw new WorldRefusal(`The invoice ${id} is paid in part and cannot be voided.`);
  }
  cancelInvoicePayment(context, id, 'void_invoice', atMs);
  const change = { status: 'void', voidedAt: createdAt(atMs), nextPaymentAttempt: null } as const;
  const row = context.store.invoices.update(id, change, atMs);
  recordInvoice(context, 'invoice.voided', row, atMs);
  return row;
}

export function markUncollectible(
  context: WorldContext,
  id: string,
  atMsAsked?: number,
): InvoiceRow {
  const atMs = timeOf(context, atMsAsked);
  const before = theInvoice(context.store, id);
  if (before.status !== 'open') {
    throw new WorldRefusal(`The invoice ${id} is ${before.status}, not open.`);
  }
  const row = context.store.invoices.update(
    id,
    {
      status: 'uncollectible',
      markedUncollectibleAt: createdAt(atMs),
      nextPaymentAttempt: null,
    },
    atMs,
  );
  context.store.customers.update(row.customer.id, { isDelinquent: false }, atMs);
  recordInvoice(context, 'invoice.marked_uncollectible', row, atMs);
  return row;
}

export function changeInvoice(
  context: WorldContext,
  id: string,
  change: { readonly metadata: Metadata },
): InvoiceRow {
  const atMs = timeOf(context, undefined);
  const { metadata } = theInvoice(context.store, id);
  const row = context.store.invoices.update(id, change, atMs);
  recordInvoice(context, 'invoice.updated', row, atMs, { metadata });
  return row;
}
