import type { ListedSubscription, Payee, RequestOverview } from '@stripe-payments/core';
import { comparableAddress, distinctById, totalOf } from '@stripe-payments/core';
import type { ViewedRecord } from '../viewed-record.ts';
import type { Contact, ReadRecord } from './acted-record.ts';
import {
  contactsOf,
  dealMoney,
  isNamedBy,
  linkedCustomerIds,
  payeeOfCustomer,
  readActedRecord,
} from './acted-record.ts';
import type { ActingPorts, FoundRequests, StoredSubscription } from './acting-ports.ts';
import { tried } from './confirmed.ts';
import { shownRequest } from './planned-request.ts';
import { linksOf, withAmounts } from './request-reads.ts';
import { readStanding, withRequests } from './standing.ts';
import {
  hasEnded,
  hasFailed,
  isSubscriptionOf,
  isUnpaid,
  shownSubscription,
} from './subscription-changes.ts';
import { readLines } from './subject.ts';

/** To choose from, and to ask for the invoices of. */
const MAX_CUSTOMERS = 10;
const MAX_REQUESTS = 30;

/** Customers that the record links, those with an address of its contacts, and contacts without one. */
async function payeesOf(
  { reads }: ActingPorts,
  linkedIds: readonly string[],
  contacts: readonly Contact[],
): Promise<readonly Payee[]> {
  const [linked, ...ofContacts] = await Promise.all([
    Promise.all(linkedIds.slice(0, MAX_CUSTOMERS).map((id) => reads.customer(id))),
    ...contacts.slice(0, MAX_CUSTOMERS).map(async ({ contactId, name, addresses }) => {
      const found = await Promise.all(addresses.map((email) => reads.customersOfAddress(email)));
      const customers = distinctById(found.flat()).map((each) => payeeOfCustomer(each, contactId));
      const [email] = addresses;
      return customers.length > 0 || email === undefined
        ? customers
        : [{ customerId: null, contactId, name, email: comparableAddress(email) }];
    }),
  ]);
  const first = linked.flatMap((customer) =>
    customer === null ? [] : [payeeOfCustomer(customer)],
  );
  const ids = new Set(first.map(({ customerId }) => customerId));
  return [...first, ...ofContacts.flat().filter(({ customerId }) => !ids.has(customerId))];
}

/**
 * Links by their list, newest first, before invoices; these by search, and by the lists of customers, since a
 * search is behind.
 */
async function requestsOf(
  { reads }: ActingPorts,
  read: ReadRecord,
  payees: readonly Payee[],
  listing: Promise<FoundRequests>,
): Promise<FoundRequests> {
  const [links, found, ...ofCustomers] = await Promise.all([
    listing,
    reads.findInvoices(read.named),
    ...customerIdsOf(payees).map((id) => reads.invoicesOfCustomer(id)),
  ]);
  // Of one that was found twice the last is kept: what a search says of it is older than what a list does.
  const all = [
    ...found,
    ...ofCustomers.toReversed().flatMap(({ requests }) => requests),
    ...links.requests,
  ];
  const own = distinctById(all)
    .filter((request) => isNamedBy(request, read))
    .toSorted((left, right) => (right.created ?? Infinity) - (left.created ?? Infinity) || 0);
  return {
    requests: await withAmounts({ reads }, own.slice(0, MAX_REQUESTS)),
    isComplete:
      own.length <= MAX_REQUESTS && [links, ...ofCustomers].every(({ isComplete }) => isComplete),
  };
}

const customerIdsOf = (payees: readonly Payee[]): readonly string[] =>
  payees
    .flatMap(({ customerId }) => (customerId === null ? [] : [customerId]))
    .slice(0, MAX_CUSTOMERS);

interface Subscriptions {
  readonly subscriptions: readonly ListedSubscription[];
  readonly failing: RequestOverview['failing'];
}

/**
 * Of the customers that the record links: what is theirs, and who of them did not pay. Of others, what names the
 * record: by the lists of customers that could be asked, since a search is behind.
 */
async function subscriptionsOf(
  ports: ActingPorts,
  read: ReadRecord,
  payees: readonly Payee[],
  listing: Promise<FoundRequests>,
): Promise<Subscriptions> {
  const { reads, kinds } = ports;
  // What is off is not shown, and needs no read.
  if (!kinds.includes('subscriptions')) return { subscriptions: [], failing: [] };
  const linked = linkedCustomerIds(read.stored).slice(0, MAX_CUSTOMERS);
  const ids = [...new Set([...linked, ...customerIdsOf(payees)])].slice(0, MAX_CUSTOMERS);
  const [named, begun, ...answers] = await Promise.all([
    reads.findSubscriptions(read.named),
    begunWithLinks(ports, read, listing),
    ...ids.map((id) => reads.customer(id)),
  ]);
  const all = answers.filter((customer) => customer !== null);
  const lists = await Promise.all(all.map((each) => reads.subscriptionsOfCustomer(each)));
  const customers = all.filter(({ id }) => linked.includes(id));
  // Of one that was found twice the last is kept: what a search says of it is older than what a list does.
  const subscriptions = distinctById([...named, ...begun, ...lists.flat()])
    .filter((each) => isSubscriptionOf(each, read))
    .filter((each) => !hasEnded(each));
  return {
    subscriptions: await listed(ports, subscriptions),
    failing: distinctById([
      ...customers.filter((customer) => hasFailed(customer, subscriptions)),
      ...subscriptions
        .filter((each) => isNamedBy(each, read) && isUnpaid(each))
        .map(({ customer }) => customer),
    ]),
  };
}

