import type { Invoice, InvoicePayment } from '@stripe-payments/core';
import type Stripe from 'stripe';
import { mapInvoice, mapInvoicePayment } from './map-invoice.ts';
import { eachListPage } from './pages.ts';
import type { StripeReader } from './reader.ts';
import { inLane, inList, PAGE_SIZE, startingAfter } from './reader.ts';

export const INVOICE_EXPANSIONS = ['payments'] as const;

async function allPayments(
  reader: StripeReader,
  invoiceId: string,
): Promise<readonly InvoicePayment[]> {
  const payments: InvoicePayment[] = [];
  await eachListPage(
    inLane(reader, 'invoice-payments'),
    (after, timeout) =>
      reader.stripe.invoicePayments.list(
        { invoice: invoiceId, limit: PAGE_SIZE, ...startingAfter(after) },
        { timeout },
      ),
    (page) => payments.push(...page.map(mapInvoicePayment)),
  );
  return payments;
}

/** Maps an invoice; one whose nested list of payments is cut, or missing, costs another call. */
async function takeInvoice(reader: StripeReader, invoice: Stripe.Invoice): Promise<Invoice> {
  const { id, payments } = invoice;
  const isWhole = payments?.has_more === false;
  return mapInvoice(
    invoice,
    isWhole ? payments.data.map(mapInvoicePayment) : await allPayments(reader, id),
  );
}

export function takeInvoices(
  reader: StripeReader,
  invoices: readonly Stripe.Invoice[],
): Promise<readonly Invoice[]> {
  return Promise.all(invoices.map((invoice) => takeInvoice(reader, invoice)));
}

export async function invoicesOf(
  reader: StripeReader,
  customerId: string,
): Promise<readonly Invoice[]> {
  const invoices: Stripe.Invoice[] = [];
  await eachListPage(
    inLane(reader, 'invoices'),
    (after, timeout) =>
      reader.stripe.invoices.list(
        {
          customer: customerId,
          limit: PAGE_SIZE,
          expand: inList(INVOICE_EXPANSIONS),
          ...startingAfter(after),
        },
        { timeout },
      ),
    (page) => invoices.push(...page),
  );
  return takeInvoices(reader, invoices);
}

export async function retrieveInvoice(reader: StripeReader, id: string): Promise<Invoice> {
  const invoice = await inLane(reader, 'invoices').call((timeout) =>
    reader.stripe.invoices.retrieve(id, { expand: [...INVOICE_EXPANSIONS] }, { timeout }),
  );
  return takeInvoice(reader, invoice);
}
