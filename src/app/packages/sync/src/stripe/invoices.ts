import type { Invoice, InvoiceLine, InvoicePayment, RecurringLine } from '@stripe-payments/core';
import { stripeUrl } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { SharedList } from './batches.ts';
import type { Catalogue } from './catalogue.ts';
import { knownCurrency } from './checked-values.ts';
import type { SeenCustomers } from './customers.ts';
import { allOf, inList, PAGE_SIZE } from './lists.ts';
import type { OtherKeys, StripeApi } from './metadata.ts';
import { claimsIn, idOf } from './metadata.ts';

/** By product id. */
type ProductNames = ReadonlyMap<string, string>;

/**
 * Of a subscription's line, whose description says also how many, how much and how often; any other is
 * described with its product's name.
 */
function productIdOf({ parent, pricing }: Stripe.InvoiceLineItem): string | undefined {
  return parent?.type === 'subscription_item_details' ? pricing?.price_details?.product : undefined;
}

/** A change within a period is an invoice item of the subscription; Stripe names its item or only itself. */
function recurringOf(line: Stripe.InvoiceLineItem): RecurringLine | undefined {
  const { parent, pricing, period, amount } = line;
  const item = parent?.subscription_item_details ?? null;
  const details = item ?? parent?.invoice_item_details ?? null;
  const price = pricing?.price_details;
  const subscriptionId = details?.subscription ?? null;
  if (details === null || price === undefined || subscriptionId === null) return undefined;
  if (item === null && !details.proration) return undefined;
  const isCredit = amount < 0 || (details.proration_details?.credited_items ?? null) !== null;
  return {
    subscriptionId,
    itemId: item?.subscription_item ?? null,
    priceId: idOf(price.price) ?? '',
    productId: price.product,
    kind: details.proration ? (isCredit ? 'credit' : 'debit') : 'period',
    from: period.start,
    until: period.end,
    unitAmountDecimal: pricing?.unit_amount_decimal?.toString() ?? null,
  };
}

function mapLine(line: Stripe.InvoiceLineItem, names: ProductNames): InvoiceLine {
  const { description, amount, quantity } = line;
  const productName = names.get(productIdOf(line) ?? '') ?? null;
  const recurring = recurringOf(line);
  return {
    description,
    productName,
    amountMinor: amount,
    quantity,
    ...(recurring === undefined ? {} : { recurring }),
  };
}

export function mapInvoicePayment({
  payment,
  amount_paid: amountPaid,
  status,
}: Stripe.InvoicePayment): InvoicePayment {
  return {
    paymentIntentId: idOf(payment.payment_intent),
    chargeId: idOf(payment.charge),
    amountPaidMinor: amountPaid,
    status,
  };
}

/** Each entry is one rate; without any the invoice says nothing of tax. */
function taxOf({ total_taxes: taxes }: Stripe.Invoice): number | null {
  const [first, ...others] = taxes ?? [];
  return first === undefined
    ? null
    : others.reduce((sum, { amount }) => sum + amount, first.amount);
}

/** What an invoice refers to and does not carry. */
interface InvoiceParts {
  /** All of them: the invoice's own nested list may be cut. */
  readonly payments: readonly InvoicePayment[];
  readonly productNames: ProductNames;
}

export function mapInvoice(
  invoice: Stripe.Invoice,
  { payments, productNames }: InvoiceParts,
  otherKeys: OtherKeys,
): Invoice {
  const agreement = invoice.parent?.subscription_details;
  return {
    id: invoice.id,
    number: invoice.number,
    customerId: idOf(invoice.customer),
    subscriptionId: idOf(agreement?.subscription),
    created: invoice.created,
    livemode: invoice.livemode,
    status: invoice.status,
    currency: knownCurrency(invoice.id, invoice.currency),
    totalMinor: invoice.total,
    taxMinor: taxOf(invoice),
    amountPaidMinor: invoice.amount_paid,
    amountRemainingMinor: invoice.amount_remaining,
    creditedMinor:
      invoice.pre_payment_credit_notes_amount + invoice.post_payment_credit_notes_amount,
    creditedBeforeMinor: invoice.pre_payment_credit_notes_amount,
    startingBalanceMinor: invoice.starting_balance,
    endingBalanceMinor: invoice.ending_balance,
    dueDate: invoice.due_date,
    paidOn: invoice.status_transitions.paid_at,
    nextPaymentAttempt: invoice.next_payment_attempt,
    attemptCount: invoice.attempt_count,
    hostedUrl: stripeUrl(invoice.hosted_invoice_url),
    pdfUrl: stripeUrl(invoice.invoice_pdf),
    lines: invoice.lines.data.map((line) => mapLine(line, productNames)),
    hasMoreLines: invoice.lines.has_more,
    payments,
    recordClaims: claimsIn(invoice.metadata, otherKeys),
    subscriptionClaims: claimsIn(agreement?.metadata, otherKeys),
  };
}

export const INVOICE_EXPANSIONS = ['payments'];

/** An invoice whose nested list of payments is cut, or missing, costs another call. */
async function paymentsOf(
  { invoicePayments }: Stripe,
  { id, payments }: Stripe.Invoice,
): Promise<readonly InvoicePayment[]> {
  const all =
    payments?.has_more === false
      ? payments.data
      : await allOf(invoicePayments.list({ invoice: id, limit: PAGE_SIZE }));
  return all.map(mapInvoicePayment);
}

/** Those that a PaymentIntent pays, or is to pay. */
export async function invoiceIdsOfPayment(
  { invoicePayments }: Stripe,
  paymentIntentId: string,
): Promise<readonly string[]> {
  const payment = { type: 'payment_intent', payment_intent: paymentIntentId } as const;
  const found = await allOf(invoicePayments.list({ payment, limit: PAGE_SIZE }));
  return found.flatMap(({ invoice }) => idOf(invoice) ?? []);
}

type ProductSource = Pick<Catalogue, 'productNames'>;

async function wholeInvoice(
  stripe: StripeApi,
  catalogue: ProductSource,
  invoice: Stripe.Invoice,
): Promise<Invoice> {
  const productIds = invoice.lines.data.flatMap((line) => productIdOf(line) ?? []);
  const [payments, productNames] = await Promise.all([
    paymentsOf(stripe, invoice),
    catalogue.productNames(productIds),
  ]);
  return mapInvoice(invoice, { payments, productNames }, stripe.otherKeys);
}

/** With all their payments, and the names of what subscriptions bill for. */
export const wholeInvoices = (
  stripe: StripeApi,
  catalogue: ProductSource,
  invoices: readonly Stripe.Invoice[],
): Promise<readonly Invoice[]> =>
  Promise.all(invoices.map((invoice) => wholeInvoice(stripe, catalogue, invoice)));

/** Invoices of customers, by their ids. */
export const sharedInvoices = ({ invoices }: Stripe, { isInLists }: SeenCustomers) => {
  const expand = inList(INVOICE_EXPANSIONS);
  return {
    name: 'invoices',
    pageOfAll: (page) => invoices.list({ ...page, expand }),
    listOf: (customer) => allOf(invoices.list({ customer, limit: PAGE_SIZE, expand })),
    isOf: ({ customer }, id) => idOf(customer) === id,
    isInAll: isInLists,
  } satisfies SharedList<Stripe.Invoice, string>;
};

export async function retrieveInvoice(
  stripe: StripeApi,
  catalogue: ProductSource,
  id: string,
): Promise<Invoice> {
  const expand = INVOICE_EXPANSIONS;
  return wholeInvoice(stripe, catalogue, await stripe.invoices.retrieve(id, { expand }));
}
