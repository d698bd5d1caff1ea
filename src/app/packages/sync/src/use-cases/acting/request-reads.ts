import type { AskedPayment, RequestStanding } from '@stripe-payments/core';
import type { ViewedRecord } from '../viewed-record.ts';
import { contactsOf, dealMoney, isNamedBy, readActedRecord } from './acted-record.ts';
import type { ActingPorts, FoundRequests, StoredRequest } from './acting-ports.ts';
import { tried } from './confirmed.ts';
import { readStanding, standingDigest, withRequests } from './standing.ts';
import { needsLines, readLines } from './subject.ts';

const NO_REQUESTS: FoundRequests = { requests: [], isComplete: true };

export const requestsOfCustomer = (
  { reads }: ActingPorts,
  { method }: AskedPayment,
  customerId: string,
): Promise<FoundRequests> =>
  method === 'subscription'
    ? reads.subscriptionRequests(customerId)
    : reads.invoicesOfCustomer(customerId);

/** None where the key may not read links. */
export const linksOf = ({ reads, kinds }: Pick<ActingPorts, 'reads' | 'kinds'>) =>
  kinds.includes('links') || kinds.includes('subscriptions')
    ? reads.links()
    : Promise.resolve(NO_REQUESTS);

/** With the amounts of links that another program made for the record. */
export const withAmounts = (
  { reads }: Pick<ActingPorts, 'reads'>,
  own: readonly StoredRequest[],
): Promise<readonly StoredRequest[]> =>
  Promise.all(
    own.map((each) =>
      each.kind === 'link' && each.status === 'open' && each.netMinor === 0
        ? reads.link(each.id)
        : Promise.resolve(each),
    ),
  );

/** What is read at once, before it is known what is asked for. */
export async function readFacts(ports: ActingPorts, viewed: ViewedRecord, asked: AskedPayment) {
  const { reads, crm } = ports;
  const reading = readActedRecord(ports, viewed);
  const stored = reading.then((read) => read.stored);
  const deal = stored.then((properties) => dealMoney(ports, viewed, properties));
  const links = linksOf(ports);
  const standing = Promise.all([reading, deal]).then(([read, money]) =>
    readStanding(ports, viewed, read, money),
  );
  // Where another read fails first, these are awaited by nothing.
  for (const unread of [links, standing]) unread.catch(() => undefined);
  const isDeal = viewed.objectType === 'deal';
  const isForPayee = 'payee' in asked;
  const customerId = isForPayee && 'customerId' in asked.payee ? asked.payee.customerId : null;
  const [read, money, items, contacts, customer, requests, account] = await Promise.all([
    reading,
    deal,
    isDeal && needsLines(asked.subject) ? readLines(ports, viewed.recordId, deal) : null,
    isForPayee ? contactsOf(ports, viewed, stored) : [],
    customerId === null ? null : reads.customer(customerId),
    isForPayee ? NO_REQUESTS : links,
    customerId === null ? NO_REQUESTS : requestsOfCustomer(ports, asked, customerId),
    'startDay' in asked ? crm.accountFacts() : null,
  ]).then(
    ([a, b, c, d, e, found, ofCustomer, account]) =>
      [a, b, c, d, e, [...found.requests, ...ofCustomer.requests], account] as const,
  );
  return { read, deal: money, items, contacts, customer, requests, account, links, standing };
}

export type Facts = Awaited<ReturnType<typeof readFacts>>;

/** What a review compares with. */
export interface ComparedStanding {
  readonly standing: RequestStanding;
  readonly digest: string;
}

/** With the open links too, of whatever method the request is. */
export async function comparedStanding(
  ports: ActingPorts,
  { standing, links, requests, read }: Facts,
  equal: readonly StoredRequest[],
): Promise<ComparedStanding> {
  const [known, found] = await Promise.all([standing, tried(links)]);
  const named = [...requests, ...(found.value?.requests ?? [])].filter((each) =>
    isNamedBy(each, read),
  );
  const priced = await tried(withAmounts(ports, named));
  const problem = known.problem ?? found.problem ?? priced.problem;
  const own = priced.value ?? named;
  const all = withRequests({ ...known, problem }, own, equal);
  return { standing: all, digest: standingDigest(ports, all, own) };
}