/** A guest's, whose customer the record does not link: the search is a minute behind, or not there. */
async function begunWithLinks(
  { reads }: ActingPorts,
  read: ReadRecord,
  listing: Promise<FoundRequests>,
): Promise<readonly StoredSubscription[]> {
  const { value } = await tried(listing);
  const completed = (value?.requests ?? [])
    .filter((link) => link.isRecurring && link.status === 'paid' && isNamedBy(link, read))
    .slice(0, MAX_CUSTOMERS);
  const begun = await Promise.all(completed.map(({ id }) => reads.subscriptionsOfLink(id)));
  return begun.flat();
}

/** Beyond these only the amount of the next invoice is missing. */
const MAX_PREVIEWS = 10;

const renews = ({ status, endsAt, isCollectionPaused }: StoredSubscription): boolean =>
  endsAt === null && !isCollectionPaused && RENEWING.has(status);

const RENEWING: ReadonlySet<string> = new Set(['active', 'trialing', 'past_due']);

const productIdsOf = ({ items }: StoredSubscription): readonly string[] =>
  items.map(({ productId }) => productId);

/** With the names of their products, and what their next invoices ask for. */
async function listed(
  { reads }: ActingPorts,
  subscriptions: readonly StoredSubscription[],
): Promise<readonly ListedSubscription[]> {
  const ids = [...new Set(subscriptions.flatMap(productIdsOf))];
  const renewing = subscriptions.filter(renews).slice(0, MAX_PREVIEWS);
  const [names, ...amounts] = await Promise.all([
    reads.productNames(ids),
    ...renewing.map(({ id }) => reads.nextInvoice(id)),
  ]);
  return subscriptions.map((subscription) => ({
    ...shownSubscription(subscription),
    names: productIdsOf(subscription).flatMap((id) => names.get(id) ?? []),
    items: subscription.items.map(({ id, productId, quantity, unit }) => ({
      ...{ id, name: names.get(productId) ?? null, quantity, unit },
    })),
    next: amounts[renewing.indexOf(subscription)] ?? null,
  }));
}

/** What a request can be made of, and what was requested on the record before. Nothing is written. */
export async function requestOverview(
  ports: ActingPorts,
  viewed: ViewedRecord,
): Promise<RequestOverview> {
  const reading = readActedRecord(ports, viewed);
  const stored = reading.then((read) => read.stored);
  const money = stored.then((properties) => dealMoney(ports, viewed, properties));
  const isDeal = viewed.objectType === 'deal';
  const [read, deal, items, contacts] = await Promise.all([
    reading,
    money,
    tried(isDeal ? readLines(ports, viewed.recordId, money) : Promise.resolve(null)),
    tried(contactsOf(ports, viewed, stored)),
  ]);
  // Never fails.
  const standing = readStanding(ports, viewed, read, deal);
  const payees = await tried(payeesOf(ports, linkedCustomerIds(read.stored), contacts.value ?? []));
  const listing = linksOf(ports);
  const [requests, owned] = await Promise.all([
    tried(requestsOf(ports, read, payees.value ?? [], listing)),
    tried(subscriptionsOf(ports, read, payees.value ?? [], listing)),
  ]);
  const lines = items.value?.lines ?? [];
  const [first] = lines;
  const own = requests.value?.requests ?? [];
  return {
    step: 'overview',
    kinds: ports.kinds,
    currency: deal.currency,
    dealAmount: deal.amount,
    standing: withRequests(await standing, own),
    syncedAtMs: deal.syncedAtMs,
    lines,
    total: first === undefined ? null : totalOf(lines, first.total.currency),
    recurring: items.value?.recurring ?? [],
    refused: items.value?.refused ?? [],
    linesProblem: items.problem,
    payees: payees.value ?? [],
    payeesProblem: contacts.problem ?? payees.problem,
    requests: own.map(shownRequest),
    requestsProblem: requests.problem,
    areRequestsComplete: requests.value?.isComplete ?? false,
    subscriptions: owned.value?.subscriptions ?? [],
    subscriptionsProblem: owned.problem,
    failing: (owned.value?.failing ?? []).map(({ id, name, email }) => ({ id, name, email })),
  };
}
