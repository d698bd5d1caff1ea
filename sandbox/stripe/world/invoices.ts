import type {
  BillingReason,
  CollectionMethod,
  InvoiceRow,
  SubscriptionRow,
  TaxRate,
} from '../entities/billing.ts';
import type { CustomerRow } from '../entities/payments.ts';
import type { Metadata } from '../entities/row.ts';
import { amountDue, totalOf } from '../formatters/amounts.ts';
import { invoicePrefix } from '../formatters/customer.ts';
import type { NewInvoice } from './billing-requests.ts';
import {
  createdAt,
  theCustomer,
  theInvoice,
  thePrice,
  timeOf,
  WorldRefusal,
  type WorldContext,
} from './context.ts';
import { redeem } from './discounts.ts';
import { recordInvoice } from './events.ts';
import { cancelInvoicePayment, openInvoicePayment } from './invoice-intents.ts';
import { completeLines, manualLine, type OpenLine } from './invoice-lines.ts';
import { checkTexts } from './text-limits.ts';

interface Draft {
  readonly id: string;
  readonly customer: CustomerRow;
  readonly currency: string;
  readonly lines: readonly OpenLine[];
  readonly discounts: readonly string[];
  readonly taxRates: readonly TaxRate[];
  readonly billingReason: BillingReason;
  readonly collectionMethod: CollectionMethod;
  readonly subscription: SubscriptionRow | null;
  readonly dueDate: number | null;
  readonly periodStart: number;
  readonly periodEnd: number;
  readonly number: string | null;
  readonly description: string | null;
  readonly footer?: string | null;
  readonly customFields?: InvoiceRow['customFields'];
  readonly isTaxAutomatic?: boolean;
  readonly metadata: Metadata;
}

const HOSTED_KEY_LENGTH = 32;

const UNTOUCHED = {
  footer: null,
  isTaxAutomatic: false,
  customFields: [],
  amountPaid: 0,
  prePaymentCredit: 0,
  postPaymentCredit: 0,
  startingBalance: 0,
  endingBalance: null,
  attemptCount: 0,
  nextPaymentAttempt: null,
  finalizedAt: null,
  paidAt: null,
  voidedAt: null,
  markedUncollectibleAt: null,
  isReportedOverdue: false,
} as const;

/** An invoice as it would be: nothing is stored. */
export function draftRow(context: WorldContext, draft: Draft, atMs: number): InvoiceRow {
  const { customer, lines, subscription, ...fields } = draft;
  return {
    ...UNTOUCHED,
    ...fields,
    created: createdAt(atMs),
    status: 'draft',
    customer: {
      id: customer.id,
      name: customer.name,
      email: customer.email,
      phone: customer.phone,
      country: customer.country,
    },
    subscription: subscription?.id ?? null,
    subscriptionMetadata: subscription?.metadata ?? null,
    lines: completeLines(context, lines, draft.discounts, atMs),
    hostedKey: context.ids.text(HOSTED_KEY_LENGTH),
  };
}

export function storeDraft(context: WorldContext, draft: Draft, atMs: number): InvoiceRow {
  const { customer } = draft;
  const row = draftRow(context, draft, atMs);
  // One of a subscription is credited to the customer.
  if (totalOf(row) < 0 && row.subscription === null)
    throw new WorldRefusal('The total of an invoice is not below zero.');
  context.store.invoices.insert(row, atMs);
  if (customer.currency === null) {
    context.store.customers.update(customer.id, { currency: draft.currency }, atMs);
  }
  recordInvoice(context, 'invoice.created', row, atMs);
  return row;
}

function currencyOf(context: WorldContext, invoice: NewInvoice): string {
  const priced = invoice.lines.find((line) => line.price !== undefined)?.price;
  if (invoice.currency !== undefined) return invoice.currency;
  return priced === undefined
    ? context.account.defaultCurrency
    : thePrice(context.store, priced).currency;
}

export function createInvoice(context: WorldContext, invoice: NewInvoice): InvoiceRow {
  const atMs = timeOf(context, invoice.atMs);
  checkTexts('invoice', invoice);
  for (const line of invoice.lines) checkTexts('invoice line', line);
  const customer = theCustomer(context.store, invoice.customer);
  const currency = currencyOf(context, invoice);
  if (invoice.lines.length === 0) throw new WorldRefusal('An invoice needs a line.');
  const lines = invoice.lines.map((line) => manualLine(context, line, currency, atMs));
  const id = context.ids.next('in_1');
  const target = { customer: customer.id, invoice: id };
  return storeDraft(
    context,
    {
      id,
      customer,
      currency,
      lines,
      discounts: (invoice.discounts ?? []).map(
        (coupon) => redeem(context, coupon, currency, target, atMs).id,
      ),
      taxRates: invoice.taxRates ?? [],
      billingReason: 'manual',
      collectionMethod: invoice.dueMs === undefined ? 'charge_automatically' : 'send_invoice',
      subscription: null,
      dueDate: invoice.dueMs === undefined ? null : createdAt(invoice.dueMs),
      periodStart: createdAt(atMs),
      periodEnd: createdAt(atMs),
      number: invoice.number ?? null,
      description: invoice.description ?? null,
      metadata: invoice.metadata ?? {},
    },
    atMs,
  );
}

type Numbered = Pick<InvoiceRow, 'number' | 'startingBalance' | 'endingBalance'>;

/** The next number of the customer's series; the customer's credit is used for it. */
export function numbered(context: WorldContext, draft: InvoiceRow, atMs: number): Numbered {
  const customer = theCustomer(context.store, draft.customer.id);
  const { nextInvoiceSequence, balance } = customer;
  const endingBalance = balance + Math.min(Math.max(-balance, 0), totalOf(draft));
  const change = { nextInvoiceSequence: nextInvoiceSequence + 1, balance: endingBalance };
  context.store.customers.update(customer.id, change, atMs);
  return {
    number:
      draft.number ?? `${invoicePrefix(customer)}-${String(nextInvoiceSequence).padStart(4, '0')}`,
    startingBalance: balance,
    endingBalance,
  };
}

/** All is paid, or nothing was due. */
export function closePaid(context: WorldContext, id: string, atMs: number): InvoiceRow {
  const change = { status: 'paid', paidAt: createdAt(atMs), nextPaymentAttempt: null } as const;
  const row = context.store.invoices.update(id, change, atMs);
  context.store.customers.update(row.customer.id, { isDelinquent: false }, atMs);
  recordInvoice(context, 'invoice.paid', row, atMs);
  recordInvoice(context, 'invoice.payment_succeeded', row, atMs);
  return row;
}

/** Stripe charges an hour after it finalizes. */
const FIRST_ATTEMPT_SECONDS = 60 * 60;

export function finalizeInvoice(context: WorldContext, id: string, atMsAsked?: number): InvoiceRow {
  const atMs = timeOf(context, atMsAsked);
  const draft = theInvoice(context.store, id);
  if (draft.status !== 'draft') throw new WorldRefusal(`The invoice ${id} is ${draft.status}.`);
  const isAutomatic = draft.collectionMethod === 'charge_automatically';
  const open = context.store.invoices.update(
    id,
    {
      status: 'open',
      ...numbered(context, draft, atMs),
      finalizedAt: createdAt(atMs),
      nextPaymentAttempt: isAutomatic ? createdAt(atMs) + FIRST_ATTEMPT_SECONDS : null,
    },
    atMs,
  );
  recordInvoice(context, 'invoice.finalized', open, atMs);
  if (amountDue(open) === 0) return closePaid(context, id, atMs);
  openInvoicePayment(context, open, atMs);
  return open;
}

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
