import type { ErrorCode, RequestLine } from '@stripe-payments/core';
import { distinctById, totalOf } from '@stripe-payments/core';
import Stripe from 'stripe';
import type { RecordRef } from '../ports.ts';
import { SyncError } from '../sync-error.ts';
import type {
  ActingPorts,
  InvoiceToMake,
  LinkToMake,
  StoredRequest,
} from '../use-cases/acting/acting-ports.ts';
import {
  AMOUNT_KEY,
  storedCustomer,
  storedInvoice,
  storedLink,
  storedRefund,
} from './acting-objects.ts';
import { writtenForms } from './customers.ts';
import type { CallContext } from './errors.ts';
import { stripeFailure, understood } from './errors.ts';
import { allOf, PAGE_SIZE, whereSearchable } from './lists.ts';
import { metadataClauses } from './query.ts';

/** Stripe's own codes of what a person can do something about. */
const REFUSALS: Readonly<Record<string, ErrorCode>> = {
  amount_too_small: 'amount-too-small',
  amount_too_large: 'amount-too-large',
  charge_already_refunded: 'nothing-to-refund',
  charge_disputed: 'payment-disputed',
};

/** With the key for writing. @throws {SyncError} */
async function done<T>(notFound: ErrorCode, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const failure = stripeFailure(error, { notFound, access: 'write' });
    if (failure.code === 'stripe-write-permission') throw failure.as('write-key-permission');
    const { code } = error instanceof Stripe.errors.StripeError ? error : {};
    const refusal = failure.code === 'stripe-refused' ? REFUSALS[code ?? ''] : undefined;
    throw refusal === undefined ? failure : failure.as(refusal);
  }
}

const UNKNOWN_INVOICE: CallContext = { notFound: 'unknown-invoice' };
const NOTHING: CallContext = { notFound: 'stripe-refused' };

/** Those that name a record, by search. */
async function findInvoices(stripe: Stripe, record: RecordRef): Promise<readonly StoredRequest[]> {
  const found: Stripe.Invoice[] = [];
  const query = metadataClauses(record.objectType, record.recordId, []).join(' OR ');
  await whereSearchable(async () => {
    found.push(...(await stripe.invoices.search({ query, limit: PAGE_SIZE })).data);
  });
  return found.map(storedInvoice);
}

/**
 * @param stripe with the key for reading.
 * @param writing with the key for writing: it alone may read payment links.
 */
export function createActingReads(stripe: Stripe, writing: Stripe): ActingPorts['reads'] {
  return {
    refundsOf: async (charge) => {
      const list = allOf(stripe.refunds.list({ charge, limit: PAGE_SIZE }));
      return (await understood({ notFound: 'unknown-payment' }, list)).map(storedRefund);
    },
    customer: async (id) => {
      const reading = stripe.customers.retrieve(id);
      const customer = await understood({ notFound: 'unknown-customer' }, reading);
      return customer.deleted === true ? null : storedCustomer(customer);
    },
    customersOfAddress: async (address) => {
      const lists = writtenForms(address).map((email) =>
        stripe.customers.list({ email, limit: PAGE_SIZE }),
      );
      const pages = await understood(NOTHING, Promise.all(lists));
      return distinctById(pages.flatMap(({ data }) => data)).map(storedCustomer);
    },
    invoicesOfCustomer: async (customer) => {
      const reading = stripe.invoices.list({ customer, limit: PAGE_SIZE });
      return (await understood(NOTHING, reading)).data.map(storedInvoice);
    },
    findInvoices: (record) => understood(NOTHING, findInvoices(stripe, record)),
    invoice: async (id) =>
      storedInvoice(await understood(UNKNOWN_INVOICE, stripe.invoices.retrieve(id))),
    links: async () => {
      const reading = writing.paymentLinks.list({ limit: PAGE_SIZE });
      return (await done('stripe-refused', reading)).data.map(storedLink);
    },
    link: async (id) =>
      storedLink(await done('not-requested-here', writing.paymentLinks.retrieve(id))),
  };
}

const priceOf = ({ label: name, unit }: RequestLine) => ({
  currency: unit.currency,
  unit_amount: unit.minor,
  product_data: { name },
});

