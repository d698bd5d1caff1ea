import { distinctById, money } from '@stripe-payments/core';
import type Stripe from 'stripe';
import type { RecordRef } from '../ports.ts';
import { asSyncError } from '../sync-error.ts';
import type {
  ActingPorts,
  FoundRequests,
  StoredCustomer,
  StoredRequest,
  StoredSubscription,
} from '../use-cases/acting/acting-ports.ts';
import { createCouponReads } from './coupons.ts';
import { done } from './acting-failures.ts';
import {
  storedCustomer,
  storedRefund,
  subscriptionRequest,
  subscriptionWithCustomer,
} from './acting-objects.ts';
import { writtenForms } from './customers.ts';
import type { CallContext } from './errors.ts';
import { understood } from './errors.ts';
import { readRecent } from './events.ts';
import { nextInvoice, previewChange, previewTax } from './item-changes.ts';
import { recordsIn, storedInvoice, storedLink } from './request-objects.ts';
import type { StripeApi } from './metadata.ts';
import { allOf, everyItem, PAGE_SIZE, whereSearchable } from './lists.ts';
import { anyOf, metadataClauses } from './query.ts';

const UNKNOWN_INVOICE: CallContext = { notFound: 'unknown-invoice' };
const UNKNOWN_SUBSCRIPTION: CallContext = { notFound: 'unknown-subscription' };
const OF_CUSTOMER: CallContext = { notFound: 'unknown-customer', object: 'customer' };
const NOTHING: CallContext = { notFound: 'stripe-refused' };

interface Owned {
  readonly id: string;
  readonly metadata: Stripe.Metadata | null;
}

/** Those that name one of the records, by search. */
async function findInvoices(
  stripe: Stripe,
  records: readonly RecordRef[],
): Promise<readonly StoredRequest[] | null> {
  const clauses = records.flatMap(({ objectType, recordId }) =>
    metadataClauses(objectType, recordId, []),
  );
  const found: Stripe.Invoice[] = [];
  const outcome = await whereSearchable(async () => {
    const pages = await Promise.all(
      anyOf(clauses).map((query) => stripe.invoices.search({ query, limit: PAGE_SIZE })),
    );
    found.push(...pages.flatMap(({ data }) => data));
  });
  return outcome === 'searched' ? readable(found, storedInvoice).requests : null;
}

/** Those that name one of the records, by search. */
async function findSubscriptions(
  stripe: Stripe,
  records: readonly RecordRef[],
): Promise<readonly StoredSubscription[]> {
  const clauses = records.flatMap(({ objectType, recordId }) =>
    metadataClauses(objectType, recordId, []),
  );
  const found: Stripe.Subscription[] = [];
  await whereSearchable(async () => {
    const pages = await Promise.all(
      anyOf(clauses).map((query) =>
        stripe.subscriptions.search({ query, limit: PAGE_SIZE, expand: ['data.customer'] }),
      ),
    );
    found.push(...pages.flatMap(({ data }) => data));
  });
  return found.map(subscriptionWithCustomer);
}

/** A link is completed once: it has one session that began one. */
async function subscriptionsOfLink(
  stripe: Stripe,
  link: string,
): Promise<readonly StoredSubscription[]> {
  const expand = ['data.subscription.customer'];
  const asked = { payment_link: link, status: 'complete', limit: PAGE_SIZE, expand } as const;
  try {
    const { data } = await stripe.checkout.sessions.list(asked);
    return data.flatMap(({ subscription }) =>
      subscription === null || typeof subscription === 'string'
        ? []
        : [subscriptionWithCustomer(subscription)],
    );
  } catch {
    // The search finds it a minute later.
    return [];
  }
}

/** Of an account that other programs use as well: one that cannot be read hides only itself. */
function readable<T extends Owned>(
  items: readonly T[],
  stored: (item: T) => StoredRequest,
): FoundRequests {
  const requests: StoredRequest[] = [];
  let isComplete = true;
  for (const item of items) {
    try {
      requests.push(stored(item));
    } catch (error) {
      if (asSyncError(error).code !== 'stripe-unreadable') throw error;
      // What names no record is not missed.
      isComplete &&= recordsIn(item.metadata).length === 0;
    }
  }
  return { requests, isComplete };
}

/** More pages than a function has time for. */
const MAX_LISTED = 1_000;

/** Page after page, as long as there is time: the rest is said to be missing. */
async function listed<T extends Owned>(
  list: AsyncIterable<T>,
  stored: (item: T) => StoredRequest,
  hasTime: () => boolean,
): Promise<FoundRequests> {
  const items: T[] = [];
  for await (const item of everyItem(list)) {
    items.push(item);
    // Between two pages: what is on this one costs nothing more.
    const isPageEnd = items.length % PAGE_SIZE === 0;
    if (isPageEnd && (items.length >= MAX_LISTED || !hasTime()))
      return { ...readable(items, stored), isComplete: false };
  }
  return readable(items, stored);
}

