import type { ListedSubscription, RequestOverview } from '@stripe-payments/core';
import { distinctById } from '@stripe-payments/core';
import { isNamedBy } from './acted-record.ts';
import type {
  ActingPorts,
  StoredCustomer,
  StoredRequest,
  StoredSubscription,
} from './acting-ports.ts';
import { tried } from './confirmed.ts';
import type { Lists } from './overview-lists.ts';
import { asOfNow, linkedIdsOf } from './overview-lists.ts';
import { MAX_CUSTOMERS } from './request-basis.ts';
import {
  hasEnded,
  hasFailed,
  isSubscriptionOf,
  isUnpaid,
  shownSubscription,
} from './subscription-changes.ts';

interface Subscriptions {
  readonly subscriptions: readonly ListedSubscription[];
  readonly failing: RequestOverview['failing'];
}

/** Of a record: those of the customers that it links, who of them did not pay, and what names the record. */
export interface OwnSubscriptions {
  /** Some have ended. */
  readonly all: readonly StoredSubscription[];
  readonly customers: readonly StoredCustomer[];
}

export async function ownSubscriptions(
  ports: ActingPorts,
  lists: Lists,
): Promise<OwnSubscriptions> {
  const { reads, kinds } = ports;
  // What is off is not shown, and needs no read.
  if (!kinds.includes('subscriptions')) return { all: [], customers: [] };
  const { read } = lists;
  const linked = linkedIdsOf(read);
  const [found, begun, ...ofLinked] = await Promise.all([
    reads.findSubscriptions(read.named),
    begunWithLinks(ports, lists),
    ...linked.map((id) => reads.subscriptionsOfCustomer(id)),
  ]);
  const listed = ofLinked.flatMap(({ subscriptions }) => subscriptions);
  const known = new Set([...listed, ...begun].map(({ id }) => id));
  const [named, customers] = await Promise.all([
    asOfNow(found, lists, {
      ...{ prefix: 'sub_', known },
      retrieve: (id) => reads.subscription(id),
    }),
    customersOf(
      ports,
      lists,
      linked.map((id, place) => ({ id, customer: ofLinked[place]?.customer ?? null })),
    ),
  ]);
  // Of one that was found twice the last is kept: what a search says of it is older than what a list does.
  const all = distinctById([...named, ...begun, ...listed]);
  return { all: all.filter((each) => isSubscriptionOf(each, read)), customers };
}

export async function subscriptionsOf(
  ports: ActingPorts,
  { read }: Lists,
  { all, customers }: OwnSubscriptions,
): Promise<Subscriptions> {
  const subscriptions = all.filter((each) => !hasEnded(each));
  return {
    subscriptions: await withNames(ports, subscriptions),
    failing: distinctById([
      ...customers.filter((customer) => hasFailed(customer, subscriptions)),
      ...subscriptions
        .filter((each) => isNamedBy(each, read) && isUnpaid(each))
        .map(({ customer }) => customer),
    ]),
  };
}

type Customer = Awaited<ReturnType<ActingPorts['reads']['customer']>>;

const UNPAID: ReadonlySet<string> = new Set(['open', 'uncollectible']);

/** A customer with neither a subscription nor an unpaid invoice has not failed to pay, and is not read. */
async function customersOf(
  { reads }: ActingPorts,
  lists: Lists,
  linked: readonly { readonly id: string; readonly customer: Customer }[],
) {
  const invoices = (await tried(lists.invoices)).value ?? [];
  const customers = await Promise.all(
    linked.map(async ({ id, customer }, place) => {
      if (customer !== null) return customer;
      const list = invoices[place];
      const mayHaveFailed = list?.isComplete !== true || list.requests.some(isUnpaidInvoice);
      return mayHaveFailed ? reads.customer(id) : null;
    }),
  );
  return customers.filter((customer) => customer !== null);
}

const isUnpaidInvoice = ({ status }: StoredRequest): boolean => UNPAID.has(status);

/** A guest's, whose customer the record does not link: the search is a minute behind, or not there. */
async function begunWithLinks(
  { reads }: ActingPorts,
  { links, read }: Lists,
): Promise<readonly StoredSubscription[]> {
  const { value } = await tried(links);
  const completed = (value?.requests ?? [])
    .filter((link) => link.isRecurring && link.status === 'paid' && isNamedBy(link, read))
    .slice(0, MAX_CUSTOMERS);
  const begun = await Promise.all(completed.map(({ id }) => reads.subscriptionsOfLink(id)));
  return begun.flat();
}

/** Beyond these only the amount of the next invoice is missing. */
const MAX_PREVIEWS = 5;

const renews = ({ status, endsAt, isCollectionPaused }: StoredSubscription): boolean =>
  endsAt === null && !isCollectionPaused && RENEWING.has(status);

const RENEWING: ReadonlySet<string> = new Set(['active', 'trialing', 'past_due']);

const productIdsOf = ({ items }: StoredSubscription): readonly string[] =>
  items.map(({ productId }) => productId);

/** With the names of their products, and what their next invoices ask for. */
async function withNames(
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
