import type { Customer } from '@stripe-payments/core';
import { comparableAddress, distinctById, domainOfAddress } from '@stripe-payments/core';
import Stripe from 'stripe';
import type { Searched } from '../ports.ts';
import { allOf, inList, PAGE_SIZE, whereSearchable } from './lists.ts';
import type { OtherKeys, StripeApi } from './metadata.ts';
import { claimsIn } from './metadata.ts';
import { contains, equals, MIN_PART } from './query.ts';
import type { Searches } from './search.ts';

export function mapCustomer(customer: Stripe.Customer, otherKeys: OtherKeys): Customer {
  return {
    id: customer.id,
    name: customer.name ?? null,
    email: customer.email,
    created: customer.created,
    livemode: customer.livemode,
    recordClaims: claimsIn(customer.metadata, otherKeys),
  };
}

/** For people to choose from; who needs more types more. */
const MAX_LIKE = 20;

/** Customers that this invocation has seen in any answer, so that none is read for itself again. */
export interface SeenCustomers {
  /** Takes what an expansion brought. */
  readonly add: (customers: readonly CustomerField[]) => void;
  /** Null for one that was deleted; undefined for one that was not seen. */
  readonly get: (id: string) => Customer | null | undefined;
  /** Lists of the whole account leave out what test clocks made. */
  readonly isInLists: (id: string) => boolean;
}

export function createSeenCustomers(mode: 'live' | 'test', otherKeys: OtherKeys): SeenCustomers {
  const seen = new Map<string, Customer | null>();
  const offClocks = new Set<string>();
  return {
    add: (customers) => {
      for (const customer of customers) {
        if (customer === null || typeof customer === 'string') continue;
        seen.set(customer.id, customer.deleted === true ? null : mapCustomer(customer, otherKeys));
        if (customer.deleted !== true && !customer.test_clock) offClocks.add(customer.id);
      }
    },
    get: (id) => seen.get(id),
    isInLists: (id) => mode === 'live' || offClocks.has(id),
  };
}

type CustomerField = string | Stripe.Customer | Stripe.DeletedCustomer | null;

/**
 * A page of a list with the customers of what is in it. The permission to read customers may be missing, which is
 * no reason to read nothing.
 */
export async function withCustomers<
  P extends { readonly data: readonly { readonly customer: CustomerField }[] },
>(seen: SeenCustomers, read: (expand: string[]) => Promise<P>): Promise<P> {
  try {
    const page = await read(inList(['customer']));
    seen.add(page.data.map(({ customer }) => customer));
    return page;
  } catch (error) {
    if (error instanceof Stripe.errors.StripePermissionError) return read([]);
    throw error;
  }
}

export async function retrieveCustomer(
  { customers }: Stripe,
  seen: SeenCustomers,
  id: string,
): Promise<Customer | null> {
  if (seen.get(id) === undefined) seen.add([await customers.retrieve(id)]);
  return seen.get(id) ?? null;
}

/** `customers.list` compares as written, so both forms that are likely to be stored are asked for. */
export const writtenForms = (address: string): readonly string[] => [
  ...new Set([address.trim(), comparableAddress(address)]),
];

async function listedByAddress(
  { customers }: Stripe,
  address: string,
): Promise<readonly Stripe.Customer[]> {
  const found = await Promise.all(
    writtenForms(address).map((email) => allOf(customers.list({ email, limit: PAGE_SIZE }))),
  );
  return found.flat();
}

/** How customers are found, and kept for who asks for them by id. */
interface CustomerSearch {
  readonly stripe: StripeApi;
  readonly searches: Pick<Searches, 'customers'>;
  readonly seen: SeenCustomers;
}

/** Those that fulfill a clause, and are wanted. */
export async function searchCustomers(
  { stripe, searches, seen }: CustomerSearch,
  clauses: readonly string[],
  isWanted: (customer: Customer) => boolean,
): Promise<readonly Customer[]> {
  const customers = await searches.customers(clauses);
  const wanted = customers.filter((customer) => isWanted(mapCustomer(customer, stripe.otherKeys)));
  seen.add(wanted);
  return wanted.map((customer) => mapCustomer(customer, stripe.otherKeys));
}

async function searchEach(
  search: CustomerSearch,
  clauses: readonly string[],
  isWanted: (customer: Customer) => boolean,
): Promise<Searched<Customer>> {
  const found: Customer[] = [];
  const outcome = await whereSearchable(async () => {
    found.push(...(await searchCustomers(search, clauses, isWanted)));
  });
  return { found, outcome };
}

export async function customersWithAddress(
  search: CustomerSearch,
  addresses: readonly string[],
  { isListed }: { readonly isListed: boolean },
): Promise<Searched<Customer>> {
  const { stripe, seen } = search;
  const wanted = new Set(addresses.map(comparableAddress));
  const listAll = async (): Promise<readonly Customer[]> => {
    const lists = await Promise.all(addresses.map((address) => listedByAddress(stripe, address)));
    seen.add(lists.flat());
    return lists.flat().map((customer) => mapCustomer(customer, stripe.otherKeys));
  };
  // Search ignores case and matches words, so that its answer holds others too.
  const clauses = [...wanted].map((address) => equals('email', address));
  const isWanted = ({ email }: Customer): boolean =>
    email !== null && wanted.has(comparableAddress(email));
  const [searched, listed] = await Promise.all([
    searchEach(search, clauses, isWanted),
    isListed ? listAll() : [],
  ]);
  const isUnsearched = searched.outcome === 'search-unavailable' && !isListed;
  const instead = isUnsearched ? await listAll() : listed;
  // A search is behind: what a list says of a customer is newer.
  return { found: distinctById([...searched.found, ...instead]), outcome: searched.outcome };
}

export function customersOfDomain(
  search: CustomerSearch,
  domain: string,
): Promise<Searched<Customer>> {
  return searchEach(
    search,
    [contains('email', domain)],
    ({ email }) => email !== null && domainOfAddress(email) === domain,
  );
}

export async function customersLike(stripe: StripeApi, text: string): Promise<Searched<Customer>> {
  if (text.length < MIN_PART) return { found: [], outcome: 'searched' };
  const found: Customer[] = [];
  const outcome = await whereSearchable(async () => {
    const query = [contains('name', text), contains('email', text)].join(' OR ');
    const page = await stripe.customers.search({ query, limit: MAX_LIKE });
    found.push(...page.data.map((customer) => mapCustomer(customer, stripe.otherKeys)));
  });
  return { found, outcome };
}