/** Of a link that another program made for a record: its lines say what it asks for. */
async function withAmount(writing: Stripe, link: StoredRequest): Promise<StoredRequest> {
  if (link.netMinor > 0 || link.status !== 'open') return link;
  const { data } = await writing.paymentLinks.listLineItems(link.id, { limit: PAGE_SIZE });
  const minor = data.reduce((sum, item) => sum + item.amount_total, 0);
  const amount = money(minor, link.amount.currency);
  return { ...link, amount, open: amount, netMinor: minor };
}

const isThere = (customer: Stripe.Subscription['customer']): customer is Stripe.Customer =>
  typeof customer !== 'string' && customer.deleted !== true;

async function customerOf(stripe: Stripe, id: string): Promise<StoredCustomer | null> {
  const reading = stripe.customers.retrieve(id);
  const customer = await understood({ notFound: 'unknown-customer' }, reading);
  return customer.deleted === true ? null : storedCustomer(customer);
}

/**
 * @param stripe with the key for reading.
 * @param writing with the key for writing: it alone may read payment links.
 * @param hasTime whether another page may be read.
 */
export function createActingReads(
  stripe: StripeApi,
  writing: Stripe,
  hasTime: () => boolean,
  nowMs: () => number,
): ActingPorts['reads'] {
  return {
    refundsOf: async (charge) => {
      const list = allOf(stripe.refunds.list({ charge, limit: PAGE_SIZE }));
      return (await understood({ notFound: 'unknown-payment' }, list)).map(storedRefund);
    },
    customer: (id) => customerOf(stripe, id),
    customersOfAddress: async (address) => {
      const lists = writtenForms(address).map((email) =>
        stripe.customers.list({ email, limit: PAGE_SIZE }),
      );
      const pages = await understood(NOTHING, Promise.all(lists));
      return distinctById(pages.flatMap(({ data }) => data)).map(storedCustomer);
    },
    invoicesOfCustomer: (customer) =>
      understood(
        OF_CUSTOMER,
        listed(stripe.invoices.list({ customer, limit: PAGE_SIZE }), storedInvoice, hasTime),
      ),
    openInvoicesOf: (subscription) => {
      const list = stripe.invoices.list({ subscription, status: 'open', limit: PAGE_SIZE });
      return understood(UNKNOWN_SUBSCRIPTION, listed(list, storedInvoice, hasTime));
    },
    findInvoices: (records) => understood(NOTHING, findInvoices(stripe, records)),
    invoice: async (id) =>
      storedInvoice(await understood(UNKNOWN_INVOICE, stripe.invoices.retrieve(id))),
    isBeingPaid: async (invoice) => {
      const expand = ['data.payment.payment_intent'];
      const asked = { invoice, status: 'open', limit: PAGE_SIZE, expand } as const;
      const payments = await understood(UNKNOWN_INVOICE, allOf(stripe.invoicePayments.list(asked)));
      return payments.some(({ payment: { payment_intent: intent } }) =>
        typeof intent === 'object' ? intent.status === 'processing' : false,
      );
    },
    links: () =>
      done(
        'stripe-refused',
        listed(writing.paymentLinks.list({ limit: PAGE_SIZE }), storedLink, hasTime),
      ),
    link: async (id) => {
      const link = await done('not-requested-here', writing.paymentLinks.retrieve(id));
      return done('not-requested-here', withAmount(writing, storedLink(link)));
    },
    subscriptionsOfCustomer: async (customer) => {
      const expand = ['data.customer'];
      const list = allOf(stripe.subscriptions.list({ customer, limit: PAGE_SIZE, expand }));
      const found = await understood(OF_CUSTOMER, list);
      const [of] = found.flatMap((each) => (isThere(each.customer) ? [each.customer] : []));
      return {
        subscriptions: found.map(subscriptionWithCustomer),
        customer: of === undefined ? null : storedCustomer(of),
      };
    },
    recentEvents: () => understood(NOTHING, readRecent(stripe, nowMs())),
    nextInvoice: nextInvoice(writing),
    taxOf: previewTax(writing),
    previewChange: previewChange(writing),
    ...createCouponReads(stripe, writing),
    productNames: async (ids) => {
      if (ids.length === 0) return new Map();
      try {
        const { data } = await stripe.products.list({ ids: [...ids], limit: PAGE_SIZE });
        return new Map(data.map(({ id, name }) => [id, name]));
      } catch {
        return new Map();
      }
    },
    subscriptionRequests: (customer) => {
      const expand = ['data.customer', 'data.latest_invoice'];
      const asked = { customer, status: 'all', limit: PAGE_SIZE, expand } as const;
      const list = stripe.subscriptions.list(asked);
      return understood(OF_CUSTOMER, listed(list, subscriptionRequest, hasTime));
    },
    findSubscriptions: (records) => understood(NOTHING, findSubscriptions(stripe, records)),
    subscriptionsOfLink: (link) => subscriptionsOfLink(stripe, link),
    subscription: async (id) => {
      const reading = stripe.subscriptions.retrieve(id, { expand: ['customer'] });
      return subscriptionWithCustomer(await understood(UNKNOWN_SUBSCRIPTION, reading));
    },
  };
}
