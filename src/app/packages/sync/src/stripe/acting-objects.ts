import type { RecordLink } from '@stripe-payments/core';
import {
  CONFIRMATION_KEY,
  money,
  OBJECT_TYPES,
  ownMetadataKey,
  REQUEST_KEY,
  stripeUrl,
  USER_KEY,
} from '@stripe-payments/core';
import type Stripe from 'stripe';
import type {
  StoredCustomer,
  StoredRefund,
  StoredRequest,
} from '../use-cases/acting/acting-ports.ts';
import { knownCurrency, wholeNumber } from './checked-values.ts';

/** Of a link, of which Stripe says no total: in minor units, written when it was made. */
export const AMOUNT_KEY = 'hubspot_request_amount';

const textIn = (metadata: Stripe.Metadata | null, key: string): string | null =>
  metadata?.[key] ?? null;

/** By this app's own keys: nothing is changed that another tool made. */
const recordsIn = (metadata: Stripe.Metadata | null): readonly RecordLink[] =>
  OBJECT_TYPES.flatMap((objectType) => {
    const recordId = textIn(metadata, ownMetadataKey(objectType));
    return recordId === null ? [] : [{ objectType, recordId }];
  });

const ownFacts = (metadata: Stripe.Metadata | null) => ({
  fingerprint: textIn(metadata, REQUEST_KEY),
  confirmation: textIn(metadata, CONFIRMATION_KEY),
  userId: textIn(metadata, USER_KEY),
  records: recordsIn(metadata),
});

function statusOfLink({ active, restrictions }: Stripe.PaymentLink): StoredRequest['status'] {
  const { count = 0, limit = Infinity } = restrictions?.completed_sessions ?? {};
  if (count >= limit) return 'paid';
  return active ? 'open' : 'canceled';
}

export function storedLink(link: Stripe.PaymentLink): StoredRequest {
  const { id, metadata } = link;
  const currency = knownCurrency(id, link.currency);
  // Another program's link says nothing of its amount here, and is of no record.
  const written = Number(textIn(metadata, AMOUNT_KEY) ?? '0');
  const minor = Number.isSafeInteger(written) ? written : 0;
  const status = statusOfLink(link);
  return {
    kind: 'link',
    id,
    number: null,
    amount: money(minor, currency),
    open: money(status === 'open' ? minor : 0, currency),
    status,
    url: stripeUrl(link.url) ?? null,
    customer: null,
    created: null,
    dueDate: null,
    netMinor: minor,
    hasLines: true,
    ...ownFacts(metadata),
  };
}

const INVOICE_STATUSES = ['draft', 'open', 'paid', 'uncollectible'] as const;

/** `canceled` for void, and for a new state, in which nothing is done. */
const statusOfInvoice = ({ status }: Stripe.Invoice): StoredRequest['status'] =>
  INVOICE_STATUSES.find((known) => known === status) ?? 'canceled';

function customerOf(invoice: Stripe.Invoice): StoredRequest['customer'] {
  const { customer, customer_name: name, customer_email: email } = invoice;
  const id = typeof customer === 'string' ? customer : customer?.id;
  return id === undefined ? null : { id, name: name ?? null, email: email ?? null };
}

export function storedInvoice(invoice: Stripe.Invoice): StoredRequest {
  const { id, total, total_excluding_tax: net, lines } = invoice;
  const currency = knownCurrency(id, invoice.currency);
  return {
    kind: 'invoice',
    id,
    number: invoice.number,
    amount: money(total, currency),
    open: money(invoice.amount_remaining, currency),
    status: statusOfInvoice(invoice),
    url: stripeUrl(invoice.hosted_invoice_url ?? '') ?? null,
    customer: customerOf(invoice),
    created: invoice.created,
    dueDate: invoice.due_date,
    netMinor: net ?? total,
    hasLines: lines.data.length > 0,
    ...ownFacts(invoice.metadata),
  };
}

export function storedRefund(refund: Stripe.Refund): StoredRefund {
  const { id, amount, status, failure_reason: failureReason, metadata } = refund;
  return {
    id,
    amountMinor: wholeNumber(id, 'amount', amount),
    currency: knownCurrency(id, refund.currency),
    status,
    failureReason: failureReason ?? null,
    confirmation: textIn(metadata, CONFIRMATION_KEY),
    userId: textIn(metadata, USER_KEY),
  };
}

export function storedCustomer({ id, name, email, metadata }: Stripe.Customer): StoredCustomer {
  return { id, name: name ?? null, email, fingerprint: textIn(metadata, REQUEST_KEY) };
}