/** The metadata of the link is not that of its payment: both get it. */
function linkParams({ lines, collectsTax, metadata }: LinkToMake): Stripe.PaymentLinkCreateParams {
  const { minor } = totalOf(lines, lines[0]?.total.currency ?? '');
  return {
    line_items: lines.map((line) => ({ quantity: line.quantity, price_data: priceOf(line) })),
    restrictions: { completed_sessions: { limit: 1 } },
    metadata: { ...metadata, [AMOUNT_KEY]: String(minor) },
    payment_intent_data: { metadata },
    ...(collectsTax && { automatic_tax: { enabled: true } }),
  };
}

function invoiceParams(invoice: InvoiceToMake): Stripe.InvoiceCreateParams {
  const { customerId, currency, daysUntilDue, memo, poNumber, collectsTax, metadata } = invoice;
  return {
    customer: customerId,
    currency,
    collection_method: 'send_invoice',
    days_until_due: daysUntilDue,
    // Items that wait for the customer's next invoice are not what was shown.
    pending_invoice_items_behavior: 'exclude',
    // Else Stripe finalizes it within an hour, and may send it: only a person has it sent.
    auto_advance: false,
    metadata,
    ...(memo !== null && { description: memo }),
    ...(poNumber !== null && { custom_fields: [{ name: 'PO number', value: poNumber }] }),
    ...(collectsTax && { automatic_tax: { enabled: true } }),
  };
}

/** @param writing with the key for writing: the other is never used to write. */
export function createActingWrites(writing: Stripe): ActingPorts['writes'] {
  const { refunds, paymentLinks, customers, invoices } = writing;
  const invoiceAfter = async (work: Promise<Stripe.Invoice>): Promise<StoredRequest> =>
    storedInvoice(await done('unknown-invoice', work));
  return {
    refund: async ({ chargeId: charge, amountMinor: amount, reason, metadata, key }) => {
      const asked = { charge, amount, metadata, ...(reason !== null && { reason }) };
      const refund = refunds.create(asked, { idempotencyKey: key });
      return storedRefund(await done('unknown-payment', refund));
    },
    createLink: async (link) => {
      const made = paymentLinks.create(linkParams(link), { idempotencyKey: link.key });
      return storedLink(await done('stripe-refused', made));
    },
    deactivateLink: async (id) =>
      storedLink(await done('not-requested-here', paymentLinks.update(id, { active: false }))),
    createCustomer: async ({ name, email, metadata, key }) => {
      const asked = { email, metadata, ...(name !== null && { name }) };
      const made = customers.create(asked, { idempotencyKey: key });
      return storedCustomer(await done('stripe-refused', made));
    },
    createInvoice: (invoice) =>
      invoiceAfter(invoices.create(invoiceParams(invoice), { idempotencyKey: invoice.key })),
    addLines: (id, lines, key) => {
      const asked = lines.map((line) => ({ quantity: line.quantity, price_data: priceOf(line) }));
      return invoiceAfter(invoices.addLines(id, { lines: asked }, { idempotencyKey: key }));
    },
    finalize: (id, key) =>
      invoiceAfter(invoices.finalizeInvoice(id, { auto_advance: false }, { idempotencyKey: key })),
    send: (id, key) => invoiceAfter(invoices.sendInvoice(id, {}, { idempotencyKey: key })),
    void: (id, key) => invoiceAfter(invoices.voidInvoice(id, {}, { idempotencyKey: key })),
    payOutside: (id, key) =>
      invoiceAfter(invoices.pay(id, { paid_out_of_band: true }, { idempotencyKey: key })),
    markUncollectible: (id, key) =>
      invoiceAfter(invoices.markUncollectible(id, {}, { idempotencyKey: key })),
    note: async (id, metadata) => {
      await invoiceAfter(invoices.update(id, { metadata }));
    },
  };
}

/** @throws {SyncError} `write-key-wrong-mode` where one key is live and the other is for tests. */
export function checkModes(reading: 'live' | 'test', writing: 'live' | 'test'): void {
  if (reading !== writing) throw new SyncError('write-key-wrong-mode');
}
