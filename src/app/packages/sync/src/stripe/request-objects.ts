import {
  CONFIRMATION_KEY,
  lineName,
  money,
  OBJECT_TYPES,
  ownMetadataKey,
  REQUEST_KEY,
  stripeUrl,
  USER_KEY,
} from '@stripe-payments/core';
import type { RecordLink } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { StoredRequest } from '../use-cases/acting/acting-ports.ts';
import { knownCurrency } from './checked-values.ts';

/** Of a link, of which Stripe says no total: in minor units, written when it was made. */
export const AMOUNT_KEY = 'hubspot_request_amount';

export const textIn = (metadata: Stripe.Metadata | null, key: string): string | null =>
  metadata?.[key] ?? null;

/** By this app's own keys: nothing is changed that another tool made. */
export const recordsIn = (metadata: Stripe.Metadata | null): readonly RecordLink[] =>
  OBJECT_TYPES.flatMap((objectType) => {
    const recordId = textIn(metadata, ownMetadataKey(objectType));
    return recordId === null ? [] : [{ objectType, recordId }];
  });

export const ownFacts = (metadata: Stripe.Metadata | null) => ({
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
  // Another program's link says nothing of its amount here: its lines do.
  const written = Number(textIn(metadata, AMOUNT_KEY) ?? '0');
  const minor = Number.isSafeInteger(written) ? written : 0;
  const status = statusOfLink(link);
  return {
    kind: 'link',
    id,
    isRecurring: link.subscription_data !== null,
    number: null,
    amount: money(minor, currency),
    open: money(status === 'open' ? minor : 0, currency),
    status,
    url: stripeUrl(link.url) ?? null,
    customer: null,
    created: null,
    dueDate: null,
    subscription: null,
    isCharged: false,
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

function billingSubscription({ parent, lines }: Stripe.Invoice): StoredRequest['subscription'] {
  const subscription = parent?.subscription_details?.subscription;
  if (subscription === undefined) return null;
  const id = typeof subscription === 'string' ? subscription : subscription.id;
  const description = lines.data[0]?.description ?? null;
  return { id, label: description === null ? null : lineName(description) };
}

export function storedInvoice(invoice: Stripe.Invoice): StoredRequest {
  const { id, total, total_excluding_tax: net, lines } = invoice;
  const currency = knownCurrency(id, invoice.currency);
  return {
    kind: 'invoice',
    id,
    isRecurring: false,
    number: invoice.number,
    amount: money(total, currency),
    open: money(invoice.amount_remaining, currency),
    status: statusOfInvoice(invoice),
    url: stripeUrl(invoice.hosted_invoice_url ?? '') ?? null,
    customer: customerOf(invoice),
    created: invoice.created,
    dueDate: invoice.due_date,
    subscription: billingSubscription(invoice),
    isCharged: invoice.collection_method === 'charge_automatically',
    netMinor: net ?? total,
    hasLines: lines.data.length > 0,
    ...ownFacts(invoice.metadata),
  };
}
