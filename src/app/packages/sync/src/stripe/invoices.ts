import type { Invoice, InvoiceLine, InvoicePayment } from '@stripe-payments/core';
import { stripeUrl } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { SharedList } from './batches.ts';
import { knownCurrency } from './checked-values.ts';
import type { SeenCustomers } from './customers.ts';
import { allOf, inList, PAGE_SIZE } from './lists.ts';
import type { OtherKeys, StripeApi } from './metadata.ts';
import { claimsIn, idOf } from './metadata.ts';

function mapLine({ description, amount, quantity }: Stripe.InvoiceLineItem): InvoiceLine {
  return { description, amountMinor: amount, quantity };
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

/** @param payments all of them: the invoice's own nested list may be cut. */
export function mapInvoice(
  invoice: Stripe.Invoice,
  payments: readonly InvoicePayment[],
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
    lines: invoice.lines.data.map(mapLine),
    hasMoreLines: invoice.lines.has_more,
    payments,
    recordClaims: claimsIn(invoice.metadata, otherKeys),
    subscriptionClaims: claimsIn(agreement?.metadata, otherKeys),
  };
}

export const INVOICE_EXPANSIONS = ['payments'];

/** An invoice whose nested list of payments is cut, or missing, costs another call. */
async function withPayments(stripe: StripeApi, invoice: Stripe.Invoice): Promise<Invoice> {
  const { id, payments } = invoice;
  const all =
    payments?.has_more === false
      ? payments.data
      : await allOf(stripe.invoicePayments.list({ invoice: id, limit: PAGE_SIZE }));
  return mapInvoice(invoice, all.map(mapInvoicePayment), stripe.otherKeys);
}

export const withAllPayments = (
  stripe: StripeApi,
  invoices: readonly Stripe.Invoice[],
): Promise<readonly Invoice[]> =>
  Promise.all(invoices.map((invoice) => withPayments(stripe, invoice)));

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

export async function retrieveInvoice(stripe: StripeApi, id: string): Promise<Invoice> {
  const expand = INVOICE_EXPANSIONS;
  return withPayments(stripe, await stripe.invoices.retrieve(id, { expand }));
}
