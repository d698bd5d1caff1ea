import type { RequestOverview, RequestStanding } from '@stripe-payments/core';
import { distinctById, mayHaveRefundable } from '@stripe-payments/core';
import type { ViewedRecord } from '../viewed-record.ts';
import type { DealMoney, ReadRecord } from './acted-record.ts';
import {
  contactsOf,
  dealMoney,
  isNamedBy,
  linkedCustomerIds,
  readActedRecord,
} from './acted-record.ts';
import type {
  ActingPorts,
  FoundRequests,
  StoredRequest,
  StoredSubscription,
} from './acting-ports.ts';
import type { Tried } from './confirmed.ts';
import { tried } from './confirmed.ts';
import type { OwnSubscriptions } from './listed-subscriptions.ts';
import { ownSubscriptions, subscriptionsOf } from './listed-subscriptions.ts';
import type { Lists } from './overview-lists.ts';
import { asOfNow, listsOf } from './overview-lists.ts';
import { shownRequest } from './planned-request.ts';
import { customersOfContact, MAX_CUSTOMERS } from './request-basis.ts';
import { withAmounts } from './request-reads.ts';
import { readStanding, standingSoFar, withRequests } from './standing.ts';

const MAX_REQUESTS = 30;

/** Without a search they are found by the lists of those customers who have an address of the record's contacts. */
async function invoicesOfContacts(
  ports: ActingPorts,
  viewed: ViewedRecord,
  { stored }: ReadRecord,
): Promise<readonly StoredRequest[]> {
  const contacts = await contactsOf(ports, viewed, Promise.resolve(stored));
  const customers = await Promise.all(
    contacts.slice(0, MAX_CUSTOMERS).map((contact) => customersOfContact(ports, contact)),
  );
  const ids = distinctById(customers.flat()).map(({ id }) => id);
  const lists = await Promise.all(
    ids.slice(0, MAX_CUSTOMERS).map((id) => ports.reads.invoicesOfCustomer(id)),
  );
  return lists.flatMap(({ requests }) => requests);
}

const CAN_BE_ENDED: ReadonlySet<string> = new Set(['open', 'uncollectible']);

/**
 * What subscriptions of the record bill and nothing has ended: of linked customers from their lists, of others from
 * lists of their own.
 */
async function billedBySubscriptions(
  { reads }: ActingPorts,
  { read }: Lists,
  listed: readonly StoredRequest[],
  owned: readonly StoredSubscription[],
): Promise<FoundRequests> {
  const linked = linkedCustomerIds(read.stored);
  const others = owned.filter(({ customer }) => !linked.includes(customer.id));
  const lists = await Promise.all(
    others.slice(0, MAX_CUSTOMERS).map(({ id }) => reads.openInvoicesOf(id)),
  );
  const found = [...listed, ...lists.flatMap(({ requests }) => requests)];
  return {
    requests: found.filter(
      ({ subscription, status, records }) =>
        // What names another record belongs there.
        subscription !== null && records.length === 0 && CAN_BE_ENDED.has(status),
    ),
    isComplete: others.length <= MAX_CUSTOMERS && lists.every(({ isComplete }) => isComplete),
  };
}

/** Links by their list, newest first, before invoices; these by search, and by the lists of linked customers. */
async function requestsOf(
  ports: ActingPorts,
  viewed: ViewedRecord,
  lists: Lists,
  subscriptions: Promise<Tried<OwnSubscriptions>>,
): Promise<FoundRequests> {
  const { reads } = ports;
  const { read } = lists;
  const [links, found, ofLinked] = await Promise.all([
    lists.links,
    reads.findInvoices(read.named),
    lists.invoices,
  ]);
  const listed = ofLinked.flatMap(({ requests }) => requests);
  const known = new Set(listed.map(({ id }) => id));
  const searched = await asOfNow(found ?? (await invoicesOfContacts(ports, viewed, read)), lists, {
    ...{ prefix: 'in_', known },
    retrieve: (id) => reads.invoice(id),
  });
  const { value: owned } = await subscriptions;
  const billed = await billedBySubscriptions(ports, lists, listed, owned?.all ?? []);
  // Of one that was found twice the last is kept: what a search says of it is older than what a list does.
  const named = distinctById([...searched, ...listed.toReversed(), ...links.requests]).filter(
    (request) => isNamedBy(request, read),
  );
  const own = [...named, ...distinctById(billed.requests)].toSorted(
    (left, right) => (right.created ?? Infinity) - (left.created ?? Infinity) || 0,
  );
  return {
    requests: await withAmounts({ reads }, own.slice(0, MAX_REQUESTS)),
    isComplete:
      own.length <= MAX_REQUESTS &&
      owned !== null &&
      [links, billed, ...ofLinked].every(({ isComplete }) => isComplete),
  };
}

/** Once a deal was synced, the card says what that saved; before, what Stripe says now. Null for any other record. */
const standingBeforeSync = async (
  ports: ActingPorts,
  viewed: ViewedRecord,
  read: ReadRecord,
  deal: DealMoney,
): Promise<RequestStanding | null> =>
  viewed.objectType === 'deal' && deal.syncedAtMs === null
    ? readStanding(ports, viewed, read, deal)
    : null;

async function shownSubscriptions(
  ports: ActingPorts,
  lists: Lists,
  subscriptions: Promise<Tried<OwnSubscriptions>>,
) {
  const own = await subscriptions;
  return own.value === null ? own : tried(subscriptionsOf(ports, lists, own.value));
}

/**
 * What was requested on the record, and its subscriptions. A card that opens reads this beside the payments card: it
 * asks no more of Stripe than both need within a second. Nothing is written.
 */
export async function requestOverview(
  ports: ActingPorts,
  viewed: ViewedRecord,
): Promise<RequestOverview> {
  const read = await readActedRecord(ports, viewed);
  const lists = listsOf(ports, read);
  const money = dealMoney(ports, viewed, read.stored);
  const subscriptions = tried(ownSubscriptions(ports, lists));
  const [deal, requests, owned, invoices, unsynced] = await Promise.all([
    money,
    tried(requestsOf(ports, viewed, lists, subscriptions)),
    shownSubscriptions(ports, lists, subscriptions),
    tried(lists.invoices),
    money.then((deal) => standingBeforeSync(ports, viewed, read, deal)),
  ]);
  const own = requests.value?.requests ?? [];
  // Of what a subscription bills only a sync knows whether it is another deal's.
  const named = own.filter((each) => isNamedBy(each, read));
  const ofLinked = [...(invoices.value ?? []).flatMap((list) => list.requests), ...own];
  return {
    step: 'overview',
    kinds: ports.kinds,
    dealAmount: deal.amount,
    standing:
      unsynced === null
        ? standingSoFar(ports, viewed, read, deal, { ofLinked, own: named })
        : withRequests(unsynced, named),
    syncedAtMs: deal.syncedAtMs,
    hasRefundable: mayHaveRefundable(read.stored),
    requests: own.map(shownRequest),
    requestsProblem: requests.problem,
    areRequestsComplete: requests.value?.isComplete ?? false,
    subscriptions: owned.value?.subscriptions ?? [],
    subscriptionsProblem: owned.problem,
    failing: (owned.value?.failing ?? []).map(({ id, name, email }) => ({ id, name, email })),
  };
}
