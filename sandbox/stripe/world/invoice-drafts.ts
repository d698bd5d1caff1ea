import type { CollectionMethod, InvoiceRow } from '../entities/billing.ts';
import type { InvoiceItemRow } from '../entities/invoice-items.ts';
import type { Metadata } from '../entities/row.ts';
import { totalOf } from '../formatters/amounts.ts';
import { MAX_CHARGE, minimumCharge } from '../values/currencies.ts';
import type { NewInvoiceLine } from './billing-requests.ts';
import { checkCharge } from './charge-limits.ts';
import {
  createdAt,
  theCustomer,
  theInvoice,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { checkCurrency } from './customer-currency.ts';
import { recordInvoice } from './events.ts';
import { completeLines, manualLine, type OpenLine } from './invoice-lines.ts';
import { automaticRates } from '../values/automatic-tax.ts';
import { closePaid, finalizeInvoice, numbered, storeDraft } from './invoices.ts';
import { checkTexts } from './text-limits.ts';

/** An invoice whose lines come afterwards, as the API makes them. */
export interface NewDraft {
  readonly customer: string;
  /** Default: the customer's, or the account's. */
  readonly currency?: string;
  readonly collectionMethod: CollectionMethod;
  /** Seconds; of an invoice that is sent. */
  readonly dueDate: number | null;
  readonly number?: string;
  readonly description?: string;
  readonly footer?: string;
  readonly customFields?: InvoiceRow['customFields'];
  readonly metadata?: Metadata;
  /** Takes the items that wait for an invoice. */
  readonly takesPending?: boolean;
  /** True where Stripe calculates the tax. */
  readonly isTaxAutomatic?: boolean;
}

export interface NewInvoiceItem extends NewInvoiceLine {
  readonly customer: string;
  readonly currency: string;
  readonly invoice?: string;
}

const lineOf = (item: InvoiceItemRow): OpenLine => ({
  amount: item.amount,
  description: item.description,
  quantity: item.quantity,
  price: item.price,
  product: item.product,
  unitAmountDecimal: item.unitAmountDecimal,
  periodStart: item.created,
  periodEnd: item.created,
  subscription: null,
  subscriptionItem: null,
  isProration: false,
  invoiceItem: item.id,
  discounts: [],
  metadata: item.metadata,
});

function pendingItems({ store }: WorldContext, customer: string, currency: string) {
  return store.invoiceItems
    .newestFirst()
    .filter(
      (item) => item.customer === customer && item.currency === currency && item.invoice === null,
    )
    .toReversed();
}

export function createDraft(context: WorldContext, draft: NewDraft): InvoiceRow {
  const atMs = timeOf(context, undefined);
  const { takesPending = false, currency: asked, customer: id, ...fields } = draft;
  checkTexts('invoice', draft);
  const customer = theCustomer(context.store, id);
  const currency = asked ?? customer.currency ?? context.account.defaultCurrency;
  checkCurrency(context, id, currency);
  if (draft.collectionMethod === 'send_invoice' && customer.email === null) {
    throw new WorldRefusal(
      'Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.',
    );
  }
  const items = takesPending ? pendingItems(context, id, currency) : [];
  const invoice = context.ids.next('in_1');
  for (const item of items) context.store.invoiceItems.update(item.id, { invoice }, atMs);
  return storeDraft(
    context,
    {
      ...fields,
      id: invoice,
      customer,
      currency,
      lines: items.map(lineOf),
      discounts: [],
      taxRates: draft.isTaxAutomatic === true ? automaticRates(customer) : [],
      billingReason: 'manual',
      subscription: null,
      periodStart: createdAt(atMs),
      periodEnd: createdAt(atMs),
      number: draft.number ?? null,
      description: draft.description ?? null,
      metadata: draft.metadata ?? {},
    },
    atMs,
  );
}

function theDraft(context: WorldContext, id: string): InvoiceRow {
  const invoice = theInvoice(context.store, id);
  if (invoice.status === 'draft') return invoice;
  throw new WorldRefusal(`The invoice ${id} is ${invoice.status}: only a draft can be changed.`);
}

function checkPlace(context: WorldContext, { invoice: id, customer, currency }: NewInvoiceItem) {
  if (id === undefined) {
    checkCurrency(context, customer, currency);
    return;
  }
  const invoice = theDraft(context, id);
  if (invoice.customer.id !== customer) {
    throw new WorldRefusal(`The invoice ${id} is not one of the customer ${customer}.`);
  }
  if (invoice.currency !== currency) {
    throw new WorldRefusal(
      `The currency of the invoice item (${currency}) must match that of the invoice (${invoice.currency}).`,
    );
  }
}

/** Of a draft invoice, or of the next one that takes what waits. */
export function addInvoiceItem(context: WorldContext, item: NewInvoiceItem): InvoiceItemRow {
  const atMs = timeOf(context, undefined);
  const { customer, currency, invoice: invoiceId, ...line } = item;
  checkTexts('invoice line', line);
  checkPlace(context, item);
  const open = manualLine(context, line, currency, atMs);
  const row = context.store.invoiceItems.insert(
    {
      id: open.invoiceItem ?? context.ids.next('ii_1'),
      created: createdAt(atMs),
      customer,
      invoice: invoiceId ?? null,
      currency,
      amount: open.amount,
      description: open.description,
      quantity: open.quantity ?? 1,
      price: open.price,
      product: open.product,
      unitAmountDecimal: open.unitAmountDecimal,
      metadata: open.metadata,
    },
    atMs,
  );
  if (invoiceId === undefined) return row;
  const before = theDraft(context, invoiceId);
  const lines = [...before.lines, ...completeLines(context, [open], before.discounts, atMs)];
  const changed = context.store.invoices.update(invoiceId, { lines }, atMs);
  recordInvoice(context, 'invoice.updated', changed, atMs);
  return row;
}

/** Too small an amount is not collected: the customer owes it with the next invoice, and this one is paid. */
function carryOver(context: WorldContext, draft: InvoiceRow, atMs: number): InvoiceRow {
  const { startingBalance, number } = numbered(context, draft, atMs);
  const endingBalance = startingBalance + totalOf(draft);
  context.store.customers.update(draft.customer.id, { balance: endingBalance }, atMs);
  const finalizedAt = createdAt(atMs);
  const change = { status: 'open', number, startingBalance, endingBalance, finalizedAt } as const;
  const open = context.store.invoices.update(draft.id, change, atMs);
  recordInvoice(context, 'invoice.finalized', open, atMs);
  return closePaid(context, draft.id, atMs);
}

/** As the API finalizes: with the limits of what a payment takes. */
export function finalizeDraft(context: WorldContext, id: string): InvoiceRow {
  const draft = theInvoice(context.store, id);
  if (draft.status !== 'draft') {
    throw new WorldRefusal(
      "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
    );
  }
  const total = totalOf(draft);
  if (total > MAX_CHARGE) checkCharge(total, draft.currency);
  const isSmall = total > 0 && total < minimumCharge(draft.currency);
  return isSmall
    ? carryOver(context, draft, timeOf(context, undefined))
    : finalizeInvoice(context, id);
}

/** Sends it to the customer; a draft is finalized by that. */
export function sendInvoice(context: WorldContext, id: string): InvoiceRow {
  const before = theInvoice(context.store, id);
  if (before.collectionMethod !== 'send_invoice') {
    throw new WorldRefusal(
      "You can only manually send an invoice if its collection method is 'send_invoice'.",
    );
  }
  if (before.status !== 'draft' && before.status !== 'open') {
    throw new WorldRefusal(`The invoice ${id} is ${before.status} and cannot be sent.`);
  }
  const row = before.status === 'draft' ? finalizeDraft(context, id) : before;
  recordInvoice(context, 'invoice.sent', row, timeOf(context, undefined));
  return row;
}

/** Only what was never final goes without a trace. Its items go with it. */
export function deleteDraft(context: WorldContext, id: string): void {
  const draft = theDraft(context, id);
  for (const item of context.store.invoiceItems.newestFirst()) {
    if (item.invoice === id) context.store.invoiceItems.remove(item.id);
  }
  context.store.invoices.remove(id);
  recordInvoice(context, 'invoice.deleted', draft, timeOf(context, undefined));
}
